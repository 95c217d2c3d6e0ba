"""Dates that may lack their year: what they are written as, and how two become an interval."""

from __future__ import annotations

import pytest

from bot.dates import Calendar, CalendarRule
from bot.dates.languages import Part
from bot.dates.mentions.spec import (
    Spec,
    day_text,
    exists,
    filled,
    joined,
    part_of_month,
    part_of_year,
    readings,
    year_text,
)

JULIAN = CalendarRule(Calendar.JULIAN)


def day(month: int, number: int, year: int | None = None, stated: Calendar | None = None) -> Spec:
    return Spec(0, 2, (day_text(month, number),), year=year, month=month, stated=stated)


@pytest.mark.parametrize(
    ("start", "end", "default_year", "edtf"),
    [
        (day(2, 27), day(3, 2, 1370), None, "1370-02-27/1370-03-02"),
        (day(12, 27), day(1, 2, 1370), None, "1369-12-27/1370-01-02"),
        (day(2, 27, 1370), day(3, 2), None, "1370-02-27/1370-03-02"),
        (day(12, 27, 1370), day(1, 2), None, "1370-12-27/1371-01-02"),
        (day(2, 27), day(3, 2), 1370, "1370-02-27/1370-03-02"),
        (day(12, 27), day(1, 2), 1370, "1370-12-27/1371-01-02"),
        (day(2, 27, 1370), day(3, 2, 1372), 1400, "1370-02-27/1372-03-02"),
        (day(2, 27, -43), day(3, 2), None, "-0043-02-27/-0043-03-02"),
    ],
)
def test_the_year_of_one_end_serves_the_other(start: Spec, end: Spec, default_year: int | None, edtf: str) -> None:
    spec = joined(start, end, default_year)
    assert spec is not None
    assert [date.edtf for date in readings(spec, JULIAN)] == [edtf, edtf]
    assert [date.calendar for date in readings(spec, JULIAN)] == [Calendar.JULIAN, Calendar.GREGORIAN]


def test_no_interval_without_a_year_or_with_two_calendars() -> None:
    assert joined(day(2, 27), day(3, 2), None) is None
    assert joined(day(2, 27, 1370, Calendar.JULIAN), day(3, 2, 1370, Calendar.GREGORIAN), None) is None


def test_the_stated_calendar_of_one_end_holds_for_both() -> None:
    spec = joined(day(2, 27), day(3, 2, 1370, Calendar.GREGORIAN), None)
    assert spec is not None
    assert [date.calendar for date in readings(spec, JULIAN)] == [Calendar.GREGORIAN]


def test_an_interval_that_runs_backwards_has_no_reading() -> None:
    spec = joined(day(3, 2, 1371), day(3, 1, 1370), None)
    assert spec is not None
    assert readings(spec, JULIAN) == ()


def test_filled_gives_a_year_only_to_what_lacks_one() -> None:
    assert filled(day(3, 2), 1370).year == 1370
    assert filled(day(3, 2, 1371), 1370).year == 1371
    century = Spec(0, 2, ("13XX",), coarse=True)
    assert not century.needs_year
    assert filled(century, 1370).year is None


def test_a_twin_picks_the_calendar_in_which_it_is_the_same_day() -> None:
    def calendars(number: int, twin: int) -> list[Calendar]:
        spec = day(5, number, 1850)._replace(twin=(5, twin))
        return [date.calendar for date in readings(spec, JULIAN)]

    assert calendars(2, 14) == [Calendar.JULIAN]
    assert calendars(14, 2) == [Calendar.GREGORIAN]
    assert calendars(2, 20) == [Calendar.JULIAN, Calendar.GREGORIAN]


@pytest.mark.parametrize("part", Part)
def test_parts_are_dates(part: Part) -> None:
    for text in (*(part_of_month(part, month) for month in range(1, 13)), part_of_year(part)):
        (first, *_) = readings(Spec(0, 1, (text,), year=1371), JULIAN)
        assert first.approximate
        assert first.is_interval


def test_exists() -> None:
    assert exists(2, 29)
    assert exists(2, 29, 1900)
    assert not exists(2, 29, 1901)
    assert not exists(2, 30)
    assert not exists(13, 1)


def test_year_text() -> None:
    assert [year_text(year) for year in (1370, 44, 0, -43)] == ["1370", "0044", "0000", "-0043"]
