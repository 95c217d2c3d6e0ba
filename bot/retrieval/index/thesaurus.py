"""The pack's thesaurus: words and phrases that mean nearly the same, found in a question in any inflection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.retrieval.index.vocabulary import Vocabulary
from bot.retrieval.text import Stems, words

_LONGEST_PHRASE = 4


class Thesaurus:
    """Synonyms as terms of one vocabulary. A phrase ("wind up") gives its synonyms to its first word."""

    def __init__(self, groups: Iterable[Sequence[str]], vocabulary: Vocabulary, stems: Stems) -> None:
        self._stems = stems
        self._kin: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for group in groups:
            members = [tuple(words(member)) for member in group]
            terms = {word: vocabulary.find(word) for member in members for word in member}
            for member in members:
                others = {terms[word] for other in members if other != member for word in other if word not in member}
                self._kin[self._key(member)] |= {term for term in others if term is not None}

    def _key(self, tokens: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._stems.stem(token) for token in tokens)

    def of(self, tokens: Sequence[str]) -> Mapping[str, frozenset[int]]:
        """For each of a question's words, the terms of what could stand in its place."""
        found: dict[str, set[int]] = defaultdict(set)
        for start, token in enumerate(tokens):
            for end in range(start + 1, min(start + _LONGEST_PHRASE, len(tokens)) + 1):
                found[token] |= self._kin.get(self._key(tokens[start:end]), set())
        return {token: frozenset(terms) for token, terms in found.items() if terms}
