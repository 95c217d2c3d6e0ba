"""Which answers count for a question that a fact must answer."""

from __future__ import annotations

import pytest

from bot.answers import Answerer
from bot.answers.model import Answered, Choices, Ranked, Unknown, Why
from bot.console.checking import FIRST_OF_OVERVIEW, FIRST_SHOWN, answered_by, failed_asks
from tests.packs import edited, library

HANSE = library()
RANKED = tuple(Ranked(fact, HANSE.entity_of(fact.id), 1.0) for fact in HANSE.facts.values())


@pytest.mark.parametrize(("why", "most"), [(Why.FACT, FIRST_SHOWN), (Why.DAY, FIRST_OF_OVERVIEW)])
def test_a_fact_answers_when_it_is_among_the_first_shown(why: Why, most: int) -> None:
    answer = Answered("en", 0.9, why, RANKED, ranked=RANKED)
    shown = [answered_by(answer, ranked.fact.id) for ranked in RANKED]
    assert shown == [True] * most + [False] * (len(RANKED) - most)


def test_a_fact_that_was_only_near_does_not_answer() -> None:
    fact_id = RANKED[0].fact.id
    assert not answered_by(Unknown("en", 0.2, ranked=RANKED), fact_id)
    assert not answered_by(Choices("en", 0.5, (), ranked=RANKED), fact_id)


def test_each_failed_ask_is_told_with_what_answered_instead() -> None:
    base = library(edited("places/towns.yaml", "Who founded Lübeck anew?", "When was Visby taken?"))
    (failure,) = [failure for failure in failed_asks(Answerer(base)) if failure.fact_id == "lubeck-refounded"]
    assert failure.sentence == (
        "“When was Visby taken?” is answered with `sack-of-visby-lead`, not with `lubeck-refounded`"
    )
