"""Which figures are years."""

from __future__ import annotations

import pytest

from bot.dates.mentions.tokens import read_tokens
from bot.dates.mentions.years import counts_something, full_year, is_bare_year


@pytest.mark.parametrize(
    ("text", "default_year", "year"),
    [
        ("1370", None, True),
        ("1370?", None, True),
        ("the peace of 1370 was", None, True),
        ("1370 ships", None, False),
        ("1370 ships", 1370, True),
        ("1370 ships", 1400, False),
        ("the 1370 elections", None, True),
        ("1400 ships", 1400, False),
        ("the 1400 ships", 1400, False),
        ("1370 кораблей", None, False),
        ("2101", None, False),
        ("2101", 2101, False),
        ("476", None, False),
        ("in 476", None, True),
        ("in the 476", None, True),
        ("in 476 towns", None, False),
        ("в 476", None, True),
        ("since 476", None, True),
    ],
)
def test_is_bare_year(text: str, default_year: int | None, year: bool) -> None:
    tokens, letters = read_tokens(text)
    assert is_bare_year(tokens, letters, letters.index("y"), default_year) is year


@pytest.mark.parametrize(
    "noun", ["ships", "people", "men", "votes", "кораблей", "человек", "рабочих", "солдат", "голосов"]
)
def test_counted_nouns(noun: str) -> None:
    assert counts_something(read_tokens(noun)[0], 0)


@pytest.mark.parametrize("word", ["was", "is", "this", "its", "and", "ship", "году", "лето", "congress"])
def test_words_that_are_not_counted(word: str) -> None:
    assert not counts_something(read_tokens(word)[0], 0)
    assert not counts_something(read_tokens(word)[0], 1)


def test_full_year() -> None:
    assert full_year(70, 1370) == 1370
    assert full_year(5, 1370) == 1305
    assert full_year(5, 1370, near=True) is None
    assert full_year(75, 1370, near=True) == 1375
    assert full_year(70, None) is None
    assert full_year(70, -43) is None
