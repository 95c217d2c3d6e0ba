"""Did you mean ...?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.facts.suggestion import did_you_mean, nearest

KNOWN = {"title", "text", "sources", "standing", "lubeck", "luneburg"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("source", "sources"),
        ("Standing", "standing"),
        ("lubek", "lubeck"),
        ("lueneburg", "luneburg"),
    ],
)
def test_slips_are_understood(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant
    assert did_you_mean(word, KNOWN) == f"; did you mean `{meant}`?"


@pytest.mark.parametrize("word", ["visby", "", "?", "о"])
def test_other_words_are_not(word: str) -> None:
    assert nearest(word, KNOWN) is None
    assert did_you_mean(word, KNOWN, otherwise="; look it up") == "; look it up"


def test_nothing_is_near_nothing() -> None:
    assert nearest("title", ()) is None


@settings(deadline=None)
@given(st.sampled_from(sorted(KNOWN)), st.text(max_size=5))
def test_what_is_known_is_nearest_to_itself(word: str, other: str) -> None:
    assert nearest(word, {*KNOWN, other + "#"}) == word
