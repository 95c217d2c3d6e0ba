"""Dates in words, in both calendars: "1 June 1370" and "24 May 1752 (O.S.) / 4 June 1752 (N.S.)".

Rules, all of them in one place:

- the date's own calendar comes first, then the other one, marked O.S. and N.S.;
- seasons, years and what is coarser are the same in both calendars and carry no mark; so do days before 15 October 1582
  that are given in the Julian calendar, since there was no other;
- days that both calendars give the same date (in the third century) are said once;
- what the two ends of an interval have in common is said once: "27–31 August 1370", "28 February – 1 March 1370".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.dates.calendars import FIRST_GREGORIAN_DAY, Calendar, civil_date, days_in_month
from bot.dates.calendars import weekday as weekday_of
from bot.dates.edtf import SEASONS
from bot.dates.historical import HistoricalDate, Precision
from bot.dates.languages import Case, Era, Phrasebook, phrases_of

BOTH = (Calendar.JULIAN, Calendar.GREGORIAN)


def wording(
    date: HistoricalDate, *, language: str = "en", calendars: Sequence[Calendar] = BOTH, weekday: bool = False
) -> str:
    """`date` in words of `language` (a tag such as "ru" or "en-GB"; English where we have no phrases for it).

    `calendars` are those to show; with one alone there are no marks. `weekday` puts the day of the week in front of a
    day that is known exactly.
    """
    phrases = phrases_of(language)
    outer, case = _outer_phrases(date, phrases)
    worded = {calendar: _in_calendar(date, calendar, phrases, case) for calendar in _shown(date, calendars)}
    if len(set(worded.values())) == 1:
        text = next(iter(worded.values()))
    else:
        text = " / ".join(f"{words} ({phrases.marks[calendar]})" for calendar, words in worded.items())
    if weekday and not date.is_interval and not date.approximate and date.precision is Precision.DAY:
        text = phrases.on_weekday.format(weekday=phrases.weekdays[weekday_of(date.earliest or 0)], date=text)
    for template in outer:
        text = template.format(text)
    return text


class _Point(NamedTuple):
    """A date as it stands in one calendar, down to its precision. Years are astronomical; `season` counts from 0."""

    precision: Precision
    year: int
    month: int = 0
    day: int = 0
    season: int = 0


def _ends(date: HistoricalDate) -> list[HistoricalDate]:
    """The dates that an interval names, or the date itself."""
    return [end for end in (date.start, date.end) if end is not None] or [date]


def _shown(date: HistoricalDate, calendars: Sequence[Calendar]) -> list[Calendar]:
    """The calendars to word `date` in, its own first."""
    ends = _ends(date)
    if all(end.precision < Precision.MONTH for end in ends):
        return [date.calendar]
    before_reform = all(end.latest is not None and end.latest < FIRST_GREGORIAN_DAY for end in ends)
    if before_reform and date.calendar is Calendar.JULIAN and Calendar.JULIAN in calendars:
        return [Calendar.JULIAN]
    return sorted(dict.fromkeys(calendars), key=lambda calendar: calendar is not date.calendar) or [date.calendar]


def _outer_phrases(date: HistoricalDate, phrases: Phrasebook) -> tuple[list[str], Case]:
    """Templates around the whole wording, the inner one first, and the case that they ask for."""
    start, end = date.start, date.end
    if start and end:
        if (start.approximate, start.uncertain) != (end.approximate, end.uncertain):
            return [], Case.NOMINATIVE  # each end says its own
        return _qualifiers(start, phrases)
    if not date.is_interval:
        return _qualifiers(date, phrases)
    if start:
        template = phrases.since_about if date.approximate else phrases.since
    else:
        template = phrases.until_about if date.approximate else phrases.until
    return [template, *([phrases.probably] if date.uncertain else [])], Case.GENITIVE


def _qualifiers(date: HistoricalDate, phrases: Phrasebook) -> tuple[list[str], Case]:
    templates = [phrases.about] if date.approximate else []
    if date.uncertain:
        templates.append(phrases.probably)
    return templates, Case.GENITIVE if date.approximate else Case.NOMINATIVE


def _in_calendar(date: HistoricalDate, calendar: Calendar, phrases: Phrasebook, case: Case) -> str:
    """The date in one calendar, without what stands around it."""
    start, end = date.start, date.end
    if start and end and (start.approximate, start.uncertain) != (end.approximate, end.uncertain):
        return " – ".join(_qualified(part, calendar, phrases) for part in (start, end))
    points = [point for part in _ends(date) for point in _points(part, calendar)]
    if date.is_interval and not (start and end):  # "from May" begins with its first day, "until May" ends with its last
        points = points[:1] if start else points[-1:]
    return _span(points[0], points[-1], phrases, case)


def _qualified(date: HistoricalDate, calendar: Calendar, phrases: Phrasebook) -> str:
    templates, case = _qualifiers(date, phrases)
    text = _in_calendar(date, calendar, phrases, case)
    for template in templates:
        text = template.format(text)
    return text


def _points(date: HistoricalDate, calendar: Calendar) -> Iterator[_Point]:
    """A date of one calendar in another: one point, or the first and last day of a month of the other calendar."""
    if date.earliest is None or date.latest is None:
        return
    if date.precision < Precision.MONTH or (date.precision is Precision.MONTH and date.calendar is calendar):
        year, month, _ = civil_date(date.calendar, date.earliest)
        season = next((code - 21 for code, first in SEASONS.items() if first == month), 0)
        point = _Point(date.precision, year, month, season=season)
        yield point if date.precision is Precision.MONTH else point._replace(month=0)
        return
    first, last = civil_date(calendar, date.earliest), civil_date(calendar, date.latest)
    if date.precision is Precision.MONTH and first == (*last[:2], 1) and last[2] == days_in_month(calendar, *last[:2]):
        yield _Point(Precision.MONTH, *last[:2])
        return
    yield _Point(Precision.DAY, *first)
    if last != first:
        yield _Point(Precision.DAY, *last)


def _span(first: _Point, last: _Point, phrases: Phrasebook, case: Case) -> str:
    """Two points, with what they have in common said once."""
    if first == last:
        return _text(first, phrases, case)
    if first.precision is last.precision is Precision.YEAR and (first.year > 0) == (last.year > 0):
        era = Era.EARLY if 0 < first.year < 100 else _era(last.year)
        return phrases.years[era].format(f"{_counted(first.year)}–{_counted(last.year)}")
    if first.year == last.year and min(first.precision, last.precision) >= Precision.SEASON:
        if first.precision is last.precision is Precision.DAY and first.month == last.month:
            return f"{first.day}–{_text(last, phrases, case)}"
        return f"{_without_year(first, phrases, case)} – {_text(last, phrases, case)}"
    return f"{_text(first, phrases, case)} – {_text(last, phrases, case)}"


def _text(point: _Point, phrases: Phrasebook, case: Case) -> str:
    match point.precision:
        case Precision.CENTURY:
            return phrases.century[case].format(phrases.century_number(point.year // 100 + 1))
        case Precision.DECADE:
            return phrases.decade[case].format(point.year)
        case Precision.YEAR:
            return _year(point.year, phrases)
    return f"{_without_year(point, phrases, case)} {_year(point.year, phrases)}"


def _without_year(point: _Point, phrases: Phrasebook, case: Case) -> str:
    if point.precision is Precision.SEASON:
        return phrases.seasons[point.season][case]
    if point.precision is Precision.MONTH:
        return phrases.months[point.month - 1][case]
    return f"{point.day} {phrases.months[point.month - 1][Case.GENITIVE]}"


def _era(year: int) -> Era:
    return Era.BEFORE if year <= 0 else Era.EARLY if year < 100 else Era.COMMON


def _counted(year: int) -> int:
    """The number that people give to an astronomical year: 44 for -43, which is 44 BC."""
    return year if year > 0 else 1 - year


def _year(year: int, phrases: Phrasebook) -> str:
    return phrases.year[_era(year)].format(_counted(year))
