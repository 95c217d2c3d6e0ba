"""missing-first-language: every name, description and statement is there in the pack's first language.

The first language is what everyone gets who asks in a language that a text does not have.

Passes: `{en: Lübeck}` with `languages: [en, ru]`. Fails: `{ru: Любек}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding
from bot.facts.checks.texts import texts

ID = "missing-first-language"


def check(draft: Draft) -> Iterator[Finding]:
    """Every text that lacks the first language; nothing while the manifest cannot be read."""
    if draft.pack is None:
        return
    first = draft.pack.value.languages[0]
    for owner, path, text in texts(draft):
        if first not in text:
            sentence = f"`{path[-1]}` is not there in the first language of the pack; add `{first}: ...`"
            yield Finding(owner.at(*path), sentence)
