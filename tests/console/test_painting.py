"""A card on a terminal."""

from __future__ import annotations

import click
import pytest

from bot.console.painting import WIDTH_MOST, paint
from bot.rendering import Action, Card, Passage, SourceLine, Tone, Verb, to_text

LONG = Card(
    tone=Tone.DISPUTED,
    title="Hanseatic League",
    subtitle="Federation of merchant towns on the Baltic and the North Sea.",
    lead="Accounts of this differ.",
    passages=(
        Passage("The League began with the second foundation of Lübeck. " * 4, date="1159", cites=(1,)),
        Passage("Lübeck: 10\nVisby: 5", heading="In figures"),
    ),
    sources=(SourceLine(1, "Dollinger, The German Hansa (1970)", "https://example.org/" + "long" * 30),),
    note="… and 3 more.",
    actions=(Action(Verb.SOURCES, "x", "Sources"), Action(Verb.ENTITY, "y", "Lübeck")),
)


@pytest.mark.parametrize("width", [0, 20, 40, 80, 500])
def test_lines_keep_to_the_width_and_addresses_stay_whole(width: int) -> None:
    painted = click.unstyle(paint(LONG, language="en", width=width, numbered=True))
    most = max(20, min(width, WIDTH_MOST))
    assert all(len(line) <= most for line in painted.splitlines() if "https" not in line)
    assert LONG.sources[0].url in painted


def test_nothing_is_lost_or_added_but_breaks_and_colours() -> None:
    painted = click.unstyle(paint(LONG, language="en", width=60))
    assert painted.split() == to_text(LONG).split()


def test_buttons_are_numbered_where_a_number_can_choose_them() -> None:
    painted = click.unstyle(paint(LONG, language="en", width=60, numbered=True))
    assert painted.endswith("\n\n 1  Sources\n 2  Lübeck")


def test_topics_that_are_offered_stand_there_once() -> None:
    missing = Card(Tone.MISSING, "Not in the base", note="Near to it:", actions=LONG.actions)
    assert click.unstyle(paint(missing, language="en", width=60)).endswith("Near to it:\n- Sources\n- Lübeck")
    numbered = click.unstyle(paint(missing, language="en", width=60, numbered=True))
    assert numbered.endswith("Near to it:\n\n 1  Sources\n 2  Lübeck")


def test_the_title_has_the_colour_of_the_tone() -> None:
    first = paint(LONG, language="en", width=60).splitlines()[0]
    assert first == click.style("Hanseatic League", bold=True, fg="yellow")


def test_control_characters_are_not_painted() -> None:
    painted = paint(Card(Tone.PLAIN, "a\x1b[2Jb"), language="en", width=60)
    assert click.unstyle(painted) == "a[2Jb"
