"""Files of questions as curators write them, and every way in which they can be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.facts import Severity
from bot.trials import QuestionsReading, read_questions
from tests.packs import library, place

BASE = library()
GOOD = """\
- ask: when was visby taken
  shows: [sack-of-visby-lead, visby-lead]
- ask: who won the football
  shows: nothing
- ask: visby
  asks-back: [visby, sack-of-visby]
  locale: en-GB
- ask: города
  lists: town
  language: ru
- conversation:
    - {ask: who was henry the lion, first: henry-the-lion-lead}
    - {ask: and when did he die, shows: henry-the-lion-death}
"""


def read(text: str, **others: str) -> QuestionsReading:
    files = {"towns.yaml": text, **{f"{stem}.yaml": content for stem, content in others.items()}}
    return read_questions({name: content.encode() for name, content in files.items()}, BASE)


def test_questions_are_read_in_the_order_of_the_file() -> None:
    reading = read(GOOD)
    assert reading.problems == ()
    assert [len(conversation) for conversation in reading.suite.conversations] == [1, 1, 1, 1, 2]
    taken, football, visby, towns, henry, death = (question.value for question in reading.suite.questions())
    assert (taken.shows, taken.wants_nothing) == (("sack-of-visby-lead", "visby-lead"), False)
    assert football.wants_nothing
    assert (visby.asks_back, visby.locale) == (("visby", "sack-of-visby"), "en-GB")
    assert (towns.lists, towns.language) == ("town", "ru")
    assert (henry.first, death.shows) == ("henry-the-lion-lead", ("henry-the-lion-death",))


def test_a_question_knows_its_place() -> None:
    suite = read(GOOD).suite
    *_, follow_up = suite.questions()
    assert suite.locate(follow_up.at("ask")) == place(GOOD, "and when did he die")


def test_no_files_are_no_questions() -> None:
    reading = read_questions({}, BASE)
    assert (reading.suite.conversations, reading.problems) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "at", "rule"),
    [
        ("  shows: nothing", "  show: nothing", "show: nothing", "unknown-key"),
        ("- ask: visby\n", "- question: visby\n", "question: visby", "missing-key"),
        ("  shows: nothing\n", "", "ask: who won", "misfit"),
        ("  locale: en-GB", "  lists: town", "asks-back", "misfit"),
        ("  shows: nothing", "  shows: nothing\n  first: visby-lead", "shows: nothing", "misfit"),
        ("visby-lead]", "nothing]", "shows: [sack", "misfit"),
        ("[visby, sack-of-visby]", "[]", "[]", "empty-value"),
        ("sack-of-visby-lead", "sack-of-visbi-lead", "sack-of-visbi-lead", "dangling-reference"),
        ("first: henry-the-lion-lead", "first: henry", "henry}", "dangling-reference"),
        ("[visby, sack", "[wisby, sack", "wisby", "dangling-reference"),
        ("lists: town", "lists: village", "village", "dangling-reference"),
        ("locale: en-GB", "locale: English!", "English!", "bad-value"),
        ("  language: ru", "  language: ru\n  language: en", "language: en", "duplicate-key"),
        ("- conversation:", "- locale: en\n  conversation:", "locale: en\n", "unknown-key"),
    ],
)
def test_each_mistake_is_told_at_its_place(old: str, new: str, at: str, rule: str) -> None:
    assert GOOD.count(old) >= 1
    text = GOOD.replace(old, new, 1)
    problems = {(problem.file, problem.line, problem.column, problem.rule) for problem in read(text).problems}
    assert ("towns.yaml", *place(text, at), rule) in problems


def test_a_mistake_costs_only_its_own_question() -> None:
    reading = read(GOOD.replace("shows: nothing", "shows: none"))
    assert [problem.rule for problem in reading.problems] == ["dangling-reference"]
    assert len(reading.suite.conversations) == 4


def test_a_misspelt_id_comes_with_the_one_that_was_meant() -> None:
    (problem,) = read("- {ask: visby, shows: visby-leed}\n").problems
    assert problem.sentence == "there is no fact `visby-leed`; did you mean `visby-lead`?"


@pytest.mark.parametrize(
    "conversation", ["visby", "[]", "[{ask: visby, shows: visby-lead}]", "{ask: visby, shows: visby-lead}"]
)
def test_a_conversation_is_a_list_of_two_questions_or_more(conversation: str) -> None:
    reading = read(f"- conversation: {conversation}\n")
    assert [problem.rule for problem in reading.problems] == ["wrong-type"]
    assert reading.suite.conversations == ()


@pytest.mark.parametrize("text", ["ask: visby\n", "visby\n", "[]\n"])
def test_a_file_is_a_list(text: str) -> None:
    assert [problem.rule for problem in read(text).problems] == ["wrong-type"]


def test_asking_the_same_twice_is_a_warning_but_follow_ups_may_be_alike() -> None:
    question = "- {ask: when was visby taken, shows: sack-of-visby-lead}\n"
    follow_ups = GOOD + GOOD[GOOD.index("- conversation:") :]
    assert read(follow_ups).problems == ()
    (problem,) = read(GOOD + question.replace("visby taken", "Visby taken")).problems
    assert (problem.severity, problem.rule) == (Severity.WARNING, "same-question")
    assert "towns.yaml:1" in problem.sentence


def test_known_misses_have_a_reason() -> None:
    reading = read(GOOD, known_misses="- {ask: visby, reason: one of them is far better known}\n- {ask: города}\n")
    assert [miss.value.ask for miss in reading.suite.known] == ["visby"]
    assert [(problem.file, problem.line, problem.rule) for problem in reading.problems] == [
        ("known_misses.yaml", 2, "missing-key")
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(":-[]{}'\",#\n abcé0", max_size=8), st.floats(0, 1), st.integers(0, 12))
def test_no_edit_makes_it_raise(typed: str, at: float, deleted: int) -> None:
    start = int(at * len(GOOD))
    reading = read(GOOD[:start] + typed + GOOD[start + deleted :])
    assert all(problem.line >= 1 and problem.sentence for problem in reading.problems)
    assert list(reading.problems) == sorted(reading.problems)
