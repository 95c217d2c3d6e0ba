"""The analysis of a question: its words with repairs and kin, the names, dates and numbers in it, what it asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.dates import DateMention, Precision, find_dates
from bot.retrieval.index import Index, NameSpan
from bot.retrieval.index.thesaurus import Thesaurus
from bot.retrieval.index.vocabulary import starts_alike
from bot.retrieval.text import Language, of_all, speak, words

_KIN_DISCOUNT = 0.6
_SYNONYM_DISCOUNT = 0.7
_NUMBER_WORD_DISCOUNT = 0.8
_LONGEST_QUESTION = 64
_MARGIN_OF_LIKENESS = 0.2
_LONG_WORD = 5


class Asked(StrEnum):
    """The kind of answer that a question wants."""

    WHEN = "when"
    HOW_MANY = "how-many"
    HOW_LONG = "how-long"
    WHERE = "where"
    WHO = "who"
    WHY = "why"
    WHAT = "what"
    NOTHING = "nothing"  # only a name or a date was typed


@dataclass(frozen=True, slots=True)
class Group:
    """One content word of the question and the terms that would answer to it.

    `weights` maps a term to what it is worth if found; the word's own term is worth `idf`. `sure` is 1 for a known
    word, the likeness of the best repair for a misspelt one, 0 for one that resembles nothing.
    """

    word: str
    idf: float
    sure: float
    weights: Mapping[int, float]
    repaired: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the search sees it.

    `wording` is all of it, folded; `tokens` are its words, repaired and without days; `groups` its content words.
    `named` are the entities whose whole name it has, with the weight of that name; `spans` say where; `dates` are the
    dates in it, `numbers` the other figures.
    """

    text: str
    wording: str
    tokens: tuple[str, ...]
    groups: tuple[Group, ...]
    asked: Asked
    yes_no: bool
    named: Mapping[str, float] = field(default_factory=dict)
    spans: tuple[NameSpan, ...] = ()
    dates: tuple[DateMention, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def mass(self) -> float:
        """The weight of all content words together."""
        return sum(group.idf for group in self.groups)


class Analyst:
    """Turns text into queries against one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        pack = index.library.pack
        self._languages = [speak(code) for code in pack.languages]
        self._function_words = of_all(pack.languages, lambda language: language.function_words)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._function_words):
            self._by_length.setdefault(len(word), []).append(word)
        self._thesaurus = Thesaurus(
            chain(*pack.thesaurus.values(), *(language.thesaurus for language in self._languages)),
            index.vocabulary,
            index.stemmer,
        )
        self._figures = _figures(self._languages)
        self._number_names = of_all(pack.languages, lambda language: language.number_words)

    def analyse(self, text: str) -> Query:
        """The query for a question. Any text gives one; only the first 64 words are looked at."""
        rule, year = self._index.library.rule, self._index.library.pack.default_year
        dates = self._dates_outside_names(text, find_dates(text, rule=rule, default_year=year))
        bare = _without(text, dates)
        tokens = words(bare)[:_LONGEST_QUESTION]
        meant = [self._function_word(token) or token for token in tokens]
        content = [token for token in dict.fromkeys(meant) if token not in self._function_words]
        # A question of function words alone ("who are you") has no subject; a name may still be made of them.
        synonyms = self._thesaurus.of(meant)
        groups = [self._group(word, synonyms) for word in content if not self._is_number_sign(word, meant)]
        repaired = [next((g.repaired or w for g in groups if g.word == w), w) for w in meant]
        spans = {(s.start, s.end): s for run in (meant, repaired) for s in self._index.names.spans(run)}
        folded = " ".join(meant)
        return Query(
            text=text,
            wording=" ".join(words(text)),
            tokens=tuple(repaired),
            groups=tuple(groups),
            asked=self._asked(folded),
            yes_no=any(re.search(language.yes_no, folded) for language in self._languages),
            named=self._named(spans.values(), repaired),
            spans=tuple(spans.values()),
            dates=dates,
            numbers=tuple(self._figures.get(w, w) for w in content if w.isdigit() or w in self._figures),
        )

    def _dates_outside_names(self, text: str, dates: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
        """The dates that are not part of a name ("the Peace of 24 May 1370")."""
        if not dates:
            return dates
        spans = self._index.names.spans(words(text)[:_LONGEST_QUESTION])

        def stands_in_name(mention: DateMention) -> bool:
            start = len(words(text[: mention.start]))
            end = start + len(words(mention.text))
            return any(
                span.start <= start and end <= span.end and span.end - span.start > end - start for span in spans
            )

        return tuple(mention for mention in dates if not stands_in_name(mention))

    def _is_number_sign(self, word: str, tokens: Sequence[str]) -> bool:
        """Whether a word only announces a number: "no" and "number" in "diet no 2"."""
        return word in self._number_names and any(
            a == word and (b.isdigit() or b in self._figures) for a, b in pairwise(tokens)
        )

    def _function_word(self, token: str) -> str | None:
        """The function word that a misspelt one stands for ("waht" for "what"), unless the base knows the word."""
        known = token in self._function_words or token in self._figures
        if known or len(token) < 3 or self._index.vocabulary.find(token) is not None:
            return None
        near = [form for n in (len(token), len(token) + 1) for form in self._by_length.get(n, ())]
        alike = process.extract(token, near, scorer=OSA.distance, score_cutoff=1, limit=None)
        slips = [form for form, *_ in alike if starts_alike(token, form) and not _is_another_word(token, form)]
        if not slips:
            return None
        meant = min(slips, key=lambda form: (-len(form), form))  # a letter left out is the likeliest slip
        repairs = self._index.vocabulary.repair(token)
        better = repairs and repairs[0].likeness > 1 - 1 / max(len(token), len(meant))
        return None if better else meant

    def _group(self, word: str, synonyms: Mapping[str, frozenset[int]]) -> Group:
        term = self._index.vocabulary.find(word)
        if term is None:
            return self._foreseen(word, synonyms.get(word, frozenset())) or self._repaired(word)
        idf = self._idf(term)
        weights = {kin: _KIN_DISCOUNT * min(idf, self._idf(kin)) for kin in self._index.vocabulary.kin(word)}
        weights |= {near: _SYNONYM_DISCOUNT * min(idf, self._idf(near)) for near in synonyms.get(word, ())}
        weights |= dict.fromkeys(self._number_terms(word), _NUMBER_WORD_DISCOUNT * idf)
        return Group(word=word, idf=idf, sure=1.0, weights=weights | {term: idf})

    def _foreseen(self, word: str, synonyms: frozenset[int]) -> Group | None:
        """A word that the base does not have, but the thesaurus knows what it stands for."""
        if not synonyms:
            return None
        idf = max(self._idf(near) for near in synonyms)
        weights = {near: _SYNONYM_DISCOUNT * self._idf(near) for near in synonyms}
        return Group(word=word, idf=idf, sure=1.0, weights=weights)

    def _idf(self, term: int) -> float:
        return float(self._index.idf[term])

    def _number_terms(self, word: str) -> list[int]:
        """The other ways to write a number: figures for a number word, number words for figures."""
        figure = self._figures.get(word, word if word.isdigit() else None)
        if figure is None:
            return []
        forms = [figure, *(form for form, value in self._figures.items() if value == figure)]
        terms = [self._index.vocabulary.find(form) for form in forms if form != word]
        return [term for term in dict.fromkeys(terms) if term is not None]

    def _repaired(self, word: str) -> Group:
        near = self._index.vocabulary.repair(word)
        numbers = self._number_terms(word)
        if numbers:
            idf = self._idf(numbers[0])
            return Group(word=word, idf=idf, sure=1.0, weights=dict.fromkeys(numbers, idf))
        if not near:
            return Group(word=word, idf=self._index.unknown_idf, sure=0.0, weights={})
        best = near[0]
        idf = self._idf(best.term)
        weights: dict[int, float] = {}
        for other in near:
            if other.likeness > best.likeness - _MARGIN_OF_LIKENESS:
                weights[other.term] = min(self._idf(other.term), idf) * other.likeness**0.6
        for synonym in self._thesaurus.of([best.form]).get(best.form, ()):
            weights.setdefault(synonym, _SYNONYM_DISCOUNT * min(self._idf(synonym), idf) * best.likeness)
        return Group(word=word, idf=idf, sure=best.likeness, weights=weights, repaired=best.form)

    def _asked(self, folded: str) -> Asked:
        found = [
            (match.start(), Asked(kind))
            for language in self._languages
            for kind, pattern in language.question_words.items()
            if (match := re.search(pattern, folded))
        ]
        specific = [pair for pair in found if pair[1] is not Asked.WHAT]
        return min(specific or found, default=(0, Asked.NOTHING))[1]

    def _named(self, spans: object, tokens: Sequence[str]) -> dict[str, float]:
        """Entities by the weight of their longest name in the question."""
        named: dict[str, float] = {}
        for span in spans:  # type: ignore[attr-defined]
            terms = [self._index.vocabulary.find(token) for token in tokens[span.start : span.end]]
            mass = sum(self._idf(term) for term in terms if term is not None)
            for entity in span.entities:
                named[entity] = max(mass, named.get(entity, 0.0))
        return named


def _is_another_word(typed: str, form: str) -> bool:
    """Whether a short word with one letter replaced is rather a word of its own ("tall" beside "tell") than a slip."""
    return len(typed) == len(form) < _LONG_WORD and sorted(typed) != sorted(form)


def _figures(languages: Sequence[Language]) -> dict[str, str]:
    return {word: figure for language in languages for word, figure in language.numbers.items()}


def _without(text: str, dates: Sequence[DateMention]) -> str:
    """The text without the days in it: they are compared as dates, in either calendar, and not as words.

    Months and years stay, since names are made of them ("the revolution of 1848").
    """
    pieces, at = [], 0
    for mention in sorted(dates, key=lambda mention: mention.start):
        if all(reading.precision < Precision.DAY for reading in mention.readings):
            continue
        pieces.append(text[at : mention.start])
        at = max(at, mention.end)
    return " ".join([*pieces, text[at:]])
