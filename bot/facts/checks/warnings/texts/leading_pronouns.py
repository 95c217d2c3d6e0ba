"""leading-pronoun: a text can be quoted alone.

Facts are shown one by one, so a reader cannot know who "he" is.

Passes: `text: Henry the Lion died in 1195.` Fails: `text: He died in 1195.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "leading-pronoun"

PRONOUNS = {
    "en": frozenset("he she it they his her its their him them this these".split()),
    "ru": frozenset("он она оно они его её ее их это этот эта эти".split()),
}
"""By language, the words that lean on what was said before. Another language has no pronouns that we know."""

_WORD = re.compile(r"\W*(\w+)")


def check(draft: Draft) -> Iterator[Finding]:
    """Every text of a fact, and every claim, that begins with a pronoun of its language."""
    for entity, index, fact in draft.facts():
        for key, texts in (("text", fact.text), ("claim", fact.claim or {})):
            for language, text in texts.items():
                word = _WORD.match(text)
                if word and word[1].lower() in PRONOUNS.get(language, ()):
                    sentence = f"the text begins with `{word[1]}` and cannot be quoted alone; say who or what is meant"
                    yield Finding(entity.at("facts", index, key, language), sentence)
