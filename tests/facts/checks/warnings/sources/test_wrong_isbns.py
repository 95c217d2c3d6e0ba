"""wrong-isbn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.checks.warnings.sources.wrong_isbns import is_isbn
from tests.packs import edited, place, read, spots

RIGHT = ["978-0-306-40615-7", "9780306406157", "978 0 306 40615 7", "0-306-40615-2", "0-8044-2957-X", "080442957x"]


@pytest.mark.parametrize("isbn", RIGHT)
def test_right_ones(isbn: str) -> None:
    assert is_isbn(isbn)


@pytest.mark.parametrize(
    "isbn", ["978-0-306-40615-1", "0-306-40615-3", "977-0-306-40615-7", "0-306-40615", "X-306", ""]
)
def test_wrong_ones(isbn: str) -> None:
    assert not is_isbn(isbn)


@given(st.sampled_from(["9780306406157", "0306406152"]), st.data())
def test_every_single_slip_is_noticed(isbn: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(3 if len(isbn) == 13 else 0, len(isbn) - 1))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != isbn[at]]))
    assert not is_isbn(isbn[:at] + digit + isbn[at + 1 :])


def test_a_source_with_a_slip() -> None:
    files = edited("sources.yaml", "publisher: Macmillan", "ISBN: 978-0-306-40615-1")
    reading = read(files)
    assert spots(reading) == [("sources.yaml", *place(files["sources.yaml"], "978-"), "wrong-isbn")]
    assert reading.problems[0].sentence.startswith("`978-0-306-40615-1` is no ISBN")


@pytest.mark.parametrize("isbn", [*RIGHT, "978-0-306-40615-7 0-306-40615-2", "9780306406157, 080442957X"])
def test_a_source_with_one_or_several(isbn: str) -> None:
    assert read(edited("sources.yaml", "publisher: Macmillan", f"ISBN: '{isbn}'")).problems == ()
