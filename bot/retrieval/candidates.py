"""Candidates: the facts worth a closer look, chosen from all by their words, names, dates, and the topic."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.retrieval.index import Index
from bot.retrieval.query import Query

BY_WORDS = 24
POINTED = 10
_EACH_NAME = 40
# For the choice of candidates only: text, sentence, ask, head.
_FIELD_WEIGHTS = np.array([1.0, 0.5, 1.0, 0.8], np.float32)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows of the index with their field scores, best first.

    `scores` has a column each for text, sentence, ask and head. `sentences`, `asks` and `heads` are the scores of every
    unit of these fields: where one is 0, the unit has no word of the question.
    """

    rows: NDArray[np.int64]
    scores: Floats
    sentences: Floats
    asks: Floats
    heads: Floats


def find_candidates(query: Query, index: Index, topic: frozenset[str]) -> Candidates:
    """The best facts by words, and those that a name, a date, the topic or a curator's foresight points to."""
    groups = [list(group.weights.items()) for group in query.groups if group.weights]
    fields = (index.texts, index.sentences, index.asks, index.heads)
    _, sentences, asks, heads = units = [field.postings.score(groups) for field in fields]
    best = [field.best(score) for field, score in zip(fields, units, strict=True)]
    scores = np.stack([*best[:3], best[3][index.entity_of]], axis=1)
    total = scores @ _FIELD_WEIGHTS
    top = np.argpartition(-total, min(BY_WORDS, len(total)) - 1)[:BY_WORDS]
    top = top[total[top] > 0]
    pointed = set(_pointed(query, index, topic)).difference(top.tolist())
    extra = sorted(pointed, key=lambda row: -total[row])[:POINTED]
    # A question that a curator foresaw word for word has its fact, whatever else its words are common to.
    foreseen = index.asked_in_words(query.wording).difference(top.tolist(), extra)
    rows = np.concatenate([top, np.array([*extra, *sorted(foreseen)], np.int64)])
    rows = rows[np.lexsort((rows, -total[rows]))]
    return Candidates(rows, scores[rows], sentences, asks, heads)


def _pointed(query: Query, index: Index, topic: frozenset[str]) -> list[int]:
    """Rows of facts that a name, a date or the topic of the conversation points to, at most a few dozen of each."""
    library = index.library
    spoken_of = sorted(entity for entity in topic if entity in library.entities)
    entities = [*sorted(query.named, key=lambda e: -query.named[e]), *spoken_of][:_EACH_NAME]
    found = [fact for entity in entities for fact in library.about(entity)[:_EACH_NAME]]
    for mention in query.dates:
        for reading in mention.readings:
            found += index.days.during(reading)[:_EACH_NAME]
    return [index.row_of[fact.id] for fact in found]
