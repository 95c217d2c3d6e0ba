"""Days of the two calendars, against convertdate and against a slow count that is obviously right.

convertdate takes and gives astronomical years for both calendars, and Julian dates that begin at midnight, half a day
before the Julian Day Number of that date.
"""

from __future__ import annotations

import pytest
from convertdate import gregorian, julian
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import Calendar, NoSuchDayError, civil_date, day_number, days_in_month, weekday
from bot.dates.calendars import FIRST_GREGORIAN_DAY, is_day, is_leap

ORACLES = {Calendar.JULIAN: julian, Calendar.GREGORIAN: gregorian}
CALENDARS = st.sampled_from(Calendar)
NUMBERS = st.integers(min_value=-1_000_000, max_value=4_000_000)
EARLIEST, LATEST = day_number(Calendar.JULIAN, -4700, 1, 1), day_number(Calendar.GREGORIAN, 3000, 12, 31)


@st.composite
def dates(draw: st.DrawFn) -> tuple[Calendar, int, int, int]:
    calendar, year, month = draw(CALENDARS), draw(st.integers(-4700, 3000)), draw(st.integers(1, 12))
    return calendar, year, month, draw(st.integers(1, days_in_month(calendar, year, month)))


@given(dates())
@settings(deadline=None, max_examples=500)
def test_day_number_agrees_with_convertdate(date: tuple[Calendar, int, int, int]) -> None:
    calendar, year, month, day = date
    assert day_number(calendar, year, month, day) == ORACLES[calendar].to_jd(year, month, day) + 0.5


@given(CALENDARS, st.integers(EARLIEST, LATEST))
@settings(deadline=None, max_examples=500)
def test_civil_date_agrees_with_convertdate(calendar: Calendar, number: int) -> None:
    assert civil_date(calendar, number) == ORACLES[calendar].from_jd(number - 0.5)


@given(CALENDARS, NUMBERS)
@settings(deadline=None)
def test_every_day_has_a_date_in_each_calendar_and_back(calendar: Calendar, number: int) -> None:
    date = civil_date(calendar, number)
    assert is_day(calendar, *date)
    assert day_number(calendar, *date) == number


@given(CALENDARS, NUMBERS)
@settings(deadline=None)
def test_the_next_day_is_the_next_date(calendar: Calendar, number: int) -> None:
    year, month, day = civil_date(calendar, number)
    if day < days_in_month(calendar, year, month):
        tomorrow = (year, month, day + 1)
    else:
        tomorrow = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert civil_date(calendar, number + 1) == tomorrow


@pytest.mark.parametrize("calendar", Calendar)
def test_lengths_of_years_add_up(calendar: Calendar) -> None:
    start = -4800
    number = day_number(calendar, start, 1, 1)
    for year in range(start, 2501):
        assert day_number(calendar, year, 1, 1) == number
        assert sum(days_in_month(calendar, year, month) for month in range(1, 13)) == 365 + is_leap(calendar, year)
        number += 365 + is_leap(calendar, year)


@pytest.mark.parametrize(
    ("julian_date", "gregorian_date", "number", "day_of_week"),
    [
        ((-4712, 1, 1), (-4713, 11, 24), 0, 0),
        ((-43, 3, 15), (-43, 3, 13), 1705426, 2),
        ((1, 1, 1), (0, 12, 30), 1721424, 5),
        ((250, 3, 5), (250, 3, 5), 1812434, 1),
        ((1582, 10, 5), (1582, 10, 15), FIRST_GREGORIAN_DAY, 4),
        ((1752, 9, 2), (1752, 9, 13), 2361221, 2),
        ((1900, 2, 29), (1900, 3, 13), 2415092, 1),
        ((1917, 2, 27), (1917, 3, 12), 2421300, 0),
        ((1918, 2, 1), (1918, 2, 14), 2421639, 3),
        ((1987, 12, 19), (1988, 1, 1), 2447162, 4),
    ],
)
def test_known_days(
    julian_date: tuple[int, int, int], gregorian_date: tuple[int, int, int], number: int, day_of_week: int
) -> None:
    assert day_number(Calendar.JULIAN, *julian_date) == number
    assert day_number(Calendar.GREGORIAN, *gregorian_date) == number
    assert civil_date(Calendar.JULIAN, number) == julian_date
    assert civil_date(Calendar.GREGORIAN, number) == gregorian_date
    assert weekday(number) == day_of_week


@pytest.mark.parametrize(
    ("calendar", "date", "sentence"),
    [
        (
            Calendar.GREGORIAN,
            (1900, 2, 29),
            "1900-02-29 is no day of the Gregorian calendar (February 1900 has 28 days there)",
        ),
        (
            Calendar.JULIAN,
            (1900, 2, 30),
            "1900-02-30 is no day of the Julian calendar (February 1900 has 29 days there)",
        ),
        (
            Calendar.JULIAN,
            (-43, 4, 31),
            "-0043-04-31 is no day of the Julian calendar (April -0043 has 30 days there)",
        ),
        (Calendar.JULIAN, (1917, 13, 1), "1917-13-01 is no day: months go from 01 to 12"),
        (Calendar.GREGORIAN, (1917, 0, 1), "1917-00-01 is no day: months go from 01 to 12"),
        (
            Calendar.GREGORIAN,
            (1917, 1, 0),
            "1917-01-00 is no day of the Gregorian calendar (January 1917 has 31 days there)",
        ),
    ],
)
def test_days_that_are_none(calendar: Calendar, date: tuple[int, int, int], sentence: str) -> None:
    assert not is_day(calendar, *date)
    with pytest.raises(NoSuchDayError) as raised:
        day_number(calendar, *date)
    assert str(raised.value) == sentence
    assert (raised.value.year, raised.value.month, raised.value.day) == date


def test_the_29th_of_february_1900_is_julian_only() -> None:
    assert is_day(Calendar.JULIAN, 1900, 2, 29)
    assert not is_day(Calendar.GREGORIAN, 1900, 2, 29)
