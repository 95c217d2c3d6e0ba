"""What a day brought, the most telling first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dates import HistoricalDate, Precision
from bot.facts import Entity, Fact, Library
from bot.retrieval.index import Days, span

_MOSTLY = 0.5


def news_of(date: HistoricalDate, library: Library, days: Days) -> Sequence[Fact]:
    """The facts of a date. Those of a longer time come in order of time; those of one day by how much they are its own.

    A fact that is dated by just that day comes before one that spans it. Then come the things that the day made: the
    event before the people who took part, its lead fact before details, and much told things before others.
    """
    facts = days.during(date)
    if date.precision < Precision.DAY or date.is_interval:
        return facts
    asked = span(date)

    def rank(fact: Fact) -> tuple[bool, bool, bool, int]:
        owner = library.entity_of(fact.id)
        exact = fact.date is not None and span(fact.date) == asked
        return not exact, not _belongs_to(owner, asked), owner.facts[0] is not fact, -len(library.about(owner.id))

    return sorted(facts, key=rank)


def _belongs_to(entity: Entity, day: tuple[int, int]) -> bool:
    """Whether most of what the base tells of an entity, as far as it is dated, fell on the day or spans it."""
    dated = [span(fact.date) for fact in entity.facts if fact.date is not None]
    return sum(start <= day[1] and end >= day[0] for start, end in dated) > _MOSTLY * len(dated)
