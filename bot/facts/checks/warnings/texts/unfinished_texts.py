"""unfinished-text: what a fact says ends like a sentence.

A text that breaks off was cut by mistake, often at a colon or a quotation mark that YAML took for its own.

Passes: `text: Lübeck became a free city in 1226.` Fails: `text: Lübeck became a free city in`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding
from bot.facts.checks.texts import statements

ID = "unfinished-text"

_END = re.compile(r"""[.!?…。！？][)\]"'’”»]*$""")


def check(draft: Draft) -> Iterator[Finding]:
    """Every text of a fact or an account that does not end with a full stop, a question or an exclamation mark."""
    for entity, _, path, text in statements(draft):
        if not _END.search(text, len(text) - 6 if len(text) > 6 else 0):
            sentence = f"the text breaks off after “{text[-20:].strip()}”; finish the sentence, or add the full stop"
            yield Finding(entity.at(*path), sentence)
