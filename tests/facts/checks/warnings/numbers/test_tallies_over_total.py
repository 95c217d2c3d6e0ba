"""tally-over-total."""

from __future__ import annotations

from tests.packs import edited, place, read, spots


def test_counts_that_make_more_than_the_total() -> None:
    files = edited("diets.yaml", "total: 18", "total: 17")
    reading = read(files)
    assert spots(reading) == [("diets.yaml", *place(files["diets.yaml"], "17\n"), "tally-over-total")]
    assert "the counts make 18, more than the total of 17" in reading.problems[0].sentence


def test_counts_that_make_less() -> None:
    assert read(edited("diets.yaml", "total: 18", "total: 19")).problems == ()
