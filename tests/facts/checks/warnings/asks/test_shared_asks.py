"""shared-ask."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read, spots


@pytest.mark.parametrize("ask", ["When was Visby taken?", "when was visby taken", "WHEN  was “Visby” taken?!"])
def test_an_ask_of_another_fact(ask: str) -> None:
    files = edited("places/towns.yaml", '"Who founded Lübeck anew?"', f"'{ask}?'")
    reading = read(files)
    line, column = place(files["places/towns.yaml"], f"'{ask}?'")
    assert spots(reading) == [("places/towns.yaml", line, column, "shared-ask")]
    assert "`sack-of-visby-lead` has this ask already (events.yaml:" in reading.problems[0].sentence


def test_an_ask_that_the_fact_has_itself() -> None:
    files = edited("events.yaml", '"When was Visby taken?"', '"When was Visby taken?", "when was Visby taken?"')
    reading = read(files)
    line, column = place(files["events.yaml"], '"when was Visby')
    assert spots(reading) == [("events.yaml", line, column, "shared-ask")]
    assert reading.problems[0].sentence.startswith("the fact has this ask already")


def test_other_words_make_another_ask() -> None:
    files = edited("places/towns.yaml", '"Who founded Lübeck anew?"', '"When was Visby conquered?"')
    assert read(files).problems == ()
