"""near-duplicate."""

from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.checks.warnings.texts import near_duplicates
from tests.packs import HANSE, edited, of, place, read

FREE = "Emperor Frederick II made Lübeck a free imperial city in June 1226."
PACT = "Hamburg and Lübeck made a pact in 1241 to keep the road between them safe."


@pytest.mark.parametrize(
    "text",
    [
        "In June 1226 the emperor Frederick II made Lübeck a free imperial city.",
        "Lübeck was made a free imperial city by Emperor Frederick II in June 1226.",
    ],
)
def test_a_fact_told_twice(text: str) -> None:
    files = edited("places/towns.yaml", PACT, text)
    [problem] = of("near-duplicate", read(files))
    assert (problem.file, problem.severity) == ("places/towns.yaml", "warning")
    assert (problem.line, problem.column) == place(files["places/towns.yaml"], text)
    line, _ = place(files["places/towns.yaml"], FREE)
    assert f"`lubeck-free-city` says nearly the same (places/towns.yaml:{line})" in problem.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Emperor Charles IV came to Lübeck in October 1375 and called the councillors lords.",
        "Emperor Frederick II made Dortmund a free city in 1220, before others.",
        FREE,
    ],
)
def test_facts_that_only_resemble_each_other_or_are_the_same(text: str) -> None:
    files = edited("places/towns.yaml", PACT, text)
    assert of("near-duplicate", read(files)) == []


def test_the_sample_has_none() -> None:
    assert of("near-duplicate", read(HANSE)) == []


@given(st.lists(st.frozensets(st.sampled_from("abcdefghijkl"), min_size=1), min_size=2, max_size=12))
def test_no_pair_is_missed_for_the_shortcut(bags: list[frozenset[str]]) -> None:
    """Each bag compared with all before it comes to the same."""
    weights = {word: log(1 + len(bags) / sum(word in bag for bag in bags)) ** 2 for word in "".join(map("".join, bags))}

    def weight(bag: frozenset[str]) -> float:
        return sum(weights[word] for word in bag)

    found = dict(near_duplicates.twins(bags))
    for at, bag in enumerate(bags):
        likenesses = [weight(bag & other) / sqrt(weight(bag) * weight(other)) for other in bags[:at]]
        best = max(likenesses, default=0.0)
        if abs(best - near_duplicates.ALIKE) > 1e-5:
            assert (at in found) == (best > near_duplicates.ALIKE)
        assert at not in found or likenesses[found[at]] == pytest.approx(best)
