"""A card on a terminal: wrapped to its width, with the weight that the card's structure tells.

Beside a pipe the plain text of the card is printed instead. The colours are those that every terminal has; without
them the same lines come out.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from bot.rendering.card import Action, Card, Passage, Tone
from bot.rendering.phrases import phrases_in
from bot.rendering.text import offers, source_text, visible

WIDTH_MOST = 96
"""Longer lines are hard to read, however wide the terminal is."""

_COLOURS = {
    Tone.ACCEPTED: "green",
    Tone.DISPUTED: "yellow",
    Tone.MISCONCEPTION: "red",
    Tone.QUESTION: "blue",
    Tone.MISSING: None,
    Tone.PLAIN: "cyan",
}


def paint(card: Card, *, language: str, width: int, numbered: bool = False) -> str:
    """`card` for a terminal of `width` columns; `numbered` lists its actions with the numbers that choose them."""
    width = max(20, min(width, WIDTH_MOST))
    parts = [_head(card, width)]
    parts += ["\n".join(_passage(passage, width)) for passage in card.passages]
    closing = [*filter(None, [card.note]), *(() if numbered else offers(card))]
    parts.append("\n".join(click.style(_wrapped(line, width), dim=True) for line in closing))
    if card.sources:
        title = phrases_in(language).sources_title
        lines = [_wrapped(source_text(source), width, hanging="    ") for source in card.sources]
        parts.append(click.style("\n".join([title, *lines]), dim=True))
    if numbered:
        parts.append(_numbered(card.actions, width))
    return "\n\n".join(part for part in parts if part)


def _head(card: Card, width: int) -> str:
    lines = [click.style(_wrapped(card.title, width), bold=True, fg=_COLOURS[card.tone])]
    if card.subtitle:
        lines.append(click.style(_wrapped(card.subtitle, width), dim=True))
    if card.lead:
        lines += ["", _wrapped(card.lead, width)]
    return "\n".join(lines)


def _passage(passage: Passage, width: int) -> Iterator[str]:
    if passage.heading:
        yield click.style(_wrapped(passage.heading, width), bold=True)
    cites = "".join(f"[{number}]" for number in passage.cites)
    yield _wrapped(" ".join(part for part in (passage.text, cites) if part), width)
    if passage.date:
        yield click.style(_wrapped(passage.date, width), fg="cyan")


def _numbered(actions: tuple[Action, ...], width: int) -> str:
    lines = [
        _wrapped(f"{number:>2}  {action.label}", width, hanging="    ") for number, action in enumerate(actions, 1)
    ]
    return click.style("\n".join(lines), fg="blue")


def _wrapped(text: str, width: int, *, hanging: str = "") -> str:
    """`text` in lines of at most `width`, its own breaks kept, addresses whole."""
    wrapper = textwrap.TextWrapper(
        width=width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(wrapper.fill(line) for line in visible(text).split("\n"))
