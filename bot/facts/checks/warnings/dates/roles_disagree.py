"""roles-disagree: two facts that tell of the same term in office give it the same dates.

"Who was in 1610?" is answered from roles, and the answer would depend on which of the two facts is found.

Passes: `start: 1605, end: 1618` and `start: 1605-05, end: 1618`; two terms, one after the other.
Fails: `start: 1605, end: 1618` and `start: 1606, end: 1618` of one person, one office and one body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.dates import HistoricalDate
from bot.facts.checks.base import Draft, Finding, Placed
from bot.facts.checks.folding import fold
from bot.facts.models import Entity, Fact, Role, in_language
from bot.facts.problem import Steps

ID = "roles-disagree"


def check(draft: Draft) -> Iterator[Finding]:
    """Every role that shares days with the same role in an earlier fact, and begins or ends on other days."""
    first = draft.pack.value.languages[0] if draft.pack is not None else ""
    told: defaultdict[tuple[str, str, str | None], list[tuple[Role, Fact, Placed[Entity], Steps]]] = defaultdict(list)
    for entity, index, fact in draft.facts():
        for number, role in enumerate(fact.roles):
            path: Steps = ("facts", index, "roles", number)
            same = told[role.holder, fold(in_language(role.role, first)), role.body]
            for other, where, owner, there in same:
                key = _difference(role, other) if where is not fact else None
                if key is not None:
                    dates = f"`{getattr(role, key)}` here and `{getattr(other, key)}` in `{where.id}`"
                    sentence = f"the {key} of this role is {dates} ({draft.where(owner.at(*there, key))}); correct one"
                    yield Finding(entity.at(*path, key), sentence)
                    break
            same.append((role, fact, entity, path))


def _difference(one: Role, other: Role) -> str | None:
    """`start` or `end`, where the two differ for certain; None for the same term, or for another one."""
    if not (_meet(one.start, other.end) and _meet(other.start, one.end)):
        return None
    if one.start is not None and other.start is not None and not one.start.overlaps(other.start):
        return "start"
    if one.end is not None and other.end is not None and not one.end.overlaps(other.end):
        return "end"
    return None


def _meet(start: HistoricalDate | None, end: HistoricalDate | None) -> bool:
    """Whether a term that begins at `start` may have begun before another one was over."""
    if start is None or end is None or start.earliest is None or end.latest is None:
        return True
    return start.earliest < end.latest
