"""orphan: an entity is linked with another one.

A card leads on to related things, and a thing that nothing leads to is found by its own name only. Links are relations
and what facts name in `about`, a tally or a role, from either side.

Passes: a town with `relations: [{type: member-of, target: hanseatic-league}]`, or that another's fact is about.
Fails: a town that no other entity mentions, and that mentions none.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding
from bot.facts.library import mentions
from bot.facts.models import Entity

ID = "orphan"


def check(draft: Draft) -> Iterator[Finding]:
    """Every entity without any link; nothing while some cannot be read, or when there is only one."""
    if not draft.complete or len(draft.entities) < 2:
        return
    linked: set[str] = set()
    for entity in draft.entities:
        others = set(_links(entity.value)) - {entity.value.id}
        if others:
            linked |= others | {entity.value.id}
    for entity in draft.entities:
        if entity.value.id not in linked:
            sentence = (
                f"`{entity.value.id}` is linked with nothing; add a relation, or name it in the `about` of a fact"
            )
            yield Finding(entity.at("id"), sentence)


def _links(entity: Entity) -> Iterator[str]:
    for relation in entity.relations:
        yield relation.target
    for fact in entity.facts:
        yield from mentions(fact)
