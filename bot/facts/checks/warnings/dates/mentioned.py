"""Reading dates in the texts of facts. Reading is dear, and a base tells of the same few days again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from bot.dates import CalendarRule, DateMention, find_dates

Read = Callable[[str, int | None], tuple[DateMention, ...]]
"""The dates in a short text, the year given being that of dates that name none."""


def reader(rule: CalendarRule) -> Read:
    """`find_dates` by a pack's rule, which remembers what it has read; for one run over the pack."""

    @cache
    def read(text: str, year: int | None) -> tuple[DateMention, ...]:
        return find_dates(text, rule=rule, default_year=year)

    return read
