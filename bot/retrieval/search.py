"""Search: the facts that may answer a question, best first, and how sure it is that the first one does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from bot.facts import Entity, Fact
from bot.retrieval.candidates import find_candidates
from bot.retrieval.evidence import EVIDENCE, evidence
from bot.retrieval.features import FEATURES, rows
from bot.retrieval.index import Index
from bot.retrieval.query import Analyst, Query

FORESEEN = 0.98  # the confidence of an answer to a question that a curator wrote for it word for word


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact with the entity it stands under, its row in the index, and its score (comparable within one search)."""

    fact: Fact
    entity: Entity
    row: int
    score: float


@dataclass(frozen=True, slots=True)
class Search:
    """What was found for a query: the hits, best first, and the confidence (0 to 1) that the first one answers it."""

    query: Query
    hits: tuple[Hit, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers of `weights.json`: one weight a feature, and a logistic model over the evidence."""

    ranking: NDArray[np.float64]
    confidence: NDArray[np.float64]
    bias: float

    @classmethod
    def shipped(cls) -> Weights:
        """The weights that come with the package."""
        return cls.parse(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))

    @classmethod
    def parse(cls, text: str) -> Weights:
        """Weights from JSON: `{"ranking": {feature: weight}, "confidence": {evidence: weight, "bias": ...}}`."""
        fitted = json.loads(text)
        return cls(
            ranking=np.array([fitted["ranking"][name] for name in FEATURES]),
            confidence=np.array([fitted["confidence"][name] for name in EVIDENCE]),
            bias=float(fitted["confidence"]["bias"]),
        )


class Searcher:
    """Searches one index; nothing changes after it is built."""

    def __init__(self, index: Index, weights: Weights | None = None) -> None:
        self.index = index
        self.weights = weights or Weights.shipped()
        self._analyst = Analyst(self.index)

    def analyse(self, text: str) -> Query:
        """The question as the search sees it."""
        return self._analyst.analyse(text)

    def search(self, query: Query, *, topic: Iterable[str] = (), limit: int = 10) -> Search:
        """The `limit` best facts for a query; `topic` are ids of entities that the conversation is about.

        Facts whose curator foresaw the question word for word come first, whatever the model thinks of them.
        """
        candidates, features = self.candidates(query, topic)
        if not len(candidates):
            return Search(query=query, hits=(), confidence=0.0)
        total = features @ self.weights.ranking
        foreseen = np.isin(candidates, list(self.index.asked_in_words(query.wording)))
        best = np.lexsort((-total, ~foreseen))
        hits = tuple(self._hit(int(candidates[at]), float(total[at])) for at in best[:limit])
        if foreseen[best[0]]:
            return Search(query=query, hits=hits, confidence=FORESEEN)
        found = evidence(query, self.index, candidates[best], features[best], total[best])
        logit = float(found @ self.weights.confidence) + self.weights.bias
        return Search(query=query, hits=hits, confidence=float(1 / (1 + np.exp(-np.clip(logit, -30, 30)))))

    def candidates(self, query: Query, topic: Iterable[str] = ()) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rows of the index worth a closer look, and a row of `FEATURES` for each; what the weights are fitted on."""
        about = frozenset(topic)
        found = find_candidates(query, self.index, about)
        return found.rows, rows(query, self.index, found, about)

    def _hit(self, row: int, score: float) -> Hit:
        fact, entity = self.index.rows[row]
        return Hit(fact=fact, entity=entity, row=row, score=score)
