"""A fact as passages: its curated text, both dates, the numbers of its sources, its figures and offices.

Nothing here composes a historical claim. The bot's own words only frame what a curator wrote: that accounts differ,
that a belief is wrong, what a list of numbers counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.dates import Calendar, DateError, HistoricalDate, parse_edtf, wording
from bot.facts import Entity, Fact, Library, Role, Standing, Tally, in_language
from bot.rendering.card import Passage, Tone
from bot.rendering.citations import Numbering, short_citation
from bot.rendering.limits import Block
from bot.rendering.phrases import Phrases, phrases_in

TONES = {
    Standing.ACCEPTED: Tone.ACCEPTED,
    Standing.DISPUTED: Tone.DISPUTED,
    Standing.MISCONCEPTION: Tone.MISCONCEPTION,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What all statements of one card share: the base, the words, the language of curated text, the numbering."""

    library: Library
    say: Phrases
    language: str
    numbering: Numbering

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """Both calendars where the pack's own history knew both; the Gregorian one alone elsewhere."""
        rule = self.library.rule
        both = rule.default is Calendar.JULIAN or rule.switch is not None
        return (Calendar.JULIAN, Calendar.GREGORIAN) if both else (Calendar.GREGORIAN,)

    def day(self, date: HistoricalDate) -> str:
        """A date in words, in the calendars that the pack needs, and in both where the date itself is Julian."""
        both = date.calendar is Calendar.JULIAN
        calendars = (Calendar.JULIAN, Calendar.GREGORIAN) if both else self.calendars
        return wording(date, language=self.language, calendars=calendars)

    def name(self, entity_id: str) -> str:
        """The name of an entity; the id of one that is not in the base."""
        entity = self.library.entities.get(entity_id)
        return in_language(entity.name, self.language) if entity else entity_id


def capital(text: str) -> str:
    """`text` with a capital letter at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def lead_words(fact: Fact, setting: Setting, *, yes_no: bool) -> str | None:
    """The opening words that the standing of a card's first fact asks for; none for an accepted fact.

    For a question that wants a yes or a no, a misconception is answered with "No."; an accepted fact gets no "Yes",
    since what it says for the question is the reader's to judge.
    """
    match fact.standing:
        case Standing.DISPUTED:
            return setting.say.differ
        case Standing.MISCONCEPTION if fact.claim:
            phrase = setting.say.often_said_no if yes_no else setting.say.often_said
            return phrase.format(claim=in_language(fact.claim, setting.language))
        case _:
            return None


def first_statement(fact: Fact, entity: Entity, setting: Setting) -> Block:
    """The passages of a card's first fact, whose standing the card's lead has told already."""
    return _statement(fact, entity, setting, heading=None)


def further_statement(
    fact: Fact, entity: Entity, setting: Setting, *, heading: str | None = None, subject: Entity | None = None
) -> Block:
    """The passages of any other fact: its standing stands over it, after `heading` where there is one.

    On a card that is all about one `subject`, a fact of another entity lists only the offices that concern the subject.
    """
    standing = None
    if fact.standing is Standing.DISPUTED:
        standing = setting.say.differ
    elif fact.standing is Standing.MISCONCEPTION and fact.claim:
        standing = setting.say.often_said_short.format(claim=in_language(fact.claim, setting.language))
    heading = ": ".join(part for part in (heading, standing) if part) or None
    return _statement(fact, entity, setting, heading=heading, subject=subject)


def _statement(
    fact: Fact, entity: Entity, setting: Setting, *, heading: str | None, subject: Entity | None = None
) -> Block:
    text = Passage(
        text=in_language(fact.text, setting.language),
        heading=heading,
        date=setting.day(fact.date) if fact.date else None,
        cites=setting.numbering.cite(fact.sources),
    )
    roles = fact.roles
    if subject is not None and subject.id != entity.id:
        roles = tuple(role for role in roles if subject.id in (role.holder, role.body))
    return (text, *_accounts(fact, setting), *_figures(fact.tally, setting), *_offices(roles, entity, setting))


def _accounts(fact: Fact, setting: Setting) -> Block:
    return tuple(
        Passage(
            text=in_language(account.text, setting.language),
            heading=setting.say.account.format(number=number),
            cites=setting.numbering.cite(account.sources),
        )
        for number, account in enumerate(fact.accounts, start=1)
    )


def _figures(tally: Tally | None, setting: Setting) -> Block:
    """The counts of a fact as lines, under what they count and the total."""
    if tally is None:
        return ()
    say, language = setting.say, setting.language
    unit = in_language(tally.unit, language)
    heading = say.figures.format(unit=unit)
    if tally.total is not None:
        heading = say.figures_total.format(unit=unit, total=tally.total)
    lines = [
        say.figure.format(
            name=setting.name(count.of) if count.of else in_language(count.label or tally.unit, language),
            value=count.value,
        )
        for count in tally.counts
    ]
    return (Passage(text="\n".join(lines), heading=heading),)


def _offices(roles: tuple[Role, ...], entity: Entity, setting: Setting) -> Block:
    """Who held which office, a line each, under the office where it is the same in all: "Henry, 1556 – 1591"."""
    if not roles:
        return ()
    offices = [_office(role, entity, setting) for role in roles]
    one = len(set(offices)) == 1
    lines = [_holder(role, None if one else office, setting) for role, office in zip(roles, offices, strict=True)]
    return (Passage(text="\n".join(lines), heading=capital(offices[0]) if one else setting.say.holders),)


def _office(role: Role, entity: Entity, setting: Setting) -> str:
    """An office with its body, unless that is what the card is about."""
    office = in_language(role.role, setting.language)
    if role.body is None or role.body == entity.id:
        return office
    return setting.say.role_in.format(role=office, body=setting.name(role.body))


def _holder(role: Role, office: str | None, setting: Setting) -> str:
    say, line = setting.say, setting.name(role.holder)
    if office is not None:
        line = say.holder_role.format(role=office, holder=line)
    span = _span(role, setting)
    return say.with_span.format(text=line, span=span) if span else line


def _span(role: Role, setting: Setting) -> str | None:
    """From when to when: one interval where both ends are simple dates of one calendar, else each end by itself."""
    say, start, end = setting.say, role.start, role.end
    if start and end:
        interval = _interval(start, end)
        return setting.day(interval) if interval else f"{setting.day(start)} — {setting.day(end)}"
    if start:
        return say.since.format(start=setting.day(start))
    return say.until.format(end=setting.day(end)) if end else None


def _interval(start: HistoricalDate, end: HistoricalDate) -> HistoricalDate | None:
    if start.is_interval or end.is_interval or start.calendar is not end.calendar:
        return None
    try:
        return parse_edtf(f"{start.edtf}/{end.edtf}", calendar=start.calendar)
    except DateError:  # the end lies before the start: shown as it was written
        return None


def plain_statement(fact: Fact, library: Library, *, language: str) -> tuple[str, str | None, tuple[str, ...]]:
    """A fact for machines: its text, its date in words, its sources in short form."""
    say = phrases_in(language)
    setting = Setting(library, say, language, Numbering(library.sources, say))
    sources = tuple(short_citation(library.sources[each.key], each, say) for each in fact.sources)
    return in_language(fact.text, language), setting.day(fact.date) if fact.date else None, sources
