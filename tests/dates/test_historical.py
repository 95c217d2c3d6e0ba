"""Dates as pairs of known days."""

from __future__ import annotations

import pickle

import pytest

from bot.dates import Calendar, HistoricalDate, Precision, parse_edtf


def date(text: str) -> HistoricalDate:
    return parse_edtf(text, calendar=Calendar.JULIAN)


def test_precision_is_ordered_from_century_to_day() -> None:
    assert sorted(Precision) == [
        Precision.CENTURY,
        Precision.DECADE,
        Precision.YEAR,
        Precision.SEASON,
        Precision.MONTH,
        Precision.DAY,
    ]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("1917-03-02", "1917-03-02", True),
        ("1917-03-02", "1917-03-03", False),
        ("1917-03-02", "1917-03", True),
        ("1917-02-28/1917-03-02", "1917-03-02/1917-03-05", True),
        ("1917-02-28/1917-03-01", "1917-03-02/1917-03-05", False),
        ("1917-03-02/..", "1999", True),
        ("1917-03-02/", "1917-03-01", False),
        ("../1917-03-02", "1066", True),
        ("../1917-03-02", "1917-03-03/..", False),
        ("../1917-03-02", "1917-03-02/..", True),
        ("191X", "19XX", True),
    ],
)
def test_overlaps(one: str, other: str, overlap: bool) -> None:
    assert date(one).overlaps(date(other)) is overlap
    assert date(other).overlaps(date(one)) is overlap


@pytest.mark.parametrize(
    ("whole", "part", "contained"),
    [
        ("1917", "1917-03-02", True),
        ("1917-03-02", "1917", False),
        ("1917", "1917", True),
        ("1917-02/1917-10", "1917-05~", True),
        ("1917-02/..", "1917-03/..", True),
        ("1917-02/..", "../1917-03", False),
        ("1917-02/..", "1917-01/..", False),
        ("1917-02/1918", "1917-03/..", False),
    ],
)
def test_contains(whole: str, part: str, contained: bool) -> None:
    assert date(whole).contains(date(part)) is contained


def test_the_same_day_in_two_calendars_overlaps_and_sorts_alike_but_is_not_equal() -> None:
    julian = parse_edtf("1917-03-02", calendar=Calendar.JULIAN)
    gregorian = parse_edtf("1917-03-15", calendar=Calendar.GREGORIAN)
    assert julian.overlaps(gregorian)
    assert julian.contains(gregorian)
    assert julian.sort_key == gregorian.sort_key
    assert julian != gregorian


def test_sorting_puts_the_earlier_first_and_open_ends_outside() -> None:
    texts = ["1917-03-02/..", "1917", "1917-03-02", "../1900", "19XX", "1917-01-01", "-0043"]
    assert [str(found) for found in sorted(map(date, texts))] == [
        "../1900",
        "-0043",
        "19XX",
        "1917-01-01",
        "1917",
        "1917-03-02",
        "1917-03-02/..",
    ]


def test_dates_are_frozen_values() -> None:
    one = date("1917-03-02~")
    assert {one: "found"}[date("1917-03-02~")] == "found"
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    with pytest.raises(AttributeError):
        one.edtf = "1918"  # type: ignore[misc]
