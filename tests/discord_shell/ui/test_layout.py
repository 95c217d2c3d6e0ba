"""A card as Discord gets it: in bounds whatever the card, its structure shown, its text safe."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_shell.ui.custom_ids import decode
from bot.discord_shell.ui.layout import lay_out
from bot.rendering import Action, Card, Passage, SourceLine, Tone, Verb
from tests.fake_discord.limits import problems_of_view

words = st.text(alphabet="ab *_@<[\n", max_size=600)
passages = st.builds(
    Passage,
    text=words,
    heading=st.none() | st.text("a*\n", max_size=300),
    date=st.none() | st.text("1/ ", max_size=200),
    cites=st.lists(st.integers(1, 40), max_size=5).map(tuple),
)
sources = st.builds(SourceLine, number=st.integers(1, 99), text=words, url=st.none() | st.just("https://example.org"))
actions = st.builds(
    Action, verb=st.sampled_from(Verb), target=st.sampled_from([f"id-{n}" for n in range(25)]), label=words
)
cards = st.builds(
    Card,
    tone=st.sampled_from(Tone),
    title=st.text("a*", min_size=1, max_size=2000),
    subtitle=st.none() | words,
    lead=st.none() | words,
    passages=st.lists(passages, max_size=40).map(tuple),
    sources=st.lists(sources, max_size=30).map(tuple),
    note=st.none() | words,
    actions=st.lists(actions, max_size=25).map(tuple),
)


def components(card: Card, **given: Any) -> list[dict[str, Any]]:
    return lay_out(card, language="en", **given).to_components()


def texts(card: Card) -> str:
    (container,) = components(card)
    return "\n".join(part["content"] for part in container["components"] if "content" in part)


def buttons(card: Card, **given: Any) -> list[dict[str, Any]]:
    (container,) = components(card, **given)
    return [button for part in container["components"] if part["type"] == 1 for button in part["components"]]


@settings(max_examples=30, deadline=None)
@given(cards)
def test_any_card_is_taken_by_discord(card: Card) -> None:
    assert problems_of_view(components(card), layout=True) == []


def test_structure_becomes_marks_and_text_does_not() -> None:
    card = Card(
        tone=Tone.ACCEPTED,
        title="The *League*",
        subtitle="Of towns",
        lead="So it is said.",
        passages=(Passage(text="Founded in 1159.", heading="Lübeck", date="1159", cites=(1, 2)),),
        sources=(SourceLine(1, "Dollinger [1970]", "https://example.org/d"), SourceLine(2, "Kunze")),
        note="Page 1",
    )
    assert texts(card).splitlines() == [
        r"## The \*League\*",
        "-# Of towns",
        "So it is said.",
        "**Lübeck**",
        r"Founded in 1159. \[1\] \[2\]",
        "-# 1159",
        r"-# \[1\] [Dollinger (1970)](https://example.org/d)",
        r"-# \[2\] Kunze",
        "-# Page 1",
    ]


def test_each_tone_has_a_colour_of_its_own() -> None:
    colours = {components(Card(tone, "Title"))[0]["accent_color"] for tone in Tone}
    assert len(colours) == len(Tone)


def test_a_long_statement_is_cut_before_its_sources_go() -> None:
    card = Card(
        Tone.ACCEPTED,
        "Title",
        passages=(Passage("word " * 900, cites=(1,)), Passage("short")),
        sources=(SourceLine(1, "Dollinger"),),
    )
    assert "…" in texts(card)
    assert "Dollinger" in texts(card)
    assert "short" in texts(card)


def test_only_choices_remember_who_was_asked() -> None:
    action = Action(Verb.ENTITY, "lubeck", "Lübeck")
    (choice,) = buttons(Card(Tone.QUESTION, "Which?", actions=(action,)), asker=77)
    (further,) = buttons(Card(Tone.ACCEPTED, "Lübeck", actions=(action,)), asker=77)
    asked, not_asked = decode(choice["custom_id"]), decode(further["custom_id"])
    assert asked is not None
    assert not_asked is not None
    assert (asked.asker, not_asked.asker) == (77, None)


def test_two_buttons_that_do_the_same_are_one() -> None:
    twice = (Action(Verb.FACT, "a", "First"), Action(Verb.FACT, "a", "Second"), Action(Verb.FACT, "b", "Third"))
    assert [button["label"] for button in buttons(Card(Tone.PLAIN, "T", actions=twice))] == ["First", "Third"]


async def test_a_view_is_finished_so_that_nobody_keeps_it() -> None:
    assert lay_out(Card(Tone.PLAIN, "T"), language="en").is_finished()
