"""colliding-name: two entities of a kind have different names and aliases.

Who asks by a name that two have is asked back every time. Capitals, accents and punctuation do not tell names apart.

Passes: `name: Visby` (a town) and `name: Sack of Visby` (an event). Fails: two towns with the alias `Wisby`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding, Placed
from bot.facts.checks.folding import fold
from bot.facts.models import Entity
from bot.facts.problem import Steps

ID = "colliding-name"


def check(draft: Draft) -> Iterator[Finding]:
    """Every name and alias that an earlier entity of the same kind has, with the place of that one."""
    first: dict[tuple[str, str], tuple[Placed[Entity], Steps]] = {}
    for entity in draft.entities:
        for name, path in _names(entity.value):
            owner, there = first.setdefault((entity.value.kind, fold(name)), (entity, path))
            if owner is not entity:
                where = draft.where(owner.at(*there))
                sentence = f"`{owner.value.id}` is called `{name}` too ({where}); make one of the names more precise"
                yield Finding(entity.at(*path), sentence)


def _names(entity: Entity) -> Iterator[tuple[str, Steps]]:
    for language, name in entity.name.items():
        yield name, ("name", language)
    for language, aliases in entity.aliases.items():
        for index, alias in enumerate(aliases):
            yield alias, ("aliases", language, index)
