"""The dates that a question mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.dates.calendars import Calendar
from bot.dates.historical import HistoricalDate
from bot.dates.mentions.grammar import Question, candidates
from bot.dates.mentions.spec import Spec, filled, joined, readings
from bot.dates.mentions.styles import with_styles
from bot.dates.mentions.tokens import read_tokens
from bot.dates.rule import CalendarRule

_JOINS = re.compile(r"(?:(?<=g)\.)?[-t]h?")  # behind "г" there is a point
_JOINS_AFTER_OPENER = re.compile(r"(?:(?<=g)\.)?[-t&]h?")
_OPENER = re.compile(r"bh?$")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: where it stands (`text[start:end]`, the calendar's name included), and what it may mean.

    `readings` are never empty. Without a stated calendar there is one for each, that of the rule first; years and what
    is coarser are read once. `stated` is the calendar that the question names for it.
    """

    start: int
    end: int
    text: str
    readings: tuple[HistoricalDate, ...]
    stated: Calendar | None = None


def find_dates(text: str, *, rule: CalendarRule, default_year: int | None = None) -> tuple[DateMention, ...]:
    """The dates that `text` mentions, in the order of the text; of overlapping ones the longest.

    `default_year` (astronomical) is the year of dates that name none; without it they are not mentioned. Any text will
    do: what is no date is passed over, and nothing is raised.
    """
    tokens, letters = read_tokens(text)
    question = Question(tokens, letters, default_year)
    specs = _longest(candidates(question))
    if not specs:
        return ()
    specs = _with_intervals(with_styles(specs, tokens, letters), letters, default_year)
    mentions = []
    for spec in specs:
        whole = filled(spec, default_year)
        if whole.needs_year or not (dates := readings(whole, rule)):
            continue
        start, end = tokens[spec.first].start, tokens[spec.last - 1].end
        stated = dates[0].calendar if spec.twin and len(dates) == 1 else spec.stated
        mentions.append(DateMention(start, end, text[start:end], dates, stated))
    return tuple(mentions)


def _longest(found: Iterable[Spec]) -> list[Spec]:
    """Of overlapping dates the one of most tokens, the first of equals; in the order of the text."""
    chosen: list[Spec] = []
    taken: set[int] = set()
    for spec in sorted(found, key=lambda spec: (spec.first - spec.last, spec.first)):
        places = range(spec.first, spec.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(spec)
    return sorted(chosen, key=lambda spec: spec.first)


def _with_intervals(specs: list[Spec], letters: str, default_year: int | None) -> list[Spec]:
    """The dates with those two joined that "from ... to ...", "between ... and ..." or a dash makes an interval."""
    merged: list[Spec] = []
    for spec in specs:
        if merged and (interval := _interval(merged[-1], spec, letters, default_year)):
            merged[-1] = interval
        else:
            merged.append(spec)
    return merged


def _interval(start: Spec, end: Spec, letters: str, default_year: int | None) -> Spec | None:
    opened = _OPENER.search(letters[max(0, start.first - 2) : start.first])
    joins = _JOINS_AFTER_OPENER if opened else _JOINS
    return joined(start, end, default_year) if joins.fullmatch(letters, start.last, end.first) else None
