"""The Julian and the Gregorian calendar, both proleptic: every day of history has a date in each.

A day is an integer Julian Day Number (JDN), the count of days that astronomers use; conversions go through it. Years
are astronomical: 1 is AD 1, 0 is 1 BC, -43 is 44 BC.

The formulas are algorithms 3 and 4 of E. G. Richards, "Calendars", in: S. E. Urban, P. K. Seidelmann (eds.),
Explanatory Supplement to the Astronomical Almanac, 3rd ed., Mill Valley 2013, section 15.11.3. Richards gives them for
JDN >= 0; with floor division, as here, they hold for all earlier days too.
"""

from __future__ import annotations

from enum import StrEnum

from bot.dates.errors import NoSuchDayError


class Calendar(StrEnum):
    """A calendar that a date is given in."""

    JULIAN = "julian"
    GREGORIAN = "gregorian"


FIRST_GREGORIAN_DAY = 2299161
"""JDN of 15 October 1582, the first day on which the Gregorian calendar was in use anywhere (Inter gravissimas)."""

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(calendar: Calendar, year: int) -> bool:
    """Whether the astronomical `year` has a 29 February in `calendar`."""
    return year % 4 == 0 and (calendar is Calendar.JULIAN or year % 100 != 0 or year % 400 == 0)


def days_in_month(calendar: Calendar, year: int, month: int) -> int:
    """Number of days of a month (1 to 12) of an astronomical year."""
    return 29 if month == 2 and is_leap(calendar, year) else _DAYS_IN_MONTH[month - 1]


def is_day(calendar: Calendar, year: int, month: int, day: int) -> bool:
    """Whether `calendar` has that day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(calendar, year, month)


def day_number(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Julian Day Number of a date, years astronomical.

    Raises `NoSuchDayError`, with a sentence for people, when the calendar has no such day.
    """
    if not 1 <= month <= 12:
        raise NoSuchDayError(calendar, year, month, day, days=None)
    days = days_in_month(calendar, year, month)
    if not 1 <= day <= days:
        raise NoSuchDayError(calendar, year, month, day, days=days)
    shifted = month - 2  # years begin in March, so that the leap day is their last
    cycle_year = year + 4716 - (12 - shifted) // 12
    number = 1461 * cycle_year // 4 + day - 1402 + (153 * ((shifted + 11) % 12) + 2) // 5
    if calendar is Calendar.GREGORIAN:
        number -= 3 * ((cycle_year + 184) // 100) // 4 - 38
    return number


def civil_date(calendar: Calendar, number: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day that `calendar` gives to a Julian Day Number."""
    days = number + 1401
    if calendar is Calendar.GREGORIAN:
        days += (4 * number + 274277) // 146097 * 3 // 4 - 38
    quarters = 4 * days + 3
    fifths = 5 * (quarters % 1461 // 4) + 2
    month = (fifths // 153 + 2) % 12 + 1
    return quarters // 1461 - 4716 + (14 - month) // 12, month, fifths % 153 // 5 + 1


def weekday(number: int) -> int:
    """Day of the week of a Julian Day Number: 0 is Monday, 6 Sunday. JDN 0 was a Monday; the week is never broken."""
    return number % 7
