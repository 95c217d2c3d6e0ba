"""Discord's limits, kept before a card leaves the renderer: whole statements are left out, never half of a dispute.

The numbers are those of Discord's component reference (https://docs.discord.com/developers/components/reference): 4000
characters in all text displays of a message, 40 components of which nested ones count, five buttons in a row, 80
characters on a button. Some characters are kept back for the marks that a layout adds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.rendering.card import Action, Card, Passage
from bot.rendering.phrases import Phrases

TEXT_MOST = 3800
COMPONENTS_MOST = 40
LABEL_MOST = 80
ROW_MOST = 5
ACTIONS_MOST = 20
TITLE_MOST = 256

# The frame of a card may not crowd out its statements: together these leave a thousand characters to the first one.
_SUBTITLE_MOST = 240
_LEAD_MOST = 400
_NOTE_MOST = 150
_HEADING_MOST = 200
_DATE_MOST = 150
_FIRST_TEXT_LEAST = 800

# Beyond these, buttons give way to statements.
_ACTIONS_KEPT = 10

# What Markdown may read as a mark, and what UTF-16 writes in two units.
_TWICE = re.compile(r"[\\*_~`|>#\-+\[\]()<:/@\U00010000-\U0010FFFF]")
_MARKS_OF_A_PART = 12  # bold, small print, the brackets of a link

Block = tuple[Passage, ...]
"""Passages that belong together: a fact with its figures, a dispute with all its accounts."""


def text_cost(card: Card) -> int:
    """Characters that the card's text displays need at most, as Discord counts them (UTF-16 code units).

    A character that Markdown could read as a mark counts twice, since a layout has to escape it; and every part of the
    card gets marks of its own.
    """
    parts = [card.title, card.subtitle, card.lead, card.note]
    for passage in card.passages:
        parts += [passage.heading, passage.text, passage.date, *(f" [{number}]" for number in passage.cites)]
    for source in card.sources:
        parts += [f"[{source.number}] ", source.text, source.url]
    marks = _MARKS_OF_A_PART * (3 + len(card.passages) + len(card.sources))
    return marks + sum(cost(part) for part in parts if part)


def cost(text: str) -> int:
    """Characters that a text needs at most in a layout, marks escaped, in UTF-16 code units."""
    return len(text) + len(_TWICE.findall(text))


def component_count(card: Card) -> int:
    """Components of the roomiest layout: a container, a text display for each part, separators, rows and buttons."""
    headers = 1 + (card.subtitle is not None) + (card.lead is not None) + (card.note is not None)
    rows = -(-len(card.actions) // ROW_MOST)
    separators = bool(card.passages) + bool(card.sources) + bool(card.actions)
    return 1 + headers + len(card.passages) + bool(card.sources) + separators + rows + len(card.actions)


def shorten(text: str, most: int) -> str:
    """`text` in at most `most` characters, cut between words and closed with an ellipsis where it was longer."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > most // 2 else cut).rstrip(" ,;:–—-") + "…"


def fit(card: Card, blocks: Sequence[Block], say: Phrases, *, more: int = 0) -> tuple[Card, int]:
    """`card` with as many of `blocks` as the limits allow, and how many those are.

    Blocks are left out from the end, with a note that says how many; the first stays, cut where it is too long by
    itself. `more` blocks are left out already and counted in the note. Sources that nothing cites any more go as well.
    """
    card = _framed(card)
    if not blocks:
        return _without_last_sources(card), 0
    if len(blocks) <= COMPONENTS_MOST and _fits(whole := _with_blocks(card, blocks, len(blocks), say, more)):
        return whole, len(blocks)
    best, kept = _with_blocks(card, blocks, 1, say, more), 1
    while kept < len(blocks) and _fits(trial := _with_blocks(card, blocks, kept + 1, say, more)):
        best, kept = trial, kept + 1
    return _squeezed(best), kept


def _fits(card: Card) -> bool:
    return text_cost(card) <= TEXT_MOST and component_count(card) <= COMPONENTS_MOST


def _framed(card: Card) -> Card:
    """`card` with every part but its passages in bounds."""
    return replace(
        card,
        title=shorten(card.title, TITLE_MOST),
        subtitle=card.subtitle and shorten(card.subtitle, _SUBTITLE_MOST),
        lead=card.lead and shorten(card.lead, _LEAD_MOST),
        note=card.note and shorten(card.note, _NOTE_MOST),
        actions=_distinct(card.actions),
    )


def _distinct(actions: Sequence[Action]) -> tuple[Action, ...]:
    """At most `ACTIONS_MOST` actions, none of them twice, with labels that fit a button."""
    once = {(action.verb, action.target): action for action in reversed(actions)}
    kept = [action for action in actions if once[action.verb, action.target] is action][:ACTIONS_MOST]
    return tuple(replace(action, label=shorten(action.label, LABEL_MOST)) for action in kept)


def _with_blocks(card: Card, blocks: Sequence[Block], kept: int, say: Phrases, more: int) -> Card:
    """`card` with the first `kept` blocks, their sources, a note on the rest, and buttons as far as there is room."""
    passages = tuple(passage for block in blocks[:kept] for passage in block)
    left_out = len(blocks) - kept + more
    told = say.counted(say.more_counted, left_out) if left_out else None
    note = "\n".join(part for part in (told, card.note) if part) or None
    card = _cited_only(replace(card, passages=passages, note=note))
    while component_count(card) > COMPONENTS_MOST and len(card.actions) > _ACTIONS_KEPT:
        card = replace(card, actions=card.actions[:-1])
    return card


def _cited_only(card: Card) -> Card:
    """`card` without the sources that none of its passages cites."""
    cited = {number for passage in card.passages for number in passage.cites}
    return replace(card, sources=tuple(source for source in card.sources if source.number in cited))


def _without_last_sources(card: Card) -> Card:
    """A card that is nothing but sources, with as many as fit."""
    while not _fits(card) and (card.sources or card.actions):
        card = replace(card, sources=card.sources[:-1], actions=card.actions if card.sources else card.actions[:-1])
    return card


def _squeezed(card: Card) -> Card:
    """A card of one block that may be too long by itself: its last passages go, then its last sources, then words."""
    while not _fits(card) and len(card.passages) > 1:
        card = _cited_only(replace(card, passages=card.passages[:-1]))
    if _fits(card):
        return card
    (passage,) = card.passages
    passage = replace(
        passage,
        heading=passage.heading and shorten(passage.heading, _HEADING_MOST),
        date=passage.date and shorten(passage.date, _DATE_MOST),
    )
    while True:
        room = TEXT_MOST - text_cost(replace(card, passages=(replace(passage, text=""),)))
        if room >= min(_FIRST_TEXT_LEAST, cost(passage.text)) or not card.sources:
            break
        last = card.sources[-1].number
        card = replace(card, sources=card.sources[:-1])
        passage = replace(passage, cites=tuple(number for number in passage.cites if number < last))
    while cost(passage.text) > room:
        passage = replace(passage, text=shorten(passage.text, min(room, len(passage.text) * 9 // 10)))
    return replace(card, passages=(passage,))
