"""Questions answered, asked back, or declined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answered, Answerer, Choices, Missing, Question, Topic, Unknown, Why
from tests.packs import HANSE, edited, library

ANSWERER = Answerer(library())


def ask(text: str, *, locale: str = "en", topic: Topic | None = None) -> Answered | Choices | Unknown:
    return ANSWERER.ask(Question(text, locale=locale, topic=topic or Topic()))


def answered(text: str) -> Answered:
    answer = ask(text)
    assert isinstance(answer, Answered), answer
    return answer


def test_a_question_is_answered_with_its_fact() -> None:
    answer = answered("who was the first syndic of the hanse?")
    assert answer.why is Why.FACT
    assert "syndic-holders" in {ranked.fact.id for ranked in answer.facts}


@pytest.mark.parametrize(
    "question", ["Hanse", "what is the hanseatic league", "tell me about the Hansa", "что такое ганза"]
)
def test_a_name_is_answered_with_all_about_it(question: str) -> None:
    answer = answered(question)
    assert (answer.why, answer.entity and answer.entity.id) == (Why.ENTITY, "hanseatic-league")


@pytest.mark.parametrize("question", ["second diet", "diet no. 2", "съезд №2", "Diet number two"])
def test_a_numbered_thing_is_found_however_it_is_counted(question: str) -> None:
    assert answered(question).entity is ANSWERER.library.entities["diet-1367"]


def test_a_day_is_answered_in_both_calendars() -> None:
    julian = answered("what happened on 27 July 1361")
    gregorian = answered("4 august 1361 new style")
    assert julian.why is gregorian.why is Why.DAY
    assert julian.facts[0].fact.id == gregorian.facts[0].fact.id == "sack-of-visby-lead"


def test_a_quiet_day_is_said_to_be_one() -> None:
    answer = ask("what happened on 3 March 1400")
    assert isinstance(answer, Unknown)
    assert answer.reason is Missing.QUIET_DAY
    assert answer.dates


@pytest.mark.parametrize("question", ["list all diets", "which diets were there", "diets", "перечисли съезды"])
def test_a_kind_is_answered_with_its_members(question: str) -> None:
    answer = answered(question)
    assert answer.why is Why.LIST
    assert [entity.number for entity in answer.entities] == [1, 2, 3]


@pytest.mark.parametrize(
    "question", ["who won the world cup in 2014", "hello there", "what is your token", "how do I boil an egg"]
)
def test_what_is_not_in_the_base_is_said_not_to_be(question: str) -> None:
    assert isinstance(ask(question), Unknown)


@pytest.mark.parametrize("question", ["", "?!", "   ", "\u200b"])
def test_nothing_asked(question: str) -> None:
    answer = ask(question)
    assert isinstance(answer, Unknown)
    assert answer.reason is Missing.EMPTY


def test_a_false_premise_meets_its_correction() -> None:
    answer = answered("was the league dissolved in 1669?")
    assert answer.yes_no
    assert answer.facts[0].fact.id == "hanseatic-league-never-dissolved"


@pytest.mark.parametrize(
    "question", ["was the league never dissolved in 1669?", "did the league formally choose a new syndic in 1669?"]
)
def test_only_the_very_claim_is_answered_with_no(question: str) -> None:
    answer = ask(question)
    assert not (isinstance(answer, Answered) and answer.yes_no)


def test_homonyms_are_asked_back() -> None:
    twin = HANSE["people/people.yaml"].replace("aliases: {en: [Domann]}", "aliases: {en: [Domann, Sudermann]}")
    answerer = Answerer(library({**HANSE, "people/people.yaml": twin}))
    answer = answerer.ask(Question("sudermann"))
    assert isinstance(answer, Choices)
    assert {option.entity.id for option in answer.options} == {"heinrich-sudermann", "johannes-domann"}


def test_a_russian_question_is_answered_in_russian() -> None:
    assert ask("что такое ганза", locale="en-US").language == "ru"
    assert ask("what is the hanse", locale="ru").language == "en"


def test_a_follow_up_leans_on_the_topic() -> None:
    opening = Question("who was Henry the Lion")
    topic = ANSWERER.topic_after(opening, ANSWERER.ask(opening))
    assert topic.entities[0] == "henry-the-lion"
    answer = ask("and when did he die?", topic=topic)
    assert isinstance(answer, Answered)
    assert answer.facts[0].fact.id == "henry-the-lion-death"


def test_a_question_with_a_subject_of_its_own_leaves_the_topic() -> None:
    answer = ask("who was Heinrich Sudermann", topic=Topic(entities=("henry-the-lion",)))
    assert isinstance(answer, Answered)
    assert answer.entity
    assert answer.entity.id == "heinrich-sudermann"


@pytest.mark.parametrize("question", ["how do i bake bread", "what is photosynthesis then?"])
def test_an_off_topic_follow_up_is_not_answered(question: str) -> None:
    assert isinstance(ask(question, topic=Topic(entities=("henry-the-lion",))), Unknown)


def test_an_unanswered_question_keeps_the_topic() -> None:
    asked = Question("who won the world cup", topic=Topic(entities=("henry-the-lion",)))
    assert ANSWERER.topic_after(asked, ANSWERER.ask(asked)).entities == ("henry-the-lion",)


def test_a_topic_that_the_base_has_no_more_is_ignored() -> None:
    assert ask("when did he die", topic=Topic(entities=("gone",))) is not None


def test_all_about_and_one_fact_by_id() -> None:
    assert isinstance(ANSWERER.about("lubeck", language="en"), Answered)
    assert isinstance(ANSWERER.about("atlantis", language="en"), Unknown)
    assert isinstance(ANSWERER.show("diet-1356-lead", language="en"), Answered)
    assert isinstance(ANSWERER.show("gone", language="en"), Unknown)


def test_days_by_look_up() -> None:
    assert isinstance(ANSWERER.on_day("27 july 1361", language="en"), Answered)
    answer = ANSWERER.on_day("the ides", language="en")
    assert isinstance(answer, Unknown)
    assert answer.reason is Missing.NO_SUCH_DAY


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = ask(text)
    assert 0.0 <= answer.confidence <= 1.0


def test_answers_stand_in_facts_that_the_library_has() -> None:
    for fact in ANSWERER.library.facts.values():
        for asks in fact.asks.values():
            answer = ask(asks[0])
            assert all(ranked.fact is ANSWERER.library.facts[ranked.fact.id] for ranked in answer.ranked)


def test_an_edited_base_answers_by_its_new_words() -> None:
    changed = library(edited("events.yaml", "before the walls of Visby", "beneath the ramparts of Visby"))
    answer = Answerer(changed).ask(Question("who was beaten beneath the ramparts of visby"))
    assert isinstance(answer, Answered)
    assert "ramparts" in answer.facts[0].fact.text["en"]
