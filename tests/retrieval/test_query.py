"""The analysis of questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval import Asked, Index
from bot.retrieval.query import Analyst
from tests.packs import library

INDEX = Index(library())
ANALYST = Analyst(INDEX)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("when did the first diet meet", Asked.WHEN),
        ("in what year was visby taken", Asked.WHEN),
        ("wehn was visby taken", Asked.WHEN),
        ("who was the syndic", Asked.WHO),
        ("how many ships did they promise", Asked.HOW_MANY),
        ("where did the diet meet", Asked.WHERE),
        ("why was the league founded", Asked.WHY),
        ("what is the hanse", Asked.WHAT),
        ("hanse", Asked.NOTHING),
        ("когда взяли висбю", Asked.WHEN),
        ("сколько кораблей", Asked.HOW_MANY),
        ("кто был синдиком", Asked.WHO),
    ],
)
def test_the_kind_of_answer_asked_for(question: str, asked: Asked) -> None:
    assert ANALYST.analyse(question).asked is asked


@pytest.mark.parametrize(
    "question", ["was the league dissolved?", "did it end in 1669", "правда ли, что Ганзу распустили"]
)
def test_yes_or_no(question: str) -> None:
    assert ANALYST.analyse(question).yes_no


def test_misspelt_function_words_carry_nothing() -> None:
    assert [group.word for group in ANALYST.analyse("waht is teh hanse").groups] == ["hanse"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("wat is the hanse", Asked.WHAT), ("wen was it", Asked.WHEN), ("whre was it", Asked.WHERE)]
)
def test_question_words_are_understood_misspelt(typed: str, meant: Asked) -> None:
    assert ANALYST.analyse(typed).asked is meant


def test_a_short_word_is_not_taken_for_a_function_word_by_one_other_letter() -> None:
    assert [group.word for group in ANALYST.analyse("how tall was visby").groups] == ["tall", "visby"]


def test_a_misspelt_word_is_repaired_and_less_sure() -> None:
    (group,) = ANALYST.analyse("sudremann").groups
    assert group.repaired == "sudermann"
    assert 0 < group.sure < 1


def test_a_word_like_no_other_has_no_terms() -> None:
    (group,) = ANALYST.analyse("photosynthesis").groups
    assert (group.sure, dict(group.weights)) == (0.0, {})


def test_synonyms_weigh_less_than_the_word_itself() -> None:
    (group,) = ANALYST.analyse("cogs").groups
    assert group.weights
    assert max(group.weights.values()) <= group.idf


def test_a_day_is_a_date_and_not_a_number() -> None:
    query = ANALYST.analyse("what happened on 27 July 1361")
    assert [mention.text for mention in query.dates] == ["27 July 1361"]
    assert query.numbers == ()


def test_a_date_inside_a_name_is_part_of_the_name() -> None:
    query = ANALYST.analyse("what was the diet of 1356")
    assert "diet-1356" in query.named


@pytest.mark.parametrize("question", ["diet no 2", "the second diet", "съезд №2", "diet number two", "diet II"])
def test_numbers_in_words_figures_and_signs(question: str) -> None:
    query = ANALYST.analyse(question)
    assert query.numbers == ("2",)
    assert "diet-1367" in query.named


@given(st.text(max_size=300))
def test_any_text_gives_a_query(text: str) -> None:
    query = ANALYST.analyse(text)
    assert len(query.groups) <= 64


@pytest.mark.parametrize("text", ["", "\ud800", "🎉" * 4000, "\u202e right to left", "a\u0300" * 4000, "no " * 2000])
def test_odd_text_gives_a_query(text: str) -> None:
    assert ANALYST.analyse(text).mass >= 0
