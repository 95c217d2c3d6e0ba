"""calendars-disagree."""

from __future__ import annotations

import pytest

from bot.dates import CalendarRule
from bot.facts.checks.warnings.dates.mentioned import reader
from bot.facts.checks.warnings.dates.pairs import disagreeing
from tests.packs import TINY, edited, place, read, spots, tiny

TEXT = "Lübeck became a free city in 1226."
READ = reader(CalendarRule.parse("julian", "1752-09-14"))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The bridge fell on 27 June 1709 (9 July New Style), after rain.", "27 June 1709 (9 July New Style)"),
        ("The bridge fell on 2 (14) May 1709.", "2 (14) May 1709"),
        ("The bridge fell on 2/14 May 1709.", "2/14 May 1709"),
        ("It stood until 27 June (9 July) 1709.", "27 June (9 July) 1709"),
        ("It stood until 27 June/9 July 1709.", "27 June/9 July 1709"),
        ("Мост рухнул 27 июня (9 июля) 1709 года.", "27 июня (9 июля) 1709"),
        ("Мост рухнул 27 июня 1709 года (9 июля по новому стилю).", "27 июня 1709 года (9 июля по новому стилю)"),
        ("The fair of 27 to 29 June 1709 (8-11 July New Style).", "27 to 29 June 1709 (8-11 July New Style)"),
        ("Closed from 2 (14) May to 27 June (8 July) 1709.", "2 (14) May"),
        ("Ярмарка с 2 (13) мая по 27 июня (9 июля) 1709 года.", "27 июня (9 июля) 1709"),
        ("It was 31 December 1709 (12 January 1710).", "31 December 1709 (12 January 1710)"),
    ],
)
def test_pairs_that_are_not_one_day(text: str, pair: str) -> None:
    assert disagreeing(text, 1709, READ) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell on 27 June 1709 (8 July New Style), after rain.",
        "The bridge fell on 8 July 1709 (27 June Old Style).",
        "The bridge fell on 2 (13) May 1709, on 3 (14) May they mended it.",
        "The bridge fell on 2/13 May 1709.",
        "They worked on 2/3 May 1709.",
        "Мост рухнул 27 июня (8 июля) 1709 года.",
        "The fair of 27 to 29 June 1709 (8-10 July New Style) was small.",
        "In the night of 27-28 June 1709 (8 July New Style) it rained.",
        "Closed from 2 May to 27 June 1709 (13 May-8 July New Style).",
        "Closed from 2 (13) May to 27 June (8 July) 1709.",
        "It was 31 December 1709 (11 January 1710).",
        "It was 31 December 1709 (11 January New Style).",
        "Charles (17 June 1682 - 30 November 1718) lost 5 May (7,000) men.",
        "He came on 27 June 1709 (20 July by another account).",
        "Behind the bakers (23) and the brewers (22) on 2 May 1709 (a Monday).",
        "In 1709 (5 of 9 towns) 3/4 of May was wet.",
    ],
)
def test_pairs_that_are_one_day_and_what_is_no_pair(text: str) -> None:
    assert disagreeing(text, 1709, READ) == []


@pytest.mark.parametrize("year", [None, 1709, 1850])
def test_the_year_of_the_fact_need_not_be_that_of_the_text(year: int | None) -> None:
    assert disagreeing("It was 27 May 1850 (8 June New Style).", year, READ) == []
    assert disagreeing("It was 27 May 1850 (9 June New Style).", year, READ) == ["27 May 1850 (9 June New Style)"]


def test_a_text_of_a_fact() -> None:
    text = "Peter I beat the Swedes on 27 June 1709 (9 July New Style)."
    reading = read(tiny(TINY["towns.yaml"].replace(TEXT, text).replace("date: 1226", "date: 1709")))
    assert spots(reading) == [("towns.yaml", 7, 13, "calendars-disagree")]
    assert "“27 June 1709 (9 July New Style)” is not one day in the two calendars" in reading.problems[0].sentence


def test_an_account() -> None:
    files = edited("league.yaml", "in 1159.", "on 2 (3) May 1159.")
    line, column = place(files["league.yaml"], "The League began with the second")
    assert spots(read(files)) == [("league.yaml", line, column, "calendars-disagree")]
