"""The words for kinds of things in a question: "party", "parties", "faction" all speak of one kind of the pack."""

from __future__ import annotations

from bot.facts import Library
from bot.retrieval.index.numbering import kind_words
from bot.retrieval.text import Stems, words


class KindWords:
    """Finds the kind that a word of a question speaks of, in any inflection."""

    def __init__(self, library: Library, stemmer: Stems) -> None:
        self._stemmer = stemmer
        self._kind_of: dict[str, str] = {}
        for kind_id, kind in library.pack.kinds.items():
            for language in library.pack.languages:
                for word in kind_words(kind, language):
                    tokens = words(word)
                    if len(tokens) == 1:
                        self._kind_of.setdefault(stemmer.stem(tokens[0]), kind_id)
        self._plural = {
            token for kind in library.pack.kinds.values() for plural in kind.plural.values() for token in words(plural)
        }

    def kind_of(self, word: str) -> str | None:
        """The kind that a folded word speaks of."""
        return self._kind_of.get(self._stemmer.stem(word))

    def is_plural(self, word: str) -> bool:
        """Whether a folded word is a kind's plural as the pack gives it."""
        return word in self._plural
