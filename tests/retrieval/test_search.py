"""The search as a whole: the right fact first, however it is asked, and confidence where it is due."""

from __future__ import annotations

import json

import pytest

from bot.retrieval import Index, Searcher, Weights
from bot.retrieval.evidence import EVIDENCE
from bot.retrieval.features import FEATURES
from bot.retrieval.search import FORESEEN
from tests.packs import library

SEARCHER = Searcher(Index(library()))


def first(question: str, **options: object) -> str:
    return SEARCHER.search(SEARCHER.analyse(question), **options).hits[0].fact.id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("who was the first syndic", "syndic-holders"),
        ("how many ships did the towns promise at Cologne", "diet-1367-ships"),
        ("how many cogs were promised in 1367", "diet-1367-ships"),
        ("when was visby taken", "sack-of-visby-lead"),
        ("wehn was vizby takn", "sack-of-visby-lead"),
        ("was the league dissolved in 1669", "hanseatic-league-never-dissolved"),
        ("where did the first diet meet", "diet-1356-lead"),
        ("где собрался первый съезд", "diet-1356-lead"),
        ("кто такой Зудерман", "heinrich-sudermann-lead"),
        ("what happened on 27 July 1361", "sack-of-visby-lead"),
    ],
)
def test_the_right_fact_comes_first(question: str, fact: str) -> None:
    assert first(question) == fact


@pytest.mark.parametrize("fact", [fact for fact in library().facts.values() if fact.asks], ids=lambda fact: fact.id)
def test_a_facts_own_question_finds_it_first(fact: object) -> None:
    for asks in fact.asks.values():  # type: ignore[attr-defined]
        for ask in asks:
            assert first(ask) == fact.id  # type: ignore[attr-defined]


def test_what_is_not_in_the_base_is_less_sure_than_what_is() -> None:
    known = SEARCHER.search(SEARCHER.analyse("who was the first syndic of the Hanse"))
    strange = SEARCHER.search(SEARCHER.analyse("who won the world cup in 2014"))
    assert known.confidence > 0.5 > 0.2 > strange.confidence


def test_nothing_in_common_finds_nothing() -> None:
    search = SEARCHER.search(SEARCHER.analyse("xyzzyplugh"))
    assert (search.hits, search.confidence) == ((), 0.0)


def test_the_topic_of_the_conversation_draws_its_facts_in() -> None:
    query = SEARCHER.analyse("when did he die")
    assert "henry-the-lion" in {hit.entity.id for hit in SEARCHER.search(query, topic=["henry-the-lion"]).hits}


def test_the_limit_holds_and_scores_fall() -> None:
    hits = SEARCHER.search(SEARCHER.analyse("hanseatic diet lubeck"), limit=3).hits
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_question_foreseen_word_for_word_is_certain_of_its_fact() -> None:
    search = SEARCHER.search(SEARCHER.analyse("how many SHIPS did the towns promise, in 1367"))
    assert (search.hits[0].fact.id, search.confidence) == ("diet-1367-ships", FORESEEN)


def test_shipped_weights_are_fitted_for_just_these_features() -> None:
    from importlib import resources

    fitted = json.loads(resources.files("bot.retrieval").joinpath("weights.json").read_text("utf-8"))
    assert set(fitted["ranking"]) == set(FEATURES)
    assert set(fitted["confidence"]) == {*EVIDENCE, "bias"}
    assert fitted["origin"]
    assert Weights.shipped().ranking.shape == (len(FEATURES),)
