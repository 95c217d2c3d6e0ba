"""What speaks for a candidate: one row of numbers for each, which the ranking's weights add up.

To add a feature: its name in `FEATURES`, its value in `_row`, and a new fit of the weights (`benchmarks/fit.py`). All
values are free of the question's length and of the base's size, mostly between 0 and 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.dates import HistoricalDate, Precision
from bot.facts import Entity, Fact, Standing
from bot.retrieval.candidates import Candidates
from bot.retrieval.index import Field, Index, Terms, span
from bot.retrieval.query import Asked, Group, Query
from bot.retrieval.text import fold

FEATURES = (
    "text", "sentence", "ask", "head", "covered", "covered_text", "covered_sentence", "ask_likeness", "order",
    "head_share", "named",
    "about", "fits", "lead", "defines", "dated", "dated_off", "numbers", "only_name", "misconception", "topic",
)  # fmt: skip

_REACH = 4
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")
_FIGURE = re.compile(r"\d")
# A capital letter that does not open a sentence.
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZА-ЯЁ][a-zа-яё]+")
_ONLY_A_NAME = 0.5


def rows(query: Query, index: Index, candidates: Candidates, topic: frozenset[str]) -> NDArray[np.float64]:
    """A row of `FEATURES` for each candidate."""
    norm = query.mass or 1.0
    wanted = Wanted(query.groups)
    entities = index.entity_of[candidates.rows]
    heads = {at: _head(index, at, wanted, candidates) for at in set(entities.tolist())}
    own = [
        _row(query, index, at, topic, wanted, heads[entity], candidates)
        for at, entity in zip(candidates.rows.tolist(), entities.tolist(), strict=True)
    ]
    shape = (len(own), len(FEATURES) - candidates.scores.shape[1])
    return np.hstack([candidates.scores / norm, np.array(own).reshape(shape)])


@dataclass(frozen=True, slots=True)
class Match:
    """What a unit has of a question: the wanted terms, what they weigh together, how much of their order is kept."""

    terms: frozenset[int] = frozenset()
    held: float = 0.0
    order: float = 0.0


_NOTHING = Match()


class Wanted:
    """The terms that a question's words would take for an answer, looked up by term."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._idf = [group.idf for group in groups]
        self._by_term: dict[int, list[tuple[int, float]]] = {}
        self.likeness: dict[int, float] = {}
        for place, group in enumerate(groups):
            for term, weight in group.weights.items():
                self._by_term.setdefault(term, []).append((place, weight))
                if group.idf:
                    self.likeness[term] = max(self.likeness.get(term, 0.0), min(1.0, weight / group.idf))

    def matches(self, field: Field, scores: NDArray[np.float32], row: int) -> list[Match]:
        """What each unit of a row has of the question; a unit that scored 0 need not be looked at."""
        first, end = int(field.starts[row]), int(field.starts[row + 1])
        scored = zip(field.units[first:end], scores[first:end].tolist(), strict=True)
        return [self.match(unit) if score else _NOTHING for unit, score in scored]

    def match(self, unit: Terms) -> Match:
        """What a unit has of the question."""
        by_term = self._by_term
        found = [(place, term) for place, term in enumerate(unit) if term in by_term]
        if not found:
            return _NOTHING
        terms = frozenset(term for _, term in found)
        return Match(terms, self.held(terms), self._order(found) if len(terms) > 1 else 0.0)

    def held(self, terms: Iterable[int]) -> float:
        """The weight of the question's words that `terms` answer to, each word by its best term."""
        return sum(self.held_by_group(terms).values())

    def held_by_group(self, terms: Iterable[int]) -> dict[int, float]:
        """For each word of the question that `terms` answer to (by its place), the weight of the best term."""
        best: dict[int, float] = {}
        for term in terms:
            for group, weight in self._by_term.get(term, ()):
                if weight > best.get(group, 0.0):
                    best[group] = weight
        return best

    def _order(self, found: Sequence[tuple[int, int]]) -> float:
        """How much of the question's word sequence stands in `found` (place, term): neighbours that stay neighbours."""
        where: dict[int, list[int]] = {}
        for place, term in found:
            for group, _ in self._by_term[term]:
                where.setdefault(group, []).append(place)
        total = 0.0
        for group, before in where.items():
            after = where.get(group + 1)
            if after is None:
                continue
            gap = min((abs(j - i) + (j < i) for j in after for i in before if i != j), default=_REACH + 1)
            if gap <= _REACH:
                total += min(self._idf[group], self._idf[group + 1]) / gap
        return total


@dataclass(frozen=True, slots=True)
class Head:
    """What an entity's names have of the question: the terms, and the best share of one name."""

    terms: frozenset[int]
    share: float


