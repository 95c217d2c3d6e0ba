"""A card laid out for Discord (Components V2): what is bold, small or linked comes from the card's structure.

Discord allows 40 components and 4,000 characters of text in one message. The renderer keeps cards within that in plain
text; escaping makes text longer, so the last word on length is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import discord

from bot.discord_shell.ui.buttons import CardButton
from bot.discord_shell.ui.escaping import escape, escape_line, masked_link
from bot.rendering.card import Card, Passage, SourceLine, Tone

TEXT_LIMIT = 4000
COMPONENT_LIMIT = 40
BUTTONS = 20
BUTTONS_IN_ROW = 5
SHORTEST = 120  # a passage is not cut below this

COLOURS = {
    Tone.ACCEPTED: discord.Colour(0x2E7D32),
    Tone.DISPUTED: discord.Colour(0xEF6C00),
    Tone.MISCONCEPTION: discord.Colour(0xC62828),
    Tone.QUESTION: discord.Colour(0x1565C0),
    Tone.MISSING: discord.Colour(0x757575),
    Tone.PLAIN: discord.Colour(0x5D4037),
}


def lay_out(card: Card, *, language: str, asker: int | None = None) -> discord.ui.LayoutView:
    """The view to send for `card`, with `language` in its buttons.

    `asker` is the user whom a card of choices asks back; only the buttons of such a card remember the user.
    """
    card = fitted(card)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(accent_colour=COLOURS[card.tone])
    container.add_item(discord.ui.TextDisplay(heading(card)))
    for block in passage_blocks(card):
        container.add_item(discord.ui.TextDisplay(block))
    if card.sources:
        container.add_item(discord.ui.Separator())
        container.add_item(discord.ui.TextDisplay("\n".join(map(source_line, card.sources))))
    if note := small(card.note or ""):
        container.add_item(discord.ui.TextDisplay(note))
    for row in _rows(card, language, asker if card.tone is Tone.QUESTION else None):
        container.add_item(row)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    # A finished view is not stored by discord.py. Ours need no storing, since the state of buttons is in their ids.
    view.stop()
    return view


def _rows(card: Card, language: str, asker: int | None) -> Iterator[discord.ui.ActionRow[discord.ui.LayoutView]]:
    """The card's actions as buttons; of two that do the same, the first: Discord refuses equal ids."""
    buttons: dict[str, CardButton] = {}
    for action in card.actions:
        button = CardButton.of(action, language=language, asker=asker)
        buttons.setdefault(button.custom_id, button)
    shown = list(buttons.values())[:BUTTONS]
    for start in range(0, len(shown), BUTTONS_IN_ROW):
        row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
        for button in shown[start : start + BUTTONS_IN_ROW]:
            row.add_item(button)
        yield row


# Text


def heading(card: Card) -> str:
    """The title, what the thing is in small print, and the bot's own opening words."""
    lines = [f"## {escape_line(card.title)}"]
    lines += [text for text in (small(card.subtitle or ""), escape(card.lead or "")) if text]
    return "\n".join(lines)


def passage(part: Passage) -> str:
    """A statement under its heading, with the numbers of its sources after it and its dates below in small print."""
    lines = [f"**{escape_line(part.heading)}**"] if part.heading else []
    cites = "".join(rf" \[{number}\]" for number in part.cites)
    if text := escape(part.text) + cites:
        lines.append(text)
    if part.date:
        lines.append(small(part.date))
    return "\n".join(lines)


def passage_blocks(card: Card) -> list[str]:
    """Each statement as a text of its own, while there are components enough; the last text takes all the rest."""
    texts = [text for part in card.passages if (text := passage(part))]
    buttons = min(len(card.actions), BUTTONS)
    others = 2 + 2 * bool(card.sources) + bool(card.note) + buttons + -(-buttons // BUTTONS_IN_ROW)
    room = COMPONENT_LIMIT - others
    return texts if len(texts) <= room else [*texts[: room - 1], "\n\n".join(texts[room - 1 :])]


def source_line(source: SourceLine) -> str:
    """A numbered source in small print, linked where it can be read."""
    return rf"-# \[{source.number}\] {masked_link(source.text, source.url)}"


def small(text: str) -> str:
    """Every line of `text` in small print."""
    return "\n".join(f"-# {line}" for line in escape(text).splitlines())


# Length


def text_length(card: Card) -> int:
    """How much text `card` takes up in Discord, marks included, in the units of UTF-16 that Discord counts."""
    blocks = [heading(card), *passage_blocks(card), *map(source_line, card.sources)]
    text = "\n".join([*blocks, small(card.note or "")])
    return len(text.encode("utf-16-le")) // 2


def fitted(card: Card) -> Card:
    """`card` with its longest statements cut, then the last ones left out, until Discord takes it.

    Sources stay as long as anything else can go: what is cited must be there to look up.
    """
    while (over := text_length(card) - TEXT_LIMIT) > 0:
        longest = max(range(len(card.passages)), key=lambda place: len(card.passages[place].text), default=None)
        if longest is not None and len(card.passages[longest].text) > SHORTEST:
            card = replace(card, passages=_with_cut(card.passages, longest, over))
        elif len(card.passages) > 1:
            card = replace(card, passages=card.passages[:-1])
        elif len(card.sources) > 1:
            card = replace(card, sources=card.sources[:-1])
        else:
            card = _short(card)
    return card


def _with_cut(passages: tuple[Passage, ...], place: int, over: int) -> tuple[Passage, ...]:
    text = passages[place].text
    kept = max(SHORTEST - 1, len(text) - over - 1)
    cut = replace(passages[place], text=text[: min(kept, len(text) - 2)].rstrip() + "…")
    return (*passages[:place], cut, *passages[place + 1 :])


def _short(card: Card) -> Card:
    """The bare bones of a card whose title, lead or note alone is too long. They are the bot's own, and short."""
    return Card(
        tone=card.tone,
        title=card.title[:200],
        lead=card.lead[:1000] if card.lead else None,
        sources=tuple(replace(source, text=source.text[:300], url=None) for source in card.sources[:1]),
        actions=card.actions,
    )
