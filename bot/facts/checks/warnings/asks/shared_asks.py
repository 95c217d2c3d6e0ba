"""shared-ask: an ask belongs to one fact.

Both facts would have to come first. Capitals, accents and punctuation do not tell questions apart.

Passes: "When was Visby taken?" and "Who took Visby?" Fails: "When was Visby taken?" and "when was visby taken".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding, Placed
from bot.facts.checks.folding import fold
from bot.facts.models import Entity, Fact
from bot.facts.problem import Steps

ID = "shared-ask"


def check(draft: Draft) -> Iterator[Finding]:
    """Every ask that an earlier ask of the same language equals, with the place of that one."""
    first: dict[tuple[str, str], tuple[Placed[Entity], Fact, Steps]] = {}
    for entity, index, fact in draft.facts():
        for language, asks in fact.asks.items():
            for number, ask in enumerate(asks):
                path: Steps = ("facts", index, "asks", language, number)
                owner, other, there = first.setdefault((language, fold(ask)), (entity, fact, path))
                if other is not fact or there != path:
                    where = draft.where(owner.at(*there))
                    who = "the fact" if other is fact else f"`{other.id}`"
                    yield Finding(entity.at(*path), f"{who} has this ask already ({where}); keep it at one place")
