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
from functools import cached_property
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.dates import GREGORIAN_RULE, Calendar, CalendarRule, HistoricalDate, parse_edtf
from bot.facts.sources import SourceKey, WebAddress

ID_PATTERN = r"^[a-z0-9][a-z0-9._-]{0,63}$"
KIND_PATTERN = r"^[a-z][a-z0-9-]{0,31}$"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class PackContext:
    """What the manifest decides for all other files: the language of undecorated text, the calendar of bare dates."""

    language: str = "en"
    calendar_rule: CalendarRule = GREGORIAN_RULE


def _context(info: ValidationInfo) -> PackContext:
    return info.context if isinstance(info.context, PackContext) else PackContext()


def by_language(value: Any, info: ValidationInfo) -> Any:
    """A bare text is text in the pack's first language; a mapping already says its languages."""
    return {_context(info).language: value} if isinstance(value, str) else value


def lists_by_language(value: Any, info: ValidationInfo) -> Any:
    """As `by_language`, for lists: `[a, b]` is `{first language: [a, b]}`, and one text is a list of one."""
    if isinstance(value, str | list | tuple):
        value = {_context(info).language: value}
    if isinstance(value, Mapping):
        return {language: [words] if isinstance(words, str) else words for language, words in value.items()}
    return value


def historical_date(value: Any, info: ValidationInfo) -> Any:
    """A date is EDTF text in the calendar that the pack's rule gives it, or `{edtf: ..., calendar: ...}`.

    Raises ValueError (a `DateError`) with a sentence for the curator when the text is no date.
    """
    match value:
        case str():
            return parse_edtf(value, rule=_context(info).calendar_rule)
        case {"edtf": str(edtf), "calendar": str(name), **others} if not others and name in set(Calendar):
            return parse_edtf(edtf, calendar=Calendar(name))
        case HistoricalDate():
            return value
    raise ValueError(
        f"a date is written like 1370-05-24, or {{edtf: 1370-05-24, calendar: {Calendar.JULIAN}}} "
        f"with one of the calendars {', '.join(Calendar)}"
    )


def _format(version: int) -> int:
    if version != FORMAT:
        raise ValueError(f"the format of these files is {FORMAT}; a pack of format {version} needs another version")
    return version


