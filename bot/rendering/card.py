"""A card: an answer as a person sees it, in no medium yet. The console prints it, Discord lays it out.

All text in a card is plain text. Whoever lays a card out escapes it for the medium; bold, links and numbers in brackets
come from the card's structure, never from marks in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What the card's colour tells at a glance."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    MISCONCEPTION = "misconception"
    QUESTION = "question"  # the bot asks back
    MISSING = "missing"  # not in the base
    PLAIN = "plain"  # help, sources, notices


class Verb(StrEnum):
    """What an action does when it is chosen; with the target it is all that a button needs to remember."""

    FACT = "fact"  # show one fact; target: fact id
    ENTITY = "entity"  # show all about one entity; target: entity id
    SOURCES = "sources"  # show the full sources of a fact; target: fact id
    BIBLIOGRAPHY = "bibliography"  # leaf through all sources of the base; target: the number of a page


@dataclass(frozen=True, slots=True)
class Action:
    """A button, or a line of "which did you mean": a verb, the id it applies to, and the words on it."""

    verb: Verb
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement with what belongs to it: a short heading, both dates, and the numbers of its sources."""

    text: str
    heading: str | None = None
    date: str | None = None
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A numbered source in short form with its locator, and where it can be read."""

    number: int
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown for one answer.

    `title` names the thing; `subtitle` says what it is; `lead` are the bot's own opening words ("It is often said that
    ..., but this is wrong."); `passages` are the curated statements; `note` closes the card.
    """

    tone: Tone
    title: str
    subtitle: str | None = None
    lead: str | None = None
    passages: tuple[Passage, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    note: str | None = None
    actions: tuple[Action, ...] = ()
