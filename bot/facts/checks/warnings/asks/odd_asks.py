"""odd-ask: an ask is a question or a request, as short as people ask.

A list of words tests nothing that a member would say, and what is as long as a paragraph gives the answer away.

Passes: `asks: [Who took Visby?, Tell me about Visby.]` Fails: `asks: [conquest Visby year]`
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "odd-ask"
MAX_CHARACTERS = 150
MARKS = ("?", ".", "!", "？", "。", "؟", ";", "՞")
"""What ends a question or a request; `;` is the question mark of Greek."""


def check(draft: Draft) -> Iterator[Finding]:
    """Every ask without such a mark at its end, and every one that is too long."""
    for entity, index, fact in draft.facts():
        for language, asks in fact.asks.items():
            for number, ask in enumerate(asks):
                if not ask.endswith(MARKS):
                    sentence = (
                        "the ask ends without a question mark or full stop; write a whole question, as people ask"
                    )
                elif len(ask) > MAX_CHARACTERS:
                    sentence = f"the ask has {len(ask)} characters; nobody asks in more than {MAX_CHARACTERS}"
                else:
                    continue
                yield Finding(entity.at("facts", index, "asks", language, number), sentence)
