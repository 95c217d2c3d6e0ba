"""Misspelt months, against a slow reading of the same rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates.languages import ALL
from bot.dates.mentions.lexicon import MONTH_NAMES
from bot.dates.mentions.misspelt import misspelt_month


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("febuary", 2),
        ("feburary", 2),
        ("janury", 1),
        ("marhc", 3),
        ("arpil", 4),
        ("agust", 8),
        ("setember", 9),
        ("septembr", 9),
        ("oktober", 10),
        ("novembre", 11),
        ("desember", 12),
        ("феврля", 2),
        ("апрлея", 4),
        ("сентебря", 9),
        ("инюя", 6),
        ("иуля", 7),
    ],
)
def test_slips(word: str, month: int) -> None:
    assert misspelt_month(word) == month


@pytest.mark.parametrize(
    "word",
    [
        "",
        "ma",
        "match",
        "jury",
        "mars",
        "many",
        "member",
        "members",
        "number",
        "deputies",
        "мартов",
        "марка",
        "x" * 99,
    ],
)
def test_no_slips(word: str) -> None:
    assert misspelt_month(word) is None


def test_between_two_months_none_is_taken() -> None:
    assert misspelt_month("juny") is None
    assert misspelt_month("июня") == 6
    assert misspelt_month("июкя") is None


@given(st.sampled_from(sorted(MONTH_NAMES)), st.integers(1, 11), st.characters(categories=["Ll"]))
@settings(deadline=None)
def test_one_wrong_letter_never_leads_to_another_month(name: str, place: int, letter: str) -> None:
    word = name[:place] + letter + name[place + 1 :]
    assert misspelt_month(word) in {MONTH_NAMES[name], MONTH_NAMES.get(word), None}


def test_look_alikes_are_words_that_would_be_taken_otherwise_or_names() -> None:
    for language in ALL:
        assert not language.vocabulary.look_alikes & set(MONTH_NAMES)
