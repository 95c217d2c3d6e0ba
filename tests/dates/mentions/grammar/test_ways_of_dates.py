"""Every way of writing a date has an example that it, and it alone of the table, was made for."""

from __future__ import annotations

import re

import pytest

from bot.dates.mentions.grammar import Question, candidates, days, months, periods
from bot.dates.mentions.tokens import read_tokens

WAYS = (*days.WAYS, *months.WAYS, *periods.WAYS)

EXAMPLES = {
    "_day_month": ["2 March 1370", "2-mar-1370", "second of March", "second March 1370"],
    "_month_day": ["March 2", "March second, 1370"],
    "_days": ["2-5 March", "between 2 and 5 March", "between the 2 and 5 March", "March 2-5", "between March 2 and 5"],
    "_one_of_days": ["2, 3 and 5 March"],
    "_double_day": ["2 (10) March 1370", "2/10 March 1370"],
    "_double_days": ["2-5 (10-13) March 1370"],
    "_double_date": ["25 March (2 April) 1370"],
    "_short_year": ["2 March 70"],
    "_in_figures": ["24.05.1370"],
    "_day_and_month_in_figures": ["24.05"],
    "_month": ["in March"],
    "_season": ["summer 1370"],
    "_winter_of_two_years": ["winter 1370-71"],
    "_part": ["early March"],
    "_part_of_year": ["early 1370"],
    "_year": ["1370"],
    "_short_year_alone": ["в 70 году"],
    "_years": ["1370-1385", "50-44 BC", "14-37 AD", "AD 14-37"],
    "_decade": ["1370s"],
    "_century": ["14th century", "XIV в."],
}


def question(text: str) -> Question:
    return Question(*read_tokens(text), default_year=1370)


def test_every_way_has_its_example() -> None:
    letters = [(question(text), build) for build, texts in EXAMPLES.items() for text in texts]
    for pattern, build in WAYS:
        made = [
            build(match, asked)
            for asked, name in letters
            if name == build.__name__
            for match in re.finditer(pattern, asked.letters)
        ]
        assert any(made), (pattern, build.__name__)


def test_the_examples_are_of_ways_that_there_are() -> None:
    assert set(EXAMPLES) == {build.__name__ for _, build in WAYS}


@pytest.mark.parametrize("text", [text for texts in EXAMPLES.values() for text in texts])
def test_candidates_lie_within_the_question(text: str) -> None:
    asked = question(text)
    found = list(candidates(asked))
    assert found
    assert all(0 <= spec.first < spec.last <= len(asked.letters) for spec in found)


def test_a_question_without_figure_or_month_is_not_looked_at_closely() -> None:
    assert list(candidates(question("who was the chairman of the council?"))) == []
