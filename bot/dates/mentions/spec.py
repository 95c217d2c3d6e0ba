"""A date as a question says it, possibly still without its year, and what it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.dates.calendars import Calendar, civil_date, days_in_month, is_day
from bot.dates.edtf import parse_edtf
from bot.dates.errors import DateError
from bot.dates.historical import HistoricalDate
from bot.dates.languages import Part
from bot.dates.rule import CalendarRule

_YEAR = "{year}"
_YEARS = re.compile(r"-?[0-9]{4}/-?[0-9]{4}")
_LEAP_YEAR = 4  # any; 29 February is kept until the year is known


class Spec(NamedTuple):
    """A date found in the tokens from `first` up to, not including, `last`.

    `texts` are its readings in EDTF, the likeliest first, with `{year}` where the year comes in. `month` puts
    dates of one year in order. `coarse` dates are the same in all calendars. `twin` is the (month, day) of the other
    calendar that stands beside a day in "2 (14) May 1850".
    """

    first: int
    last: int
    texts: tuple[str, ...]
    year: int | None = None
    month: int | None = None
    coarse: bool = False
    stated: Calendar | None = None
    twin: tuple[int, int] | None = None

    @property
    def needs_year(self) -> bool:
        """Whether a year must come from elsewhere."""
        return self.year is None and any(_YEAR in text for text in self.texts)


def exists(month: int, day: int, year: int | None = None) -> bool:
    """Whether the year (some year, when it is not known) has that day; in the Julian calendar, which has them all."""
    return is_day(Calendar.JULIAN, _LEAP_YEAR if year is None else year, month, day)


def day_text(month: int, day: int) -> str:
    """EDTF of a day, its year to come."""
    return f"{_YEAR}-{month:02}-{day:02}"


def days_text(month: int, first: int, last: int, qualifier: str = "") -> str:
    """EDTF of some days of a month, its year to come."""
    return f"{day_text(month, first)}{qualifier}/{day_text(month, last)}{qualifier}"


def part_of_month(part: Part, month: int) -> str:
    """EDTF of "early March": about ten days, or half a month."""
    end = days_in_month(Calendar.GREGORIAN, 1, month)
    spans = {
        Part.EARLY: (1, 10),
        Part.MIDDLE: (11, 20),
        Part.LATE: (21, end),
        Part.FIRST_HALF: (1, 15),
        Part.SECOND_HALF: (16, end),
    }
    return days_text(month, *spans[part], qualifier="~")


def part_of_year(part: Part) -> str:
    """EDTF of "early 1370": about four months, or half a year."""
    spans = {
        Part.EARLY: (1, 4),
        Part.MIDDLE: (5, 8),
        Part.LATE: (9, 12),
        Part.FIRST_HALF: (1, 6),
        Part.SECOND_HALF: (7, 12),
    }
    first, last = spans[part]
    return f"{_YEAR}-{first:02}~/{_YEAR}-{last:02}~"


def year_text(year: int) -> str:
    """An astronomical year as EDTF writes it."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def filled(spec: Spec, year: int | None) -> Spec:
    """The spec with a year of its own, `year` where it has none."""
    return spec._replace(year=year) if spec.needs_year else spec


def joined(start: Spec, end: Spec, default_year: int | None) -> Spec | None:
    """The interval of two dates, the year of one serving the other; None when it would run backwards."""
    if start.stated and end.stated and start.stated is not end.stated:
        return None
    first, last = start.year, end.year
    backwards = start.month is not None and end.month is not None and end.month < start.month
    if start.needs_year:
        first = default_year if last is None else last - backwards
    if end.needs_year:
        last = None if first is None else first + backwards
    if (start.needs_year and first is None) or (end.needs_year and last is None):
        return None
    texts = tuple(
        f"{begin.partition('/')[0]}/{finish.rpartition('/')[2]}"
        for begin, finish in zip(_complete(start, first), _complete(end, last), strict=False)
    )
    return Spec(
        start.first,
        end.last,
        texts,
        year=first,
        month=start.month,
        coarse=start.coarse and end.coarse,
        stated=start.stated or end.stated,
    )


def _complete(spec: Spec, year: int | None) -> list[str]:
    return [text if year is None else text.replace(_YEAR, year_text(year)) for text in spec.texts]


def readings(spec: Spec, rule: CalendarRule) -> tuple[HistoricalDate, ...]:
    """What a complete spec may mean: each text in each calendar, that of the rule first. None may be left."""
    found: dict[tuple[float, float], HistoricalDate] = {}
    for text in _complete(spec, spec.year):
        for date in _in_calendars(text, spec, rule):
            found.setdefault(date.sort_key, date)
    dates = tuple(found.values())
    twins = tuple(date for date in dates if _is_also(date, spec.twin))
    return twins or dates


def _in_calendars(text: str, spec: Spec, rule: CalendarRule) -> Iterator[HistoricalDate]:
    if spec.stated is None and (spec.coarse or _YEARS.fullmatch(text)):
        date = _parsed(text, None, rule)
        if date is not None:
            yield date
        return
    stated = (spec.stated,) if spec.stated else (Calendar.JULIAN, Calendar.GREGORIAN)
    dates = [date for calendar in stated if (date := _parsed(text, calendar, rule)) is not None]
    switched = rule.switch is not None and bool(dates) and dates[0].sort_key[0] >= rule.switch
    likely = Calendar.GREGORIAN if switched else rule.default
    yield from sorted(dates, key=lambda date: date.calendar is not likely)


def _parsed(text: str, calendar: Calendar | None, rule: CalendarRule) -> HistoricalDate | None:
    try:
        return parse_edtf(text, calendar=calendar, rule=rule)
    except DateError:
        return None


def _is_also(date: HistoricalDate, twin: tuple[int, int] | None) -> bool:
    """Whether the other calendar calls that day `twin`."""
    other = Calendar.JULIAN if date.calendar is Calendar.GREGORIAN else Calendar.GREGORIAN
    return twin is not None and date.earliest is not None and civil_date(other, date.earliest)[1:] == twin
