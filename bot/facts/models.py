"""The values that a pack is made of: what a curator writes in YAML, checked and frozen.

The models are the one description of the files: the strict loader validates with them, and the JSON Schema for editors
is generated from them. They hold no text of any particular history and know no file names; where something stood in a
file is the loader's business.

Validation needs two things that only the pack's manifest knows, the pack's first language and its calendar rule; they
come in as pydantic's validation context, a `PackContext`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from bot.dates import Calendar, CalendarRule, HistoricalDate, parse_edtf

ID_PATTERN = r"^[a-z0-9][a-z0-9._-]{0,63}$"
KIND_PATTERN = r"^[a-z][a-z0-9-]{0,31}$"


@dataclass(frozen=True, slots=True)
class PackContext:
    """What the manifest decides for all other files: the language of undecorated text, the calendar of bare dates."""

    language: str = "en"
    calendar_rule: CalendarRule = CalendarRule()


def _context(info: ValidationInfo) -> PackContext:
    return info.context if isinstance(info.context, PackContext) else PackContext()


def _by_language(value: Any, info: ValidationInfo) -> Any:
    """A bare text is text in the pack's first language; a mapping already says its languages."""
    return {_context(info).language: value} if isinstance(value, str) else value


def _lists_by_language(value: Any, info: ValidationInfo) -> Any:
    """As `_by_language`, for lists: `[a, b]` is `{first language: [a, b]}`, and one text is a list of one."""
    if isinstance(value, str | list | tuple):
        value = {_context(info).language: value}
    if isinstance(value, Mapping):
        return {language: [words] if isinstance(words, str) else words for language, words in value.items()}
    return value


def _date(value: Any, info: ValidationInfo) -> Any:
    """A date is EDTF text in the calendar that the pack's rule gives it, or `{edtf: ..., calendar: ...}`.

    Raises ValueError (a `DateError`) with a sentence for the curator when the text is no date.
    """
    rule = _context(info).calendar_rule
    match value:
        case str():
            return parse_edtf(value, rule=rule)
        case {"edtf": str(edtf), "calendar": str(name), **others} if not others and name in set(Calendar):
            return parse_edtf(edtf, calendar=Calendar(name))
        case HistoricalDate():
            return value
    raise ValueError("a date is written like 1917-03-02, or {edtf: 1917-03-15, calendar: gregorian}")


Id = Annotated[str, Field(pattern=ID_PATTERN)]
KindId = Annotated[str, Field(pattern=KIND_PATTERN)]
Line = Annotated[str, Field(min_length=1)]
Localized = Annotated[Mapping[str, Line], BeforeValidator(_by_language), Field(min_length=1)]
LocalizedList = Annotated[Mapping[str, tuple[Line, ...]], BeforeValidator(_lists_by_language)]
DateField = Annotated[HistoricalDate, BeforeValidator(_date)]
LocalizedThesaurus = Annotated[
    Mapping[str, tuple[tuple[Line, ...], ...]],
    Field(description="By language, lists of words that mean nearly the same."),
]


def in_language(text: Mapping[str, str], language: str) -> str:
    """`text` in `language` ("ru", "en-GB"), else in the first language that it has."""
    return text.get(language) or text.get(language.partition("-")[0]) or next(iter(text.values()))


class Model(BaseModel):
    """Frozen, and a stranger to unknown keys: a misspelt key is a problem, never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Citation(Model):
    """Where a statement can be checked: a key of sources.yaml, and the place in it when that is known for certain."""

    key: Id
    locator: Line | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None


class Standing(StrEnum):
    """How far historians agree with a fact."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    MISCONCEPTION = "misconception"


class Account(Model):
    """One of several rival accounts of a disputed matter, with who gives it."""

    text: Localized
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Count(Model):
    """A number of something: seats, votes, deputies. `of` names the entity that has them, `label` anything else."""

    of: Id | None = None
    label: Localized | None = None
    value: Annotated[int, Field(ge=0)]


class Tally(Model):
    """Counts that belong together: one body or vote, one unit, and the total where the source gives it."""

    unit: Localized
    counts: tuple[Count, ...] = ()
    total: Annotated[int, Field(ge=0)] | None = None


class Role(Model):
    """Who held which office, where and when. Ends are open when unknown."""

    holder: Id
    role: Localized
    body: Id | None = None
    start: DateField | None = None
    end: DateField | None = None


class Fact(Model):
    """One statement of a curator with its date, its sources and how far historians agree with it.

    `text` is one to three sentences that can be quoted alone. For a misconception, `claim` is what people believe and
    `text` the correction; for a disputed fact, `accounts` are the rival versions. `asks` are questions that this fact
    must answer; they are run as tests.
    """

    id: Id
    text: Localized
    date: DateField | None = None
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    standing: Standing = Standing.ACCEPTED
    claim: Localized | None = None
    accounts: tuple[Account, ...] = ()
    about: tuple[Id, ...] = ()
    tally: Tally | None = None
    roles: tuple[Role, ...] = ()
    asks: LocalizedList = Field(default_factory=dict)


class Relation(Model):
    """A link between two entities, read "this entity <type> the target": `split-from`, `issued-by`, `member-of`."""

    type: KindId
    target: Id


class Entity(Model):
    """A party, a person, a place, a document ...: names by language, a short description, and its facts.

    The first fact is the lead: it answers "what is ...?" and "who was ...?".
    """

    id: Id
    kind: KindId
    name: Localized
    aliases: LocalizedList = Field(default_factory=dict)
    number: Annotated[int, Field(ge=0)] | None = None
    description: Localized
    relations: tuple[Relation, ...] = ()
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]


class Kind(Model):
    """A kind of entity, as the pack declares it. A `command` gives it a lookup command of its own in Discord."""

    name: Localized
    plural: Localized
    words: LocalizedList = Field(default_factory=dict)
    command: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")] | None = None
    numbered: bool = False


class Pack(Model):
    """pack.yaml: what the base is about, and what holds for all of its files."""

    format: Literal[1]
    id: Id
    title: Localized
    scope: Localized
    languages: Annotated[tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...], Field(min_length=1)]
    calendar: Calendar = Calendar.GREGORIAN
    switch: Line | None = None
    default_year: int | None = None
    licence: Line
    kinds: Annotated[Mapping[KindId, Kind], Field(min_length=1)]
    thesaurus: LocalizedThesaurus = Field(default_factory=dict)
    examples: LocalizedList = Field(default_factory=dict)
