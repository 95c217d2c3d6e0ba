"""outside-lifetime: nobody holds an office, and nothing happens to anything, before it was there or when it is no more.

Only an entity with `lifetime` is looked at; a date that is only about or probably right gets its own length as grace.
What came after a life (a monument, a trial of the dead) is told of the monument or the trial, `about` the dead.

Passes: `lifetime: 1129/1195-08-06` and a fact of 1159. Fails: the same, and a role from 1196 on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.dates import HistoricalDate
from bot.facts.checks.base import Draft, Finding, Placed
from bot.facts.models import Entity, Fact
from bot.facts.problem import Steps

ID = "outside-lifetime"


def check(draft: Draft) -> Iterator[Finding]:
    """Every fact dated outside the life of its entity, and every role outside the life of its holder or body."""
    lifetimes = {each.value.id: each.value.lifetime for each in draft.entities if each.value.lifetime is not None}
    if not lifetimes:
        return
    for entity, index, fact in draft.facts():
        path: Steps = ("facts", index)
        life = lifetimes.get(entity.value.id)
        if life is not None and fact.date is not None and (wrong := _outside(fact.date, life)):
            yield Finding(entity.at(*path, "date"), _sentence("the fact", fact.date, wrong, entity.value.id, life))
        if fact.roles:
            yield from _roles(entity, fact, path, lifetimes)


def _roles(
    entity: Placed[Entity], fact: Fact, path: Steps, lifetimes: Mapping[str, HistoricalDate]
) -> Iterator[Finding]:
    for number, role in enumerate(fact.roles):
        for who in (role.holder, role.body):
            if who is None or (life := lifetimes.get(who)) is None:
                continue
            for key, date in (("start", role.start), ("end", role.end)):
                if date is not None and (wrong := _outside(date, life)):
                    spot = entity.at(*path, "roles", number, key)
                    yield Finding(spot, _sentence(f"the {key} of the role", date, wrong, who, life))
                    break


def _outside(date: HistoricalDate, life: HistoricalDate) -> str | None:
    """On which side of a life all days lie that the date may mean: "before", "after" or None."""
    grace = _grace(date) + _grace(life)
    if date.latest is not None and life.earliest is not None and date.latest + grace < life.earliest:
        return "before"
    if date.earliest is not None and life.latest is not None and date.earliest - grace > life.latest:
        return "after"
    return None


def _grace(date: HistoricalDate) -> int:
    """The days by which a date that is not certain may be off: as many as it has."""
    vague = date.approximate or date.uncertain
    return date.latest - date.earliest + 1 if vague and date.latest is not None and date.earliest is not None else 0


def _sentence(what: str, date: HistoricalDate, wrong: str, who: str, life: HistoricalDate) -> str:
    return f"{what} ({date}) lies {wrong} the life of `{who}` ({life}); correct one of the dates"
