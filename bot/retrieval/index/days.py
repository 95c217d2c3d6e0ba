"""Facts by date: what the base tells of a day, a month, a year."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from bot.dates import HistoricalDate
from bot.facts import Fact

_ENDLESS = 1 << 40


def span(date: HistoricalDate) -> tuple[int, int]:
    """First and last day (Julian Day Numbers, inclusive); an open end is further away than any date."""
    earliest = -_ENDLESS if date.earliest is None else date.earliest
    return earliest, _ENDLESS if date.latest is None else date.latest


class Days:
    """Dated facts in order of their first day."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        dated = [(*span(fact.date), fact) for fact in facts if fact.date is not None]
        self._dated = sorted(dated, key=lambda entry: (entry[0], entry[1], entry[2].id))
        self._starts = [start for start, _, _ in self._dated]

    def during(self, date: HistoricalDate) -> list[Fact]:
        """Facts whose date falls within `date` or overlaps it, the closest in length first, then in order of time.

        A fact that merely spans the asked day among a year of others ("in 1500") is no news of that day: it must be
        at most a month long, or lie wholly within what was asked.
        """
        first, last = span(date)
        found = []
        for start, end, fact in self._dated[: bisect_right(self._starts, last)]:
            within = start >= first and end <= last
            if end >= first and (within or end - start <= 31):
                found.append((end - start > last - first, start, end - start, fact))
        return [fact for *_, fact in sorted(found, key=lambda entry: entry[:3])]
