"""Questions and answers as values. "No answer" and "which of these?" are results, not errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.dates import HistoricalDate
from bot.facts import Entity, Fact


@dataclass(frozen=True, slots=True)
class Topic:
    """What a conversation was about last: the entities that a follow-up ("and when was it dissolved?") leans on."""

    entities: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked. `locale` is the asker's ("en-GB", "ru"); the words of the question may be in another."""

    text: str
    locale: str = "en"
    topic: Topic = Topic()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact that retrieval found, with the entity it stands under and its score (comparable within one answer)."""

    fact: Fact
    entity: Entity
    score: float


class Why(StrEnum):
    """What kind of question was answered; it decides the card's opening words."""

    FACT = "fact"  # one fact, with those that belong to the same answer
    ENTITY = "entity"  # all about one party, person, document ...
    DAY = "day"  # what happened on a day or in a month
    LIST = "list"  # the members of a kind


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: the facts to show, best first, all of them curated.

    `language` is the language to answer in. `entity` is set for Why.ENTITY; `dates` are the readings of the date that
    was asked about, for Why.DAY; `entities` are the members, for Why.LIST (then `facts` may be empty). `yes_no` says
    that the question wanted a yes or a no, and supposed what the first fact, a misconception, claims. `related` are
    entities to go on with. `ranked` are the best facts that retrieval found, also those not shown.
    """

    language: str
    confidence: float
    why: Why
    facts: tuple[Ranked, ...]
    entity: Entity | None = None
    entities: tuple[Entity, ...] = ()
    kind: str | None = None
    dates: tuple[HistoricalDate, ...] = ()
    yes_no: bool = False
    related: tuple[Entity, ...] = ()
    ranked: tuple[Ranked, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that an ambiguous question may have meant: an entity, or one fact of it."""

    entity: Entity
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """The question fits several things about equally: two to four of them, to ask back with."""

    language: str
    confidence: float
    options: tuple[Option, ...]
    ranked: tuple[Ranked, ...] = ()


class Missing(StrEnum):
    """Why there is no answer."""

    NOT_IN_BASE = "not-in-base"
    EMPTY = "empty"  # nothing but blanks and punctuation was asked
    NO_SUCH_NAME = "no-such-name"  # a lookup by name found nothing near
    NO_SUCH_DAY = "no-such-day"  # the text is no date
    QUIET_DAY = "quiet-day"  # a date of which the base tells nothing


@dataclass(frozen=True, slots=True)
class Unknown:
    """The base does not answer this. `nearest` are the topics nearest to the question that it does have."""

    language: str
    confidence: float
    reason: Missing = Missing.NOT_IN_BASE
    nearest: tuple[Entity, ...] = ()
    dates: tuple[HistoricalDate, ...] = ()
    ranked: tuple[Ranked, ...] = ()


Answer = Answered | Choices | Unknown

KIND_NAMES: Mapping[type, str] = {Answered: "answered", Choices: "choices", Unknown: "unknown"}


@dataclass(frozen=True, slots=True)
class Completion:
    """One line of autocomplete: the entity, and its name to show (the one that was matched first, then its own)."""

    entity: Entity
    label: str
    score: float = field(default=0.0)
