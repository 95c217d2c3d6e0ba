"""Discord's limits hold for any card, and what is left out is left out whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rendering.card import Action, Card, Passage, SourceLine, Tone, Verb
from bot.rendering.limits import (
    ACTIONS_MOST,
    COMPONENTS_MOST,
    LABEL_MOST,
    TEXT_MOST,
    TITLE_MOST,
    Block,
    component_count,
    fit,
    shorten,
    text_cost,
)
from bot.rendering.phrases import phrases_in

SAY = phrases_in("en")

letters = st.text(st.sampled_from("ab c*_[]<@\n🙂Ж"), max_size=60)
# Long texts by repetition, since hypothesis would hardly make them letter by letter.
texts = st.builds(lambda text, times: text * times, letters, st.sampled_from([1, 1, 1, 5, 100]))
headings = st.none() | texts


@st.composite
def cards(draw: st.DrawFn) -> tuple[Card, list[Block]]:
    count = draw(st.integers(0, 50))
    sources = tuple(SourceLine(number, draw(letters), draw(st.none() | letters)) for number in range(1, count + 1))
    numbers = st.lists(st.integers(1, count), max_size=4, unique=True) if count else st.just([])
    passages = st.builds(Passage, texts, headings, st.none() | letters, numbers.map(tuple))
    blocks = draw(st.lists(st.lists(passages, min_size=1, max_size=6).map(tuple), max_size=30))
    actions = st.builds(Action, st.sampled_from(Verb), st.sampled_from("abcdefghijklmnop"), texts)
    card = Card(
        tone=draw(st.sampled_from(Tone)),
        title=draw(texts),
        subtitle=draw(headings),
        lead=draw(headings),
        sources=sources,
        note=draw(headings),
        actions=tuple(draw(st.lists(actions, max_size=40))),
    )
    return card, blocks


@settings(max_examples=150, deadline=None)
@given(cards())
def test_any_card_is_brought_within_the_limits(made: tuple[Card, list[Block]]) -> None:
    card, blocks = made
    fitted, kept = fit(card, blocks, SAY)
    assert len(fitted.title) <= TITLE_MOST
    assert text_cost(fitted) <= TEXT_MOST
    assert component_count(fitted) <= COMPONENTS_MOST
    assert len(fitted.actions) <= ACTIONS_MOST
    assert all(len(action.label) <= LABEL_MOST for action in fitted.actions)
    assert len({(action.verb, action.target) for action in fitted.actions}) == len(fitted.actions)
    assert bool(fitted.passages) == bool(blocks)
    if blocks:
        shown = {source.number for source in fitted.sources}
        assert shown == {number for passage in fitted.passages for number in passage.cites}
    if kept > 1:
        assert fitted.passages == tuple(passage for block in blocks[:kept] for passage in block)


def plain(text: str, *cites: int) -> Passage:
    return Passage(text=text, cites=cites)


def test_whole_blocks_are_left_out_with_their_sources_and_counted() -> None:
    blocks = [(plain("a" * 1500, 1),), (plain("b" * 1000, 2),), (plain("c" * 900, 3), plain("d" * 900, 1))]
    sources = tuple(SourceLine(number, f"Work {number}") for number in (1, 2, 3))
    fitted, kept = fit(Card(Tone.ACCEPTED, "Title", sources=sources, note="The end."), blocks, SAY)
    assert kept == 2
    assert [passage.text[0] for passage in fitted.passages] == ["a", "b"]
    assert [source.number for source in fitted.sources] == [1, 2]
    assert fitted.note == "… and 1 more.\nThe end."


def test_a_single_fact_that_is_too_long_is_cut_between_words_and_keeps_its_source() -> None:
    sources = (SourceLine(1, "Work 1"),)
    fitted, kept = fit(Card(Tone.ACCEPTED, "Title", sources=sources), [(plain("word " * 2000, 1),)], SAY)
    (passage,) = fitted.passages
    assert kept == 1
    assert passage.text.endswith("word…")
    assert len(passage.text) > 3000
    assert fitted.sources == sources


def test_buttons_give_way_to_statements_but_not_all_of_them() -> None:
    actions = tuple(Action(Verb.FACT, f"fact-{number}", "more") for number in range(20))
    blocks = [(plain("short"),)] * 30
    fitted, kept = fit(Card(Tone.ACCEPTED, "Title", actions=actions), blocks, SAY)
    assert len(fitted.actions) == 10
    assert kept > 15


def test_a_card_without_statements_keeps_its_sources() -> None:
    card = Card(Tone.PLAIN, "All sources", sources=(SourceLine(1, "Work 1"),))
    assert fit(card, [], SAY) == (card, 0)


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two, three", 10, "one two…"),
        ("incomprehensibilities", 10, "incompreh…"),
        ("a", 1, "a"),
        ("ab", 1, "…"),
    ],
)
def test_shorten(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short
    assert len(short) <= most


def test_marks_and_wide_characters_count_twice() -> None:
    bare = Card(Tone.PLAIN, "")
    assert text_cost(replace(bare, lead="a*🙂")) - text_cost(bare) == 5
