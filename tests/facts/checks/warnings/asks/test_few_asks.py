"""few-asks."""

from __future__ import annotations

from tests.packs import TINY, edited, read, spots, tiny

TOWN = TINY["towns.yaml"]
ASKS = '      asks: ["When did Lübeck become free?", "What became a free city in 1226?"]\n'


def test_a_fact_without_asks() -> None:
    reading = read(tiny(TOWN.replace(ASKS, "")))
    assert spots(reading) == [("towns.yaml", 6, 11, "few-asks")]
    assert "`lubeck-free` has no asks" in reading.problems[0].sentence


def test_a_fact_with_one_ask() -> None:
    reading = read(tiny(TOWN.replace(', "What became a free city in 1226?"', "")))
    assert spots(reading) == [("towns.yaml", 10, 13, "few-asks")]
    assert "`lubeck-free` has one ask" in reading.problems[0].sentence


def test_one_in_each_language_is_enough() -> None:
    assert read(edited("diets.yaml", '"Where did the first diet meet?"], ru:', '"Where was it?"], ru:')).problems == ()
