"""tally-incomplete."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read, spots

COUNTS = (
    "[{of: lubeck, value: 10}, {label: {en: Prussian towns, ru: прусские города}, value: 5}, "
    "{label: {en: others}, value: 3}]"
)


def test_counts_of_entities_that_leave_something_untold() -> None:
    files = edited("diets.yaml", COUNTS, "[{of: lubeck, value: 10}, {of: hamburg, value: 5}]")
    reading = read(files)
    assert spots(reading) == [("diets.yaml", *place(files["diets.yaml"], "18\n"), "tally-incomplete")]
    assert "the counts leave 3 of 18 untold" in reading.problems[0].sentence


@pytest.mark.parametrize(
    "counts",
    [
        "[{of: lubeck, value: 10}, {of: hamburg, value: 8}]",
        "[{of: lubeck, value: 10}, {label: {en: others}, value: 3}]",
        "[{of: lubeck, value: 10}]",
    ],
)
def test_counts_that_tell_all_or_say_that_there_are_others_or_one_share(counts: str) -> None:
    assert read(edited("diets.yaml", COUNTS, counts)).problems == ()
