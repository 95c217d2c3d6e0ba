"""same-text: two facts do not say the same in the same words.

Of two such facts one is a copy that somebody forgot; an answer would show both.

Passes: a fact that is `about` several entities. Fails: the same text copied to each of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding, Placed
from bot.facts.models import Entity

ID = "same-text"


def check(draft: Draft) -> Iterator[Finding]:
    """Every text that an earlier fact has in the same language, with the place of that one."""
    first: dict[tuple[str, str], tuple[Placed[Entity], int]] = {}
    for entity, index, fact in draft.facts():
        for language, text in fact.text.items():
            owner, number = first.setdefault((language, text), (entity, index))
            if owner is not entity or number != index:
                where = draft.where(owner.at("facts", number, "text", language))
                sentence = f"`{owner.value.facts[number].id}` has the same text ({where}); keep one of the two"
                yield Finding(entity.at("facts", index, "text", language), sentence)