def _head(index: Index, entity: int, wanted: Wanted, candidates: Candidates) -> Head:
    matches = wanted.matches(index.heads, candidates.heads, entity)
    terms = frozenset().union(*(match.terms for match in matches))
    return Head(terms=terms, share=_share(wanted, matches, index.heads.masses_of(entity).tolist(), index))


def _row(
    query: Query, index: Index, at: int, topic: frozenset[str], wanted: Wanted, head: Head, candidates: Candidates
) -> list[float]:
    """The features that look into the fact: all but the four field scores."""
    fact, entity = index.rows[at]
    norm = query.mass or 1.0
    stated = wanted.matches(index.sentences, candidates.sentences, at)
    asked = wanted.matches(index.asks, candidates.asks, at)
    told = head.terms.union(*(match.terms for match in stated))
    every = told.union(*(match.terms for match in asked))
    lead = float(entity.facts[0] is fact)
    named = min(1.0, query.named.get(entity.id, 0.0) / norm)
    return [
        wanted.held(every) / norm,
        wanted.held(told) / norm,
        max(match.held for match in stated) / norm,
        _likeness(norm, asked, index.asks.masses_of(at).tolist()),
        max(match.order for match in (*stated, *asked)) / norm,
        head.share,
        named,
        min(1.0, max((query.named.get(other, 0.0) for other in fact.about), default=0.0) / norm),
        _fits(query, fact),
        lead,
        lead * named * (query.asked in (Asked.WHAT, Asked.WHO, Asked.NOTHING)),
        *_dated(query, fact),
        _numbers(query, index, every, entity),
        _ONLY_A_NAME * lead * (query.asked is Asked.NOTHING),
        float(query.yes_no and fact.standing is Standing.MISCONCEPTION),
        float(entity.id in topic or any(other in topic for other in fact.about)),
    ]


def _likeness(norm: float, asked: Sequence[Match], masses: Sequence[float]) -> float:
    """Weighted overlap of the question with a curator's question: twice the common weight by the sum of both (Dice)."""
    return max(2 * match.held / (norm + mass) for match, mass in zip(asked, masses, strict=True))


def _share(wanted: Wanted, names: Sequence[Match], masses: Sequence[float], index: Index) -> float:
    """How much of one of its names the question holds."""
    return max(
        sum(float(index.idf[term]) * wanted.likeness.get(term, 0.0) for term in match.terms) / mass
        if match.terms and mass
        else 0.0
        for match, mass in zip(names, masses, strict=True)
    )


def _fits(query: Query, fact: Fact) -> float:
    """Whether the fact holds the kind of thing asked for: a date, a number, a name; 0.5 where that cannot be told."""
    text = next(iter(fact.text.values()))
    match query.asked:
        case Asked.WHEN:
            dated = fact.date is not None and fact.date.precision >= Precision.MONTH
            return 1.0 if dated else 0.7 if fact.date or _YEAR.search(text) else 0.0
        case Asked.HOW_MANY:
            return 1.0 if fact.tally else 0.8 if _FIGURE.search(text) else 0.0
        case Asked.WHO | Asked.WHERE:
            if fact.roles and query.asked is Asked.WHO:
                return 1.0
            return 0.8 if any(fold(name) not in query.tokens for name in _NAME.findall(text)) else 0.0
        case _:
            return 0.5


def _dated(query: Query, fact: Fact) -> tuple[float, float]:
    """Whether a date of the question meets the fact's (1 for the likeliest reading), and whether it misses it."""
    if not query.dates:
        return 0.0, 0.0
    if fact.date is None:
        return 0.0, 0.3
    best = max(_agreement(mention.readings, fact.date) for mention in query.dates)
    return best, float(best == 0.0)


def _agreement(readings: Sequence[HistoricalDate], date: HistoricalDate) -> float:
    for place, reading in enumerate(readings):
        if reading.overlaps(date):
            (a, b), (c, d) = span(reading), span(date)
            close = min(1.0, (1 + b - a) / (1 + d - c)) if d - c > b - a else 1.0
            return max(0.2, close) * (1.0 if place == 0 else 0.6)
    return 0.0


def _numbers(query: Query, index: Index, terms: frozenset[int], entity: Entity) -> float:
    """1 when the numbers of the question are the entity's own or stand in the fact, -1 when they are missing."""
    if not query.numbers:
        return 0.0
    if entity.number is not None and str(entity.number) in query.numbers:
        return 1.0
    known = [index.vocabulary.find(number) for number in query.numbers]
    found = sum(term in terms for term in known if term is not None)
    return (2 * found / len(query.numbers) - 1) * 0.5 - (0.5 if entity.number is not None else 0.0)