Id = Annotated[str, Field(pattern=ID_PATTERN)]
KindId = Annotated[str, Field(pattern=KIND_PATTERN)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Localized = Annotated[Mapping[str, Line], Field(min_length=1), BeforeValidator(by_language)]
LocalizedList = Annotated[Mapping[str, tuple[Line, ...]], BeforeValidator(lists_by_language)]
LocalizedThesaurus = Mapping[str, tuple[tuple[Line, ...], ...]]
DateField = Annotated[HistoricalDate, BeforeValidator(historical_date)]
Natural = Annotated[int, Field(ge=0)]


def in_language(text: Mapping[str, str], language: str) -> str:
    """`text` in `language` ("ru", "en-GB"), else in the first language that it has."""
    return text.get(language) or text.get(language.partition("-")[0]) or next(iter(text.values()))


def misfit(sentence: str, *, at: str) -> PydanticCustomError:
    """The error for keys that are right one by one and wrong together; `at` is the key that it is shown at."""
    return PydanticCustomError("misfit", "{sentence}", {"sentence": sentence, "at": at})


class Model(BaseModel):
    """Frozen, and a stranger to unknown keys: a misspelt key is a problem, never silently ignored.

    The docstring under each field is what an editor shows while a curator types (see schema.py).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Citation(Model):
    """Where a statement can be checked: a key of sources.yaml, and the place in it when that is known for certain."""

    key: SourceKey
    """The id of a source in sources.yaml."""
    locator: Line | None = None
    """The place in the source: "p. 12", "ch. 8", "doc. 61". Leave it out when not certain."""
    url: WebAddress | None = None
    """A page where exactly this can be read."""


class Standing(StrEnum):
    """How far historians agree with a fact."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    MISCONCEPTION = "misconception"


class Account(Model):
    """One of several rival accounts of a disputed matter, with who gives it."""

    text: Localized
    """What this account says, as sentences that can be quoted alone."""
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    """Who says so; at least one."""


class Count(Model):
    """A number of something: seats, votes, deputies. `of` names the entity that has them, `label` anything else."""

    of: Id | None = None
    """The id of the entity that is counted."""
    label: Localized | None = None
    """Words for what is counted, when it is no entity of the base: "unknown"."""
    value: Natural
    """How many."""

    @model_validator(mode="after")
    def _counts_something(self) -> Count:
        if self.of is None and self.label is None:
            raise misfit("a count needs `of` (the id of an entity) or `label` (words)", at="value")
        return self


class Tally(Model):
    """Counts that belong together: one body or vote, one unit, and the total where the source gives it."""

    unit: Localized
    """What is counted: members, votes, ships."""
    counts: tuple[Count, ...] = ()
    """The numbers one by one."""
    total: Natural | None = None
    """The sum that the source gives; leave it out when it gives none."""

    @model_validator(mode="after")
    def _counts_at_all(self) -> Tally:
        if not self.counts and self.total is None:
            raise misfit("a tally needs `counts`, `total` or both", at="unit")
        return self


class Role(Model):
    """Who held which office, where and when. Ends are open when unknown."""

    holder: Id
    """The id of the person (or party, or body) that held it."""
    role: Localized
    """The office: chairman, secretary, mayor."""
    body: Id | None = None
    """The id of the body in which it was held."""
    start: DateField | None = None
    """First day, as far as it is known."""
    end: DateField | None = None
    """Last day, as far as it is known."""


class Fact(Model):
    """One statement of a curator with its date, its sources and how far historians agree with it.

    `text` is one to three sentences that can be quoted alone. For a misconception, `claim` is what people believe and
    `text` the correction; for a disputed fact, `accounts` are the rival versions. `asks` are questions that this fact
    must answer; they are run as tests.
    """

    id: Id
    """Unique over all facts of the base, and for good: links and tests use it. a-z, 0-9, hyphens, dots."""
    text: Localized
    """One to three sentences that can be quoted alone: name the thing, do not begin with "he" or "it"."""
    date: DateField | None = None
    """When: 1370-05-24, 1370-05, 1370, 13XX, 1370~ (about), 1370? (probably), 1367/1370 (from - to)."""
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    """Where it can be checked; at least one. No source, no fact."""
    standing: Standing = Standing.ACCEPTED
    """accepted (leave it out), disputed (give `accounts`) or misconception (give `claim`)."""
    claim: Localized | None = None
    """For a misconception: what people wrongly believe, as a full sentence."""
    accounts: tuple[Account, ...] = ()
    """For a disputed fact: the rival accounts, two or more."""
    about: tuple[Id, ...] = ()
    """Ids of other entities that this fact is also about."""
    tally: Tally | None = None
    """Counts (seats, votes), where the fact has any."""
    roles: tuple[Role, ...] = ()
    """Who held which office from when to when, where the fact says so."""
    asks: LocalizedList = Field(default_factory=dict)
    """Questions that this fact must answer, in your own words; they are run as tests."""

    @model_validator(mode="after")
    def _standing_fits(self) -> Fact:
        match self.standing:
            case Standing.MISCONCEPTION if self.claim is None:
                raise misfit("a misconception needs `claim`: what people wrongly believe", at="standing")
            case Standing.DISPUTED if len(self.accounts) < 2:
                raise misfit("a disputed fact needs `accounts`: two or more, each with its sources", at="standing")
        if self.claim is not None and self.standing is not Standing.MISCONCEPTION:
            raise misfit("`claim` belongs to `standing: misconception` only", at="claim")
        if self.accounts and self.standing is not Standing.DISPUTED:
            raise misfit("`accounts` belong to `standing: disputed` only", at="accounts")
        return self


class Relation(Model):
    """A link between two entities, read "this entity <type> the target": `split-from`, `issued-by`, `member-of`."""

    type: KindId
    """How the two are related, in lower case with hyphens: member-of, successor-of."""
    target: Id
    """The id of the other entity."""


class Entity(Model):
    """A party, a person, a place, a document ...: names by language, a short description, and its facts.

    The first fact is the lead: it answers "what is ...?" and "who was ...?".
    """

    id: Id
    """Unique over all entities of the base, and for good: other files refer to it. a-z, 0-9, hyphens, dots."""
    kind: KindId
    """One of the kinds that pack.yaml declares."""
    name: Localized
    """Its name, by language."""
    aliases: LocalizedList = Field(default_factory=dict)
    """Other names and spellings that people use, by language."""
    number: Natural | None = None
    """Its number, where things of its kind are numbered."""
    description: Localized
    """What it is, in one line."""
    lifetime: DateField | None = None
    """From birth, founding or first issue to death or end: 1129/1195-08-06, 1358~/1669, 1226/.. (still there)."""
    relations: tuple[Relation, ...] = ()
    """Links to other entities."""
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    """Its facts; the first one answers "what is ...?" and "who was ...?"."""


class Kind(Model):
    """A kind of entity, as the pack declares it. A `command` gives it a lookup command of its own in Discord."""

    name: Localized
    """What one is called: party."""
    plural: Localized
    """What several are called: parties."""
    words: LocalizedList = Field(default_factory=dict)
    """Words of questions that point to this kind."""
    command: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")] | None = None
    """The name of its own lookup command in Discord."""
    numbered: bool = False
    """Whether its members have numbers that people use ("the second diet")."""
    happens: bool = False
    """Whether its members happen on a day: answers about a day tell them before others."""


class Pack(Model):
    """pack.yaml: what the base is about, and what holds for all of its files."""

    format: Annotated[int, AfterValidator(_format), Field(json_schema_extra={"const": FORMAT})]
    """The version of these files: 1."""
    id: Id
    """A short id of the base."""
    title: Localized
    """Its title."""
    scope: Localized
    """What it is about and what not, in a sentence or two."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages of its texts; every text has the first, undecorated text is in the first."""
    calendar: Calendar = Calendar.GREGORIAN
    """The calendar of undecorated dates: gregorian or julian."""
    switch: Line | None = None
    """With calendar: julian, the first day (Gregorian) from which undecorated dates are Gregorian: 1752-09-14."""
    default_year: Annotated[int, Field(ge=-9999, le=9999)] | None = None
    """The year of a date in a question that names none ("on 24 May")."""
    licence: Line
    """The licence of the texts, as an SPDX id: CC-BY-SA-4.0."""
    kinds: Annotated[Mapping[KindId, Kind], Field(min_length=1)]
    """The kinds of entities, by id."""
    thesaurus: LocalizedThesaurus = Field(default_factory=dict)
    """By language, lists of words that mean nearly the same."""
    examples: LocalizedList = Field(default_factory=dict)
    """By language, questions to show to newcomers."""

    @field_validator("switch")
    @classmethod
    def _switch_is_a_day(cls, switch: str | None, info: ValidationInfo) -> str | None:
        if switch is not None and "calendar" in info.data:
            CalendarRule.parse(info.data["calendar"], switch)
        return switch

    @model_validator(mode="after")
    def _commands_differ(self) -> Pack:
        commands = [kind.command for kind in self.kinds.values() if kind.command is not None]
        for command in commands:
            if commands.count(command) > 1:
                raise misfit(f"two kinds have the command `{command}`; each needs its own", at="kinds")
        return self

    @cached_property
    def calendar_rule(self) -> CalendarRule:
        """The calendar of undecorated dates, as bot.dates wants it."""
        return CalendarRule.parse(self.calendar, self.switch)

    @property
    def context(self) -> PackContext:
        """What the other files of the pack are validated with."""
        return PackContext(language=self.languages[0], calendar_rule=self.calendar_rule)
