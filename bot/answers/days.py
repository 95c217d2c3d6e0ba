"""What a day brought, the most telling first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dates import HistoricalDate, Precision
from bot.facts import Fact, Library
from bot.retrieval.index import Days, span


def news_of(date: HistoricalDate, library: Library, days: Days) -> Sequence[Fact]:
    """The facts of a date. Those of a longer time come in order of time; those of one day by how much they are its own.

    A fact that is dated by just that day comes before one that spans it; then come kinds that happen (as the pack
    declares them) before the people who took part, lead facts before details, and much told things before others.
    """
    facts = days.during(date)
    if date.precision < Precision.DAY or date.is_interval:
        return facts
    asked = span(date)

    def rank(fact: Fact) -> tuple[bool, bool, bool, int]:
        owner = library.entity_of(fact.id)
        exact = fact.date is not None and span(fact.date) == asked
        happens = library.pack.kinds[owner.kind].happens
        return not exact, not happens, owner.facts[0] is not fact, -len(library.about(owner.id))

    return sorted(facts, key=rank)
