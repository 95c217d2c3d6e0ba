"""A card as plain text, for the console, the JSON of `ask` and logs: what a person reads, with dates and citations."""

from __future__ import annotations

from bot.rendering.card import Card, Passage, SourceLine, Tone
from bot.rendering.phrases import phrases_in

# Control characters would move a terminal's cursor or change its colours; lines and nothing else may break.
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"}


def to_text(card: Card, *, language: str = "en") -> str:
    """`card` as lines of text, its parts an empty line apart; the numbers in brackets lead to the sources at the end.

    `language` is that of the word over the sources. What buttons do is left out, but for the topics that are offered
    when there is no answer.
    """
    parts = [card.title if card.subtitle is None else f"{card.title}\n{card.subtitle}", card.lead]
    parts += [passage_text(passage) for passage in card.passages]
    parts.append("\n".join((*filter(None, [card.note]), *offers(card))))
    if card.sources:
        lines = [phrases_in(language).sources_title, *map(source_text, card.sources)]
        parts.append("\n".join(lines))
    return visible("\n\n".join(part for part in parts if part))


def offers(card: Card) -> tuple[str, ...]:
    """The topics that a card offers when there is no answer, a line each; on other cards buttons say nothing new."""
    return tuple(f"- {action.label}" for action in card.actions) if card.tone is Tone.MISSING else ()


def passage_text(passage: Passage) -> str:
    """A passage as lines: its heading, its text with the numbers of its sources, its date."""
    cites = "".join(f"[{number}]" for number in passage.cites)
    text = " ".join(part for part in (passage.text, cites) if part)
    return "\n".join(line for line in (passage.heading, text, passage.date) if line)


def source_text(source: SourceLine) -> str:
    """A source as a line: "[1] Dollinger, The German Hansa (1970), ch. 1, https://..."."""
    return f"[{source.number}] {source.text}" + (f", {source.url}" if source.url else "")


def visible(text: str) -> str:
    """`text` without the control characters that a terminal would obey."""
    return text.translate(_CONTROLS)
