"""odd-ask."""

from __future__ import annotations

import pytest

from bot.facts.checks.warnings.asks.odd_asks import MAX_CHARACTERS
from tests.packs import TINY, read, spots, tiny

ASK = "When did Lübeck become free?"


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("Lübeck free city", "ends without a question mark"),
        ("When did " + "x" * MAX_CHARACTERS + "?", "nobody asks in more than"),
    ],
)
def test_a_list_of_words_and_a_paragraph(ask: str, words: str) -> None:
    reading = read(tiny(TINY["towns.yaml"].replace(ASK, ask)))
    assert spots(reading) == [("towns.yaml", 10, 13, "odd-ask")]
    assert words in reading.problems[0].sentence


@pytest.mark.parametrize("ask", ["Tell me about Lübeck.", "When was Lübeck free?!", "When did " + "x" * 140 + "?"])
def test_requests_and_long_questions(ask: str) -> None:
    assert read(tiny(TINY["towns.yaml"].replace(ASK, ask))).problems == ()
