"""long-text: a text is short enough for a card that carries other things too.

A card holds 4,000 characters with its sources, dates and related facts; and what is longer than a paragraph is more
than one fact.

Passes: three sentences. Fails: a text of more than 900 characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "long-text"
MAX_CHARACTERS = 900


def check(draft: Draft) -> Iterator[Finding]:
    """Every text of a fact that is too long, in each of its languages."""
    for entity, index, fact in draft.facts():
        for language, text in fact.text.items():
            if len(text) > MAX_CHARACTERS:
                sentence = f"the text has {len(text)} characters, a card takes {MAX_CHARACTERS}; make two facts of it"
                yield Finding(entity.at("facts", index, "text", language), sentence)
