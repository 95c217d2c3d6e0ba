"""duplicate-id: an id is given once among all entities, once among all facts, once among all sources.

Links, tests and other files refer to an id for good; of two with the same id one could never be found.

Passes: `- id: lubeck` and `- id: lubeck-1226`. Fails: `- id: lubeck` in two files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.facts.checks.base import Draft, Finding, Placed
from bot.facts.problem import Steps

ID = "duplicate-id"


def check(draft: Draft) -> Iterator[Finding]:
    """Every id after the first of its sort, with the place of the first."""
    first: dict[tuple[str, str], tuple[Placed[Any], Steps]] = {}
    for sort, name, owner, path in _ids(draft):
        other, there = first.setdefault((sort, name), (owner, path))
        if other is not owner or there != path:
            where = draft.where(other.at(*there))
            yield Finding(owner.at(*path), f"another {sort} has the id `{name}` ({where}); rename one of them")


def _ids(draft: Draft) -> Iterator[tuple[str, str, Placed[Any], Steps]]:
    for entity in draft.entities:
        yield "entity", entity.value.id, entity, ("id",)
    for entity, index, fact in draft.facts():
        yield "fact", fact.id, entity, ("facts", index, "id")
    for source in draft.sources:
        yield "source", source.value.id, source, ("id",)
