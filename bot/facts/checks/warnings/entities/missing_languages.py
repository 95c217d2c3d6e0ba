"""missing-language: an entity's name and description are there in every language of the pack.

Texts of facts may lag behind, they are shown in the first language then; but a thing without a name in a language
cannot be asked for in it, and lists show names and descriptions of many things side by side.

Passes: `name: {en: Visby, ru: Висбю}` with `languages: [en, ru]`. Fails: `name: Visby`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "missing-language"


def check(draft: Draft) -> Iterator[Finding]:
    """Every name and description that lacks a language of the pack other than the first, which is another rule's."""
    if draft.pack is None:
        return
    others = draft.pack.value.languages[1:]
    for entity in draft.entities:
        for key, text in (("name", entity.value.name), ("description", entity.value.description)):
            missing = [language for language in others if language not in text]
            if missing:
                wanted = ", ".join(f"`{language}: ...`" for language in missing)
                yield Finding(entity.at(key), f"`{key}` is not there in every language of the pack; add {wanted}")
