"""All texts of a pack that are given by language, with their places; the rules about languages go through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.facts.checks.base import Draft, Placed
from bot.facts.models import Entity, Fact, Pack
from bot.facts.problem import Steps

Texts = Mapping[str, Any]
Found = tuple[Placed[Any], Steps, Texts]


def texts(draft: Draft) -> Iterator[Found]:
    """Names, descriptions and statements: what a reader must find in the pack's first language."""
    for entity in draft.entities:
        for path, text in _entity_texts(entity.value):
            yield entity, path, text
    if draft.pack is not None:
        for path, text in _pack_texts(draft.pack.value):
            yield draft.pack, path, text


def lists(draft: Draft) -> Iterator[Found]:
    """Aliases, questions and words: each language has its own, or none."""
    for entity in draft.entities:
        yield entity, ("aliases",), entity.value.aliases
        for number, fact in enumerate(entity.value.facts):
            yield entity, ("facts", number, "asks"), fact.asks
    if draft.pack is not None:
        pack = draft.pack.value
        yield draft.pack, ("examples",), pack.examples
        yield draft.pack, ("thesaurus",), pack.thesaurus
        for name, kind in pack.kinds.items():
            yield draft.pack, ("kinds", name, "words"), kind.words


def statements(draft: Draft) -> Iterator[tuple[Placed[Entity], Fact, Steps, str]]:
    """What the facts state as true or as somebody's account, in each language; no claims, which may say anything."""
    for entity, number, fact in draft.facts():
        for language, text in fact.text.items():
            yield entity, fact, ("facts", number, "text", language), text
        for index, account in enumerate(fact.accounts):
            for language, text in account.text.items():
                yield entity, fact, ("facts", number, "accounts", index, "text", language), text


def _entity_texts(entity: Entity) -> Iterator[tuple[Steps, Texts]]:
    yield ("name",), entity.name
    yield ("description",), entity.description
    for number, fact in enumerate(entity.facts):
        yield ("facts", number, "text"), fact.text
        if fact.claim is not None:
            yield ("facts", number, "claim"), fact.claim
        for index, account in enumerate(fact.accounts):
            yield ("facts", number, "accounts", index, "text"), account.text
        for index, role in enumerate(fact.roles):
            yield ("facts", number, "roles", index, "role"), role.role
        if fact.tally is not None:
            yield from _tally_texts(fact, ("facts", number, "tally"))


def _tally_texts(fact: Fact, path: Steps) -> Iterator[tuple[Steps, Texts]]:
    if fact.tally is not None:
        yield (*path, "unit"), fact.tally.unit
        for index, count in enumerate(fact.tally.counts):
            if count.label is not None:
                yield (*path, "counts", index, "label"), count.label


def _pack_texts(pack: Pack) -> Iterator[tuple[Steps, Texts]]:
    yield ("title",), pack.title
    yield ("scope",), pack.scope
    for name, kind in pack.kinds.items():
        yield ("kinds", name, "name"), kind.name
        yield ("kinds", name, "plural"), kind.plural
