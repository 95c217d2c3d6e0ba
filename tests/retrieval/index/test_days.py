"""What a day, a month or a year brought."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.dates import Calendar, parse_edtf
from bot.retrieval.index.days import Days, span
from tests.packs import library

FACTS = list(library().facts.values())
DAYS = Days(FACTS)


def told(edtf: str, calendar: Calendar = Calendar.JULIAN) -> list[str]:
    return [fact.id for fact in DAYS.during(parse_edtf(edtf, calendar=calendar))]


def test_a_day_brings_what_is_dated_by_that_day() -> None:
    assert told("1361-07-27") == ["sack-of-visby-lead"]


def test_the_same_day_in_the_other_calendar_brings_the_same() -> None:
    assert told("1361-08-04", Calendar.GREGORIAN) == ["sack-of-visby-lead"]


def test_a_month_and_a_year_bring_what_lies_within() -> None:
    assert "sack-of-visby-lead" in told("1361-07")
    assert "diet-1367-lead" in told("1367")


def test_a_long_time_is_no_news_of_one_of_its_days() -> None:
    assert told("1350-06-01") == []  # the reign of 1340-1375 is not


@given(st.integers(1150, 1680), st.integers(1, 12))
def test_everything_that_lies_within_a_month_is_found(year: int, month: int) -> None:
    asked = parse_edtf(f"{year}-{month:02}", calendar=Calendar.JULIAN)
    first, last = span(asked)
    within = {f.id for f in FACTS if f.date and first <= span(f.date)[0] and span(f.date)[1] <= last}
    assert within <= {fact.id for fact in DAYS.during(asked)}
