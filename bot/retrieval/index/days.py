"""Facts by date: what the base tells of a day, a month, a year."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from bot.dates import HistoricalDate
from bot.facts import Fact

_ENDLESS = 1 << 40
_MONTH = 31  # days


def span(date: HistoricalDate) -> tuple[int, int]:
    """First and last day (Julian Day Numbers, inclusive); an open end is further away than any date."""
    earliest = -_ENDLESS if date.earliest is None else date.earliest
    return earliest, _ENDLESS if date.latest is None else date.latest


class Days:
    """Dated facts in order of their first day."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        dated = [(*span(fact.date), fact) for fact in facts if fact.date is not None]
        dated.sort(key=lambda entry: (entry[0], entry[1], entry[2].id))
        self._facts = [fact for _, _, fact in dated]
        self._starts = np.array([start for start, _, _ in dated], np.int64)
        self._ends = np.array([end for _, end, _ in dated], np.int64)

    def during(self, date: HistoricalDate) -> list[Fact]:
        """Facts whose date falls within `date` or overlaps it, the closest in length first, then in order of time.

        A fact that merely spans the asked day among a year of others (a reign, a war) is no news of that day: it must
        be at most a month long, or lie wholly within what was asked.
        """
        first, last = span(date)
        started = int(np.searchsorted(self._starts, last, side="right"))
        starts, ends = self._starts[:started], self._ends[:started]
        length = ends - starts
        within = (starts >= first) & (ends <= last)
        found = np.flatnonzero((ends >= first) & (within | (length <= _MONTH)))
        order = np.lexsort((length[found], starts[found], length[found] > last - first))
        return [self._facts[at] for at in found[order].tolist()]
