"""undeclared-language: texts are in the languages that pack.yaml declares.

A text under a misspelt language would never be shown, and nobody would miss it.

Passes: `{en: Lübeck, ru: Любек}` with `languages: [en, ru]`. Fails: `{en: Lübeck, rus: Любек}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.facts.checks.base import Draft, Finding
from bot.facts.checks.texts import lists, texts
from bot.facts.suggestion import did_you_mean

ID = "undeclared-language"


def check(draft: Draft) -> Iterator[Finding]:
    """Every text in a language that the manifest does not have; nothing while the manifest cannot be read."""
    if draft.pack is None:
        return
    languages = dict.fromkeys(draft.pack.value.languages)
    for owner, path, text in chain(texts(draft), lists(draft)):
        if text.keys() <= languages.keys():
            continue
        for language in text:
            if language not in languages:
                hint = did_you_mean(language, languages, otherwise=f"; its languages are {', '.join(languages)}")
                spot = owner.at(*path, language, key=True)
                yield Finding(spot, f"pack.yaml declares no language `{language}`{hint}")
