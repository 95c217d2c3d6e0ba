"""Inverted lists with BM25 impacts, as flat arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Alternatives = Sequence[tuple[int, float]]


class Postings:
    """Which terms stand in which units (texts, sentences, questions, names), weighted by BM25 without its idf.

    The impact of a term that stands `tf` times in a unit of length `len` is
    tf * (k1 + 1) / (tf + k1 * (1 - b + b * len / mean len)): Robertson and Zaragoza, "The Probabilistic Relevance
    Framework: BM25 and Beyond" (2009), formula 3.15. The idf comes in with the question, since a repaired or widened
    word weighs less than its own.
    """

    def __init__(self, units: Sequence[Sequence[int]], *, terms: int, k1: float, b: float) -> None:
        self.size = len(units)
        lengths = np.fromiter(map(len, units), np.int64, self.size)
        flat = np.fromiter((term for unit in units for term in unit), np.int64, int(lengths.sum()))
        owner = np.repeat(np.arange(self.size), lengths)
        key, frequency = np.unique(flat * max(self.size, 1) + owner, return_counts=True)
        self._units: Ints = (key % max(self.size, 1)).astype(np.int32)
        self._starts = np.searchsorted(key // max(self.size, 1), np.arange(terms + 1))
        mean = max(float(lengths.mean()), 1.0) if self.size else 1.0
        norm = k1 * (1 - b + b * lengths[self._units] / mean)
        self._impacts: Floats = (frequency * (k1 + 1) / (frequency + norm)).astype(np.float32)

    def units_of(self, term: int) -> Ints:
        """The units that hold `term`, ascending."""
        return self._units[self._starts[term] : self._starts[term + 1]]

    def score(self, groups: Iterable[Alternatives]) -> Floats:
        """One score a unit: the sum over `groups` of the best of the group's weighted alternatives."""
        total = np.zeros(self.size, np.float32)
        for group in groups:
            if len(group) == 1:
                term, weight = group[0]
                lo, hi = self._starts[term], self._starts[term + 1]
                total[self._units[lo:hi]] += np.float32(weight) * self._impacts[lo:hi]
            else:
                at, best = self._best(group)
                total[at] += best
        return total

    def _best(self, group: Alternatives) -> tuple[Ints, Floats]:
        """The units that hold any alternative of a group, and the best weighted impact in each."""
        spans = [(self._starts[term], self._starts[term + 1], weight) for term, weight in group]
        at = np.concatenate([self._units[lo:hi] for lo, hi, _ in spans])
        impact = np.concatenate([np.float32(weight) * self._impacts[lo:hi] for lo, hi, weight in spans])
        order = np.lexsort((impact, at))
        at, impact = at[order], impact[order]
        last = np.append(at[1:] != at[:-1], True) if len(at) else np.zeros(0, bool)
        return at[last], impact[last]
