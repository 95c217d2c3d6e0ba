"""Which answers are what a curator expects, and what is said of those that are not."""

from __future__ import annotations

import pytest

from bot.answers import Answer, Answered, Answerer, Choices, Option, Ranked, Unknown, Why
from bot.facts import Fact
from bot.trials import Expectation, Outcome, asks_of, shown, try_conversation, try_question
from bot.trials.trial import FIRST_OF_OVERVIEW
from tests.packs import library

HANSE = library()
ANSWERER = Answerer(HANSE)
RANKED = tuple(Ranked(fact, HANSE.entity_of(fact.id), 1.0) for fact in HANSE.facts.values())


def fact(fact_id: str) -> Ranked:
    return Ranked(HANSE.facts[fact_id], HANSE.entity_of(fact_id), 1.0)


def answered(*ids: str, why: Why = Why.FACT) -> Answered:
    return Answered("en", 0.9, why, tuple(fact(each) for each in ids), ranked=RANKED)


TOWNS = Answered("en", 0.9, Why.LIST, (), entities=HANSE.of_kind("town"), kind="town")
WHICH = Choices("en", 0.5, (Option(HANSE.entities["visby"]), Option(HANSE.entities["sack-of-visby"])), ranked=RANKED)
UNKNOWN = Unknown("en", 0.1, ranked=RANKED)


def expecting(**wanted: object) -> Expectation:
    return Expectation.model_validate({"ask": "visby?", **wanted}, by_alias=True)


@pytest.mark.parametrize(
    ("answer", "wanted", "passes"),
    [
        (answered("visby-lead", "lubeck-lead"), {"shows": "lubeck-lead"}, True),
        (answered("visby-lead"), {"shows": ["lubeck-lead", "visby-lead"]}, True),
        (answered("visby-lead"), {"shows": "lubeck-lead"}, False),
        (answered("visby-lead"), {"shows": "visby-lead", "language": "ru"}, False),
        (answered("visby-lead"), {"shows": "visby-lead", "language": "en"}, True),
        (answered("visby-lead"), {"shows": "nothing"}, False),
        (UNKNOWN, {"shows": "nothing"}, True),
        (WHICH, {"shows": "nothing"}, True),
        (UNKNOWN, {"shows": "visby-lead"}, False),
        (WHICH, {"shows": "visby-lead"}, False),
        (answered("visby-lead", "lubeck-lead"), {"first": "visby-lead"}, True),
        (answered("visby-lead", "lubeck-lead"), {"first": "lubeck-lead"}, False),
        (answered("visby-lead", "lubeck-lead"), {"first": "visby-lead", "shows": "novgorod-peterhof"}, False),
        (TOWNS, {"lists": "town"}, True),
        (TOWNS, {"lists": "diet"}, False),
        (TOWNS, {"lists": "town", "shows": "visby-lead"}, True),
        (TOWNS, {"lists": "town", "shows": "novgorod-peterhof-closed"}, False),
        (answered("visby-lead"), {"lists": "town"}, False),
        (WHICH, {"asks-back": ["sack-of-visby"]}, True),
        (WHICH, {"asks-back": ["visby", "lubeck"]}, False),
        (answered("visby-lead"), {"asks-back": ["visby"]}, False),
        (UNKNOWN, {"asks-back": ["visby"]}, False),
    ],
)
def test_an_answer_is_right_when_all_that_is_expected_holds(
    answer: Answer, wanted: dict[str, object], passes: bool
) -> None:
    assert Outcome(expecting(**wanted), answer).passed is passes


@pytest.mark.parametrize("why", [Why.DAY, Why.ENTITY])
def test_of_an_overview_the_first_facts_count(why: Why) -> None:
    facts: tuple[Fact, ...] = tuple(ranked.fact for ranked in RANKED)
    assert len(facts) > FIRST_OF_OVERVIEW
    assert shown(Answered("en", 0.9, why, RANKED)) == facts[:FIRST_OF_OVERVIEW]


@pytest.mark.parametrize(
    ("answer", "wanted", "sentence"),
    [
        (answered("visby-lead"), {"shows": "nothing"}, "is answered with `visby-lead`; the base does not answer it"),
        (UNKNOWN, {"first": "visby-lead"}, "is answered with “not in the base”; `visby-lead` must come first"),
        (WHICH, {"lists": "town"}, "is asked back: `visby`, `sack-of-visby`; `town` must be listed"),
        (
            TOWNS,
            {"asks-back": ["visby", "lubeck"]},
            "is answered with a list of `town`; it must be asked back with `visby`, `lubeck`",
        ),
        (
            Answered("en", 0.9, Why.ENTITY, (fact("visby-lead"),), entity=HANSE.entities["visby"]),
            {"shows": ["lubeck-lead", "lubeck-refounded"], "language": "ru"},
            (
                "is answered with all about `visby`; `lubeck-lead` or `lubeck-refounded` must be shown,"
                " and the answer must be in `ru`"
            ),
        ),
    ],
)
def test_the_sentence_says_what_came_and_what_should_have_come(
    answer: Answer, wanted: dict[str, object], sentence: str
) -> None:
    assert Outcome(expecting(**wanted), answer).sentence == f"“visby?” {sentence}"


def test_a_question_is_asked_out_of_the_blue() -> None:
    assert try_question(ANSWERER, Expectation(ask="When was Visby taken?", shows=("sack-of-visby-lead",))).passed
    assert try_question(ANSWERER, Expectation(ask="how do I bake bread", shows=("nothing",))).passed


def test_the_locale_decides_where_the_words_do_not() -> None:
    outcomes = [
        try_question(ANSWERER, Expectation(ask="1361", first="visby-lead", locale=each)) for each in ("en", "ru")
    ]
    assert [outcome.answer.language for outcome in outcomes] == ["en", "ru"]


def test_a_follow_up_goes_on_from_the_question_before() -> None:
    death = Expectation(ask="and when did he die", first="henry-the-lion-death")
    who = Expectation(ask="who was henry the lion", first="henry-the-lion-lead")
    assert not try_question(ANSWERER, death).passed
    assert [outcome.passed for outcome in try_conversation(ANSWERER, [who, death])] == [True, True]


def test_every_ask_of_a_fact_is_a_question_that_must_show_it() -> None:
    asks = [(fact_id, each.ask, each.shows, each.locale) for fact_id, each in asks_of(HANSE)]
    assert ("lubeck-refounded", "Кто заново основал Любек?", ("lubeck-refounded",), "ru") in asks
    assert len(asks) == sum(len(asks) for each in HANSE.facts.values() for asks in each.asks.values())
