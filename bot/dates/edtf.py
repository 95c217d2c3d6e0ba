"""Dates as curators write them: a subset of EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

Taken from https://www.loc.gov/standards/datetime/: of level 0 days, months, years and intervals, of level 1 seasons,
qualification of a whole date (`?` `~` `%`), unspecified digits from the right (`X`), open (`..`) and unknown (empty)
ends of intervals, and negative years. Years have four digits and are astronomical: 0000 is 1 BC, -0043 is 44 BC. No
time of day, no level 2.
"""

from __future__ import annotations

import re

from bot.dates.calendars import Calendar, day_number
from bot.dates.errors import DateError
from bot.dates.historical import HistoricalDate, Precision
from bot.dates.rule import GREGORIAN_RULE, CalendarRule

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF's code of a season (spring, summer, autumn, winter) -> the month it begins with; each has three months.

The standard leaves the months open. Taken are the meteorological ones of the northern hemisphere; the winter of a year
begins in its December.
"""

_DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d\dXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)

# What people write instead, and what to tell them.
_MISTAKES = (
    (r".*/.*", "an interval has two ends with one slash between them"),
    (r"Y.*", "years of more than four digits are not supported"),
    (r"[\[{].*", "sets of dates are not supported; use an interval, 1370-05-24/1370-06-02"),
    (r".*\dT\d.*", "a time of day is not supported; leave it out"),
    (r"-?\d{1,3}([-/?~%].*)?", "years have four digits, as in 0476"),
    (r"-\d*X.*", "X cannot stand in a year before 0; use an interval, -0049/-0040"),
    (r"-?\d{4}-\d(-\d\d?)?|-?\d{4}-\d\d-\d", "months and days have two digits, as in 1370-05-04"),
    (r".*X.*", "X stands for unknown digits from the right only, as in 137X, 13XX, 1370-XX or 1370-05-XX"),
    (r"[?~%].+|.*[?~%].+", "only a whole date can be qualified, at its end: 1370-05-24~"),
    (r".*\b(bc|ad|ce|bce)\b.*", "44 BC is written -0043"),
)


def parse_edtf(text: str, *, calendar: Calendar | None = None, rule: CalendarRule = GREGORIAN_RULE) -> HistoricalDate:
    """The date or interval that `text` writes in EDTF.

    Without `calendar` the `rule` decides, for each end of an interval by itself. Raises `DateError` with a sentence for
    the curator when the text is no date of the subset, names a day that never was, or ends before it starts.
    """
    text = text.strip()
    if "/" in text:
        return _interval(text, calendar, rule)
    return _single(text, calendar, rule)


def _interval(text: str, calendar: Calendar | None, rule: CalendarRule) -> HistoricalDate:
    first, _, last = text.partition("/")
    start = None if first in {"", ".."} else _single(first, calendar, rule)
    end = None if last in {"", ".."} else _single(last, calendar, rule)
    known = [date for date in (start, end) if date is not None]
    if not known:
        raise DateError(f"{text!r} is no interval: one of its ends must be a date", text=text)
    if start and end and end.sort_key[1] < start.sort_key[0]:
        raise DateError(f"{text} ends before it starts; the earlier date comes first", text=text)
    return HistoricalDate(
        edtf=text,
        calendar=known[0].calendar,
        precision=min(date.precision for date in known),
        earliest=start.earliest if start else None,
        latest=end.latest if end else None,
        approximate=any(date.approximate for date in known),
        uncertain=any(date.uncertain for date in known),
        start=start,
        end=end,
    )


def _single(text: str, calendar: Calendar | None, rule: CalendarRule) -> HistoricalDate:
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(_no_date(text), text=text)
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    if "X" in year and month is not None and month != "XX":
        raise DateError(f"{text} names a month of an unknown year; write {year}", text=text)
    if month == "XX" and day not in {None, "XX"}:
        raise DateError(f"{text} names a day of an unknown month; write {year} or {year}-XX-XX", text=text)
    precision, first, last = _span(text, year, month, day)
    earliest, latest, calendar = _bounds(first, last, calendar, rule)
    return HistoricalDate(
        edtf=text,
        calendar=calendar,
        precision=precision,
        earliest=earliest,
        latest=latest,
        approximate=qualifier in {"~", "%"},
        uncertain=qualifier in {"?", "%"},
    )


_Day = tuple[int, int, int]
_Month = tuple[int, int]


def _span(text: str, year: str, month: str | None, day: str | None) -> tuple[Precision, _Day | _Month, _Day | _Month]:
    """Precision, and the first and last day or month that the digits leave open."""
    if "X" in year:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return (Precision.CENTURY if "XX" in year else Precision.DECADE), (first, 1), (last, 12)
    number = int(year)
    if month is None or month == "XX":
        return Precision.YEAR, (number, 1), (number, 12)
    if int(month) in SEASONS:
        if day is not None:
            raise DateError(f"{text} names a day of a season; write {year}-{month}", text=text)
        begin = number * 12 + SEASONS[int(month)] - 1
        return Precision.SEASON, (begin // 12, begin % 12 + 1), ((begin + 2) // 12, (begin + 2) % 12 + 1)
    if not 1 <= int(month) <= 12:
        raise DateError(f"{text} has no month: months go from 01 to 12, seasons from 21 to 24", text=text)
    if day is None or day == "XX":
        return Precision.MONTH, (number, int(month)), (number, int(month))
    exact = (number, int(month), int(day))
    return Precision.DAY, exact, exact


def _bounds(
    first: _Day | _Month, last: _Day | _Month, calendar: Calendar | None, rule: CalendarRule
) -> tuple[int, int, Calendar]:
    """Julian Day Numbers of the first and last day, and the calendar of the first."""
    if len(first) == 3:
        calendar = calendar or rule.calendar_of(*first)
        number = day_number(calendar, *first)
        return number, number, calendar
    if calendar is not None:
        rule = CalendarRule(calendar)
    earliest, calendar = rule.first_day(*first)
    return earliest, rule.last_day(*last[:2])[0], calendar


def _no_date(text: str) -> str:
    if not text:
        return "an empty text is no date; leave the field out when the date is unknown"
    for pattern, advice in _MISTAKES:
        if re.fullmatch(pattern, text, re.IGNORECASE | re.DOTALL):
            return f"{text!r} is no date: {advice}"
    return f"{text!r} is no date; write it year first, like 1370-05-24, 1370-05 or 1370"
