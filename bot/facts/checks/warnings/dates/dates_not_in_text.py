"""date-not-in-text: the day that a text names is the day of the fact's `date`.

A card shows both, and answers about a day are found by `date`: of two that contradict each other one is a slip. A
slip changes the day, the month or the year and leaves the rest; other days are told on purpose, and so are
neighbouring ones ("in the night of").

Passes: "Visby fell on 27 July 1361." with `date: 1361-07-27`, `1361-07` or `1361-07-28`.
Fails: the same with `date: 1361-07-22`, `1361-06-27` or `1316-07-27`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dates import CalendarRule, DateMention, HistoricalDate, Precision, civil_date, find_dates
from bot.facts.checks.base import Draft, Finding
from bot.facts.checks.warnings.dates.mentioned import Read, reader

ID = "date-not-in-text"

_FULL_DAY = re.compile(r"(?<![\d.,])\d{1,2}\W{1,3}[^\W\d]+\W{1,3}\d{3,4}|[^\W\d]\s\d{1,2},?\s\d{3,4}|\d[./-]\d+[./-]\d")
"""Roughly a full day. Reading the dates of a whole text is dear, and most texts have none or name the right one."""


def check(draft: Draft) -> Iterator[Finding]:
    """Every text with one full day, which is a slip away from the fact's own day, and no date that goes with that."""
    if draft.pack is None:
        return
    rule = draft.pack.value.calendar_rule
    read = reader(rule)
    for entity, index, fact in draft.facts():
        date = fact.date
        if date is None or date.earliest is None or date.earliest != date.latest:
            continue
        for language, text in fact.text.items():
            if _FULL_DAY.search(text) and not _is_named(text, date, date.earliest, read):
                day = _slip(text, date, date.earliest, rule)
                if day is not None:
                    sentence = f"the text says “{day.text}”, the date is {date}; correct one of them"
                    yield Finding(entity.at("facts", index, "text", language), sentence)


def _is_named(text: str, date: HistoricalDate, number: int, read: Read) -> bool:
    """Whether the figure of the day `number`, the words behind it taken in, is that day."""
    year, _, day = civil_date(date.calendar, number)
    near = re.search(rf"(?<!\d){day}(?:\W{{1,3}}\w+){{2}}", text)
    return near is not None and _is_among(read(near[0], year), date)


def _slip(text: str, date: HistoricalDate, number: int, rule: CalendarRule) -> DateMention | None:
    """The only full day of a text, where it looks like a slip and nothing else in the text goes with the date."""
    days = [mention for mention in find_dates(text, rule=rule) if _is_day(mention)]
    if len(days) != 1 or not any(_is_slip(reading, date, number) for reading in days[0].readings):
        return None
    year = civil_date(date.calendar, number)[0]
    return None if _is_among(find_dates(text, rule=rule, default_year=year), date) else days[0]


def _is_among(mentions: tuple[DateMention, ...], date: HistoricalDate) -> bool:
    return any(reading.overlaps(date) for mention in mentions for reading in mention.readings)


def _is_day(mention: DateMention) -> bool:
    return all(reading.precision is Precision.DAY and not reading.is_interval for reading in mention.readings)


def _is_slip(written: HistoricalDate, date: HistoricalDate, number: int) -> bool:
    """Whether one of day, month and year differs, in the same calendar, and by more than a night."""
    if written.calendar is not date.calendar or written.earliest is None or abs(written.earliest - number) <= 1:
        return False
    here, there = civil_date(date.calendar, written.earliest), civil_date(date.calendar, number)
    return sum(one != other for one, other in zip(here, there, strict=True)) == 1
