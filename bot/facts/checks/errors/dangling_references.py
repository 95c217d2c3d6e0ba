"""dangling-reference: whatever an id refers to is in the pack.

A relation, `about`, a tally's `of`, a role's `holder` and `body` name entities; a citation's `key` names a source. A
reader would follow such a link into nothing.

Passes: `about: [lubeck]` where an entity has that id. Fails: `about: [lubek]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding
from bot.facts.models import Citation, Entity, Fact
from bot.facts.problem import Steps
from bot.facts.suggestion import did_you_mean

ID = "dangling-reference"


def check(draft: Draft) -> Iterator[Finding]:
    """Every id and citation key that leads nowhere. A pack without any sources is one problem of another rule."""
    entities = {each.value.id for each in draft.entities} | draft.ids
    keys = {each.value.id for each in draft.sources} | draft.keys
    hints: dict[tuple[str, str], str] = {}
    for entity in draft.entities:
        for sort, known, references in (
            ("entity", entities, _entity_references(entity.value)),
            ("source", keys, _keys(entity.value) if keys else ()),
        ):
            for name, path in references:
                if name not in known:
                    if (sort, name) not in hints:
                        hints[sort, name] = did_you_mean(name, known, otherwise="; correct it, or add it to the pack")
                    yield Finding(entity.at(*path), f"there is no {sort} `{name}`{hints[sort, name]}")


def _entity_references(entity: Entity) -> Iterator[tuple[str, Steps]]:
    for index, relation in enumerate(entity.relations):
        yield relation.target, ("relations", index, "target")
    for number, fact in enumerate(entity.facts):
        if fact.about or fact.tally is not None or fact.roles:
            yield from _fact_references(fact, ("facts", number))


def _fact_references(fact: Fact, path: Steps) -> Iterator[tuple[str, Steps]]:
    for index, name in enumerate(fact.about):
        yield name, (*path, "about", index)
    for index, count in enumerate(fact.tally.counts if fact.tally is not None else ()):
        if count.of is not None:
            yield count.of, (*path, "tally", "counts", index, "of")
    for index, role in enumerate(fact.roles):
        yield role.holder, (*path, "roles", index, "holder")
        if role.body is not None:
            yield role.body, (*path, "roles", index, "body")


def _keys(entity: Entity) -> Iterator[tuple[str, Steps]]:
    for number, fact in enumerate(entity.facts):
        yield from _cited(fact.sources, ("facts", number, "sources"))
        for index, account in enumerate(fact.accounts):
            yield from _cited(account.sources, ("facts", number, "accounts", index, "sources"))


def _cited(citations: tuple[Citation, ...], path: Steps) -> Iterator[tuple[str, Steps]]:
    for index, citation in enumerate(citations):
        yield citation.key, (*path, index, "key")
