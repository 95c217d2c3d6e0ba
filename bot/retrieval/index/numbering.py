"""The many ways to call a numbered thing: "diet 2", "diet no. two", "the second diet", "съезд № 2"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts import Kind, Library
from bot.retrieval.text import speak


def kind_words(kind: Kind, language: str) -> list[str]:
    """The words that a kind goes by in one language: its name, its plural, and what else the pack lists."""
    own = [named[language] for named in (kind.name, kind.plural) if language in named]
    return [*own, *kind.words.get(language, ())]


def numbered_names(library: Library) -> Iterator[tuple[str, str]]:
    """(entity id, name) for every wording of every numbered entity, in the pack's languages."""
    for entity in library.entities.values():
        kind = library.pack.kinds[entity.kind]
        if entity.number is None or not kind.numbered:
            continue
        for language in library.pack.languages:
            spoken = speak(language)
            figures = [str(entity.number), *(w for w, n in spoken.numbers.items() if n == str(entity.number))]
            for word in kind_words(kind, language):
                for figure in figures:
                    yield entity.id, f"{word} {figure}"
                    yield entity.id, f"{figure} {word}"
                    for sign in spoken.number_words:
                        yield entity.id, f"{word} {sign} {figure}"
