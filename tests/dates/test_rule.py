"""Which calendar an undecorated date is in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import (
    GREGORIAN_RULE,
    Calendar,
    CalendarRule,
    DateError,
    NoSuchDayError,
    SkippedDayError,
    civil_date,
    day_number,
)

RUSSIA = CalendarRule.parse("julian", "1918-02-14")
BRITAIN = CalendarRule.parse("julian", "1752-09-14")


def test_parse() -> None:
    assert CalendarRule.parse("gregorian") == GREGORIAN_RULE == CalendarRule()
    assert CalendarRule.parse("julian") == CalendarRule(Calendar.JULIAN, None)
    assert CalendarRule(Calendar.JULIAN, day_number(Calendar.GREGORIAN, 1918, 2, 14)) == RUSSIA


@pytest.mark.parametrize(
    ("default", "switch", "sentence"),
    [
        ("mayan", None, "'mayan' is no calendar; calendars are julian, gregorian"),
        ("gregorian", "1918-02-14", "a switch to the Gregorian calendar needs calendar: julian before it"),
        ("julian", "14.2.1918", "'14.2.1918' is no day; the switch is written like 1752-09-14"),
        ("julian", "1900-02-29", "1900-02-29 is no day of the Gregorian calendar (February 1900 has 28 days there)"),
    ],
)
def test_parse_says_what_is_wrong(default: str, switch: str | None, sentence: str) -> None:
    with pytest.raises(DateError) as raised:
        CalendarRule.parse(default, switch)
    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    ("rule", "date", "calendar"),
    [
        (RUSSIA, (1917, 2, 27), Calendar.JULIAN),
        (RUSSIA, (1900, 2, 29), Calendar.JULIAN),
        (RUSSIA, (1918, 1, 31), Calendar.JULIAN),
        (RUSSIA, (1918, 2, 14), Calendar.GREGORIAN),
        (RUSSIA, (1991, 12, 26), Calendar.GREGORIAN),
        (BRITAIN, (1752, 9, 2), Calendar.JULIAN),
        (BRITAIN, (1752, 9, 14), Calendar.GREGORIAN),
        (GREGORIAN_RULE, (-43, 3, 15), Calendar.GREGORIAN),
    ],
)
def test_calendar_of(rule: CalendarRule, date: tuple[int, int, int], calendar: Calendar) -> None:
    assert rule.calendar_of(*date) is calendar


@pytest.mark.parametrize("day", range(1, 14))
def test_days_left_out_at_the_switch(day: int) -> None:
    with pytest.raises(SkippedDayError) as raised:
        RUSSIA.calendar_of(1918, 2, day)
    assert str(raised.value) == (
        f"1918-02-{day:02} never was: 1918-01-31 (Julian) was followed by 1918-02-14 (Gregorian); "
        f"if the day of one calendar is meant, name it, as in {{edtf: 1918-02-{day:02}, calendar: gregorian}}"
    )


@pytest.mark.parametrize(
    ("date", "calendar"), [((1917, 2, 29), "julian"), ((1918, 2, 30), "gregorian"), ((1919, 2, 29), "gregorian")]
)
def test_no_such_day_names_the_calendar_of_its_time(date: tuple[int, int, int], calendar: str) -> None:
    with pytest.raises(NoSuchDayError, match="is no day") as raised:
        RUSSIA.calendar_of(*date)
    assert raised.value.calendar == calendar


@given(st.integers(day_number(Calendar.JULIAN, 1500, 1, 1), day_number(Calendar.JULIAN, 2100, 1, 1)))
@settings(deadline=None)
def test_every_day_is_found_again_under_the_date_that_it_had(number: int) -> None:
    for rule in (RUSSIA, BRITAIN, GREGORIAN_RULE):
        switched = rule.default is Calendar.GREGORIAN or (rule.switch is not None and number >= rule.switch)
        calendar = Calendar.GREGORIAN if switched else Calendar.JULIAN
        assert rule.calendar_of(*civil_date(calendar, number)) is calendar


def test_first_and_last_day_of_a_month_at_the_switch() -> None:
    assert RUSSIA.first_day(1918, 2) == (day_number(Calendar.GREGORIAN, 1918, 2, 14), Calendar.GREGORIAN)
    assert RUSSIA.last_day(1918, 1) == (day_number(Calendar.JULIAN, 1918, 1, 31), Calendar.JULIAN)
    assert BRITAIN.first_day(1752, 9) == (day_number(Calendar.JULIAN, 1752, 9, 1), Calendar.JULIAN)
    assert BRITAIN.last_day(1752, 9) == (day_number(Calendar.GREGORIAN, 1752, 9, 30), Calendar.GREGORIAN)
    # Bulgaria: 31 March 1916 was followed by 14 April; 18 March ended a month whose rest was left out elsewhere.
    late = CalendarRule.parse("julian", "1916-04-01")
    assert late.last_day(1916, 3) == (day_number(Calendar.JULIAN, 1916, 3, 18), Calendar.JULIAN)
    assert late.first_day(1916, 4) == (day_number(Calendar.GREGORIAN, 1916, 4, 1), Calendar.GREGORIAN)


@given(st.integers(1500, 2100), st.integers(1, 12))
@settings(deadline=None)
def test_months_follow_each_other_without_gap_or_overlap(year: int, month: int) -> None:
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    for rule in (RUSSIA, BRITAIN, GREGORIAN_RULE):
        assert rule.first_day(*following)[0] == rule.last_day(year, month)[0] + 1
