"""The index of a base: everything that a question is matched against, built once from a library and then only read."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.facts import Entity, Fact, Library, in_language
from bot.retrieval.index.days import Days
from bot.retrieval.index.names import Names, names_of
from bot.retrieval.index.numbering import numbered_names
from bot.retrieval.index.postings import Floats, Postings
from bot.retrieval.index.vocabulary import Vocabulary
from bot.retrieval.text import Stems, sentences, speak, words_of_all

Terms = Sequence[int]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of all facts: the units of fact i are `units[starts[i]:starts[i + 1]]`, at least one, maybe empty."""

    postings: Postings
    units: Sequence[Terms]
    starts: NDArray[np.int64]
    masses: Floats

    def best(self, scores: Floats) -> Floats:
        """The best of the scores of each fact's units, from the scores of all units."""
        best: Floats = np.maximum.reduceat(scores, self.starts[:-1])
        return best

    def of(self, row: int) -> Sequence[Terms]:
        """The units of one fact."""
        return self.units[self.starts[row] : self.starts[row + 1]]

    def masses_of(self, row: int) -> Floats:
        """What the content words of each unit of one fact weigh together."""
        return self.masses[self.starts[row] : self.starts[row + 1]]


class Index:
    """Facts in rows 0..n-1, with a field each for texts, their sentences, the curators' questions and the names.

    `rows` are (fact, entity); `entity_of` numbers the entity of each row; `heads` has the entities as its rows. A
    misconception's claim stands among the questions: whoever asks in its words is to meet the correction.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.stemmer = Stems(library.pack.languages)
        self.vocabulary = Vocabulary(self.stemmer)
        self.rows: list[tuple[Fact, Entity]] = [(f, e) for e in library.entities.values() for f in e.facts]
        self.row_of = {fact.id: row for row, (fact, _) in enumerate(self.rows)}
        entities = list(library.entities.values())
        self.entity_rows = {entity.id: at for at, entity in enumerate(entities)}
        self.entity_of = np.array([self.entity_rows[entity.id] for _, entity in self.rows], np.int64)
        stated = [[sentences(text) for text in _stated(fact, library)] for fact, _ in self.rows]
        asked = _folded([_asked(fact) for fact, _ in self.rows])
        pieces = self._terms(_folded([[piece for text in texts for piece in text] for texts in stated]))
        asks = self._terms(asked)
        heads = self._terms(_folded([names_of(entity) for entity in entities]))
        texts = [_joined(own, map(len, cut)) for own, cut in zip(pieces, stated, strict=True)]
        self.vocabulary.close()
        self._same_asks = _same_asks(asked)
        self.idf = self._idf([*zip(texts, asks, strict=True)], heads)
        self.unknown_idf = float(np.log(1 + (len(self.rows) + 0.5) / 0.5))
        content = np.where(self._function_terms(library.pack.languages), np.float32(0), self.idf)
        self.texts = _field(texts, content, k1=0.8, b=0.5)
        self.sentences = _field(pieces, content, k1=0.5, b=0.3)
        self.asks = _field(asks, content, k1=0.3, b=0.3)
        self.heads = _field(heads, self.idf, k1=0.3, b=0.3)
        self.names = Names(entities, self.stemmer, numbered_names(library))
        self.days = Days(fact for fact, _ in self.rows)

    def terms_of(self, row: int) -> set[int]:
        """The terms of all that a fact states and of the questions that it answers."""
        return {term for field in (self.texts, self.asks) for unit in field.of(row) for term in unit}

    def asked_in_words(self, wording: str) -> frozenset[int]:
        """The rows that have a curator's question or a claim of just this wording: folded words, blanks between."""
        return self._same_asks.get(wording, frozenset())

    def _terms(self, folded: Sequence[Sequence[Sequence[str]]]) -> list[list[Terms]]:
        """The terms of each folded text of each row."""
        add = self.vocabulary.add
        return [[array("i", map(add, tokens)) for tokens in own] for own in folded]

    def _function_terms(self, languages: tuple[str, ...]) -> NDArray[np.bool_]:
        terms = np.zeros(len(self.vocabulary), np.bool_)
        for code in languages:
            for word in speak(code).function_words:
                term = self.vocabulary.find_form(word)
                if term is not None:
                    terms[term] = True
        return terms

    def _idf(self, rows: Iterable[tuple[Iterable[Terms], Iterable[Terms]]], heads: Iterable[Iterable[Terms]]) -> Floats:
        """ln(1 + (N - df + 0.5) / (df + 0.5)), df the number of facts (or of entities, by name) that have the term."""
        size = len(self.vocabulary)
        df = np.zeros(size, np.int64)
        for texts, asks in rows:
            df[list({term for unit in (*texts, *asks) for term in unit})] += 1
        named = np.zeros(size, np.int64)
        for names in heads:
            named[list({term for name in names for term in name})] += 1
        df = np.maximum(df, named)
        idf: Floats = np.log(1 + (len(self.rows) - df + 0.5).clip(0.5) / (df + 0.5)).astype(np.float32)
        return idf


def _stated(fact: Fact, library: Library) -> Iterator[str]:
    """All that a fact states: its text and accounts in every language, its offices and counts in words."""
    yield from fact.text.values()
    for account in fact.accounts:
        yield from account.text.values()
    for role in fact.roles:
        for language in library.pack.languages:
            linked = [library.entities[at] for at in (role.holder, role.body) if at and at in library.entities]
            yield " ".join([in_language(role.role, language), *(in_language(e.name, language) for e in linked)])
    if fact.tally:
        parts = [library.entities[c.of].name for c in fact.tally.counts if c.of and c.of in library.entities]
        for language in library.pack.languages:
            yield " ".join(in_language(part, language) for part in [fact.tally.unit, *parts])


def _asked(fact: Fact) -> list[str]:
    """The questions and beliefs that a fact meets."""
    return [*(ask for asks in fact.asks.values() for ask in asks), *(fact.claim or {}).values()]


def _joined(pieces: Sequence[Terms], counts: Iterable[int]) -> list[Terms]:
    """Sentences put together to texts again, each of as many sentences as `counts` says."""
    rest = iter(pieces)
    cut = [[next(rest) for _ in range(count)] for count in counts]
    return [own[0] if len(own) == 1 else array("i", [term for piece in own for term in piece]) for own in cut]


def _folded(texts: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    """The folded words of each text of each row."""
    folded = iter(words_of_all(text for own in texts for text in own))
    return [[next(folded) for _ in own] for own in texts]


def _same_asks(asked: Sequence[Sequence[Sequence[str]]]) -> dict[str, frozenset[int]]:
    """The rows that have a question, by its folded words."""
    same: dict[str, set[int]] = {}
    for row, asks in enumerate(asked):
        for tokens in asks:
            same.setdefault(" ".join(tokens), set()).add(row)
    return {wording: frozenset(found) for wording, found in same.items()}


def _field(units: Sequence[Sequence[Terms]], worth: Floats, *, k1: float, b: float) -> Field:
    """A field over the units of each row; `worth` is what each term adds to the mass of a unit."""
    padded = [own or [array("i")] for own in units]
    starts = np.cumsum([0, *map(len, padded)])
    flat = [unit for own in padded for unit in own]
    masses = np.array([worth[list(set(unit))].sum() if unit else 0.0 for unit in flat], np.float32)
    return Field(postings=Postings(flat, terms=len(worth), k1=k1, b=b), units=flat, starts=starts, masses=masses)
