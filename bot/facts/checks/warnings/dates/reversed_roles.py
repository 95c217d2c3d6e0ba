"""reversed-role: a role ends after it began.

Passes: `start: 1556, end: 1591-09-07`. Fails: `start: 1591, end: 1556`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding
from bot.facts.models import Role

ID = "reversed-role"


def check(draft: Draft) -> Iterator[Finding]:
    """Every role that must have ended before it began, however vague its dates are."""
    for entity, index, fact in draft.facts():
        for number, role in enumerate(fact.roles):
            if _reversed(role):
                sentence = f"the role ends ({role.end}) before it begins ({role.start}); correct one of the dates"
                yield Finding(entity.at("facts", index, "roles", number, "end"), sentence)


def _reversed(role: Role) -> bool:
    if role.start is None or role.end is None:
        return False
    first, last = role.start.earliest, role.end.latest
    return first is not None and last is not None and last < first
