"""few-asks: a fact has two asks or more.

Asks are tests: one wording may be found by luck, two that differ show that the fact is found by its meaning.

Passes: `asks: ["When was Visby taken?", "Who conquered Gotland?"]` Fails: `asks: ["When was Visby taken?"]`
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "few-asks"
LEAST = 2


def check(draft: Draft) -> Iterator[Finding]:
    """Every fact with fewer asks than that, those of all languages together."""
    for entity, index, fact in draft.facts():
        asked = sum(map(len, fact.asks.values()))
        if asked < LEAST:
            has = "one ask" if asked else "no asks"
            sentence = f"`{fact.id}` has {has}; give {LEAST} or more questions that it answers, worded differently"
            yield Finding(entity.at("facts", index, *(("asks",) if asked else ("id",))), sentence)
