"""unfinished-text."""

from __future__ import annotations

import pytest

from tests.packs import TINY, edited, place, read, spots, tiny

TEXT = "Lübeck became a free city in 1226."


@pytest.mark.parametrize("text", ["Lübeck became free in", "It's so", "“Lübeck was: free”", "Free"])
def test_a_text_that_breaks_off(text: str) -> None:
    reading = read(tiny(TINY["towns.yaml"].replace(TEXT, f'"{text}"')))
    assert ("towns.yaml", 7, 13, "unfinished-text") in spots(reading)


def test_an_account() -> None:
    files = edited("league.yaml", "The League began with the second foundation of Lübeck in 1159.", "The League began")
    line, column = place(files["league.yaml"], "The League began,")
    assert spots(read(files)) == [("league.yaml", line, column, "unfinished-text")]


@pytest.mark.parametrize("end", [".", "!", "?", "…", ".”", ".)", ".»", "?'"])
def test_ends_of_sentences(end: str) -> None:
    assert read(tiny(TINY["towns.yaml"].replace(TEXT, f'"Lübeck was free{end}"'))).problems == ()
