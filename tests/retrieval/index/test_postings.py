"""BM25 as arrays against BM25 as the formula stands in the book."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.index.postings import Postings

TERMS = 6
UNITS = st.lists(st.lists(st.integers(0, TERMS - 1), max_size=8), min_size=1, max_size=12)
GROUPS = st.lists(
    st.lists(st.tuples(st.integers(0, TERMS - 1), st.floats(0.1, 3)), min_size=1, max_size=3, unique_by=lambda t: t[0]),
    max_size=4,
)


def by_the_book(units: list[list[int]], groups: list[list[tuple[int, float]]], k1: float, b: float) -> list[float]:
    mean = max(sum(map(len, units)) / len(units), 1.0)

    def impact(unit: list[int], term: int) -> float:
        tf = unit.count(term)
        return tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(unit) / mean)) if tf else 0.0

    return [sum(max(weight * impact(unit, term) for term, weight in group) for group in groups) for unit in units]


@given(units=UNITS, groups=GROUPS)
def test_scores_equal_the_formula(units: list[list[int]], groups: list[list[tuple[int, float]]]) -> None:
    got = Postings(units, terms=TERMS, k1=0.8, b=0.5).score(groups)
    assert got == pytest.approx(np.array(by_the_book(units, groups, 0.8, 0.5)), rel=1e-4, abs=1e-5)


def test_units_of_a_term_come_in_order() -> None:
    postings = Postings([[0, 1], [1], [0, 0]], terms=2, k1=1.0, b=0.5)
    assert postings.units_of(0).tolist() == [0, 2]
    assert postings.units_of(1).tolist() == [0, 1]


def test_nothing_indexed_scores_nothing() -> None:
    assert Postings([], terms=0, k1=1.0, b=0.5).score([]).tolist() == []
