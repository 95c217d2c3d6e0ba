"""Overviews of many facts: all about one entity, what happened on a day, the members of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.model import Answered, Ranked
from bot.dates import HistoricalDate, wording
from bot.facts import Entity, in_language
from bot.rendering.card import Card, Passage, Tone
from bot.rendering.compose.actions import FACTS_MOST, RELATED_MOST, to_entities, to_facts, to_sources
from bot.rendering.limits import Block, cost, fit, shorten
from bot.rendering.statements import Setting, capital, further_statement

_MEMBER_MOST = 160
_LINES_MOST = 3000
# More than this nobody reads at once; buttons lead to the next ones.
_FACTS_IN_OVERVIEW = 8


def entity_card(entity: Entity, answer: Answered, setting: Setting) -> Card:
    """All about one entity: its facts in order, as many as fit; buttons lead to the next ones, and onwards."""
    facts = answer.facts or tuple(Ranked(fact, entity, 0.0) for fact in entity.facts)
    blocks = [
        further_statement(
            ranked.fact, ranked.entity, setting, heading=_of_another(ranked.entity, entity, setting), subject=entity
        )
        for ranked in facts[:_FACTS_IN_OVERVIEW]
    ]
    related = answer.related or setting.library.related(entity.id)
    onwards = tuple(to_entities(related, setting))[:RELATED_MOST]
    card = Card(
        tone=Tone.ACCEPTED,
        title=in_language(entity.name, setting.language),
        subtitle=in_language(entity.description, setting.language),
        sources=setting.numbering.lines(),
        actions=(to_sources(facts[0].fact, setting), *onwards),
    )
    fitted, kept = fit(card, blocks, setting.say, more=len(facts) - len(blocks))
    if kept == len(facts):
        return fitted
    rest = to_facts((ranked.fact for ranked in facts[kept : kept + FACTS_MOST]), setting)
    actions = (card.actions[0], *rest, *onwards)
    return fit(replace(card, actions=actions), blocks, setting.say, more=len(facts) - len(blocks))[0]


def day_card(answer: Answered, setting: Setting) -> Card:
    """What happened then: the facts under the reading of the date to which they belong, both calendars over them."""
    groups = _by_reading(answer.facts, answer.dates)
    blocks: list[Block] = []
    for reading, facts in groups:
        heading = setting.day(reading) if reading else setting.say.also_then
        if not facts:
            blocks.append((Passage(text=setting.say.quiet_reading, heading=heading),))
        for index, ranked in enumerate(facts):
            above = None if index or len(groups) == 1 else heading
            block = further_statement(ranked.fact, ranked.entity, setting, heading=above)
            blocks.append(_without_date(block) if _same_span(ranked.fact.date, reading) else block)
    card = Card(
        tone=Tone.ACCEPTED,
        title=_as_asked(answer.dates, setting),
        lead=setting.say.two_calendars if len({date.calendar for date in answer.dates}) > 1 else None,
        sources=setting.numbering.lines(),
        actions=tuple(to_entities(_entities(answer), setting))[:RELATED_MOST],
    )
    return fit(card, blocks, setting.say)[0]


def members_card(answer: Answered, setting: Setting) -> Card:
    """The members of a kind, a line each, as many as fit; facts that came with the answer stand before them."""
    say, language = setting.say, setting.language
    kind = setting.library.pack.kinds.get(answer.kind or "")
    blocks: list[Block] = [further_statement(ranked.fact, ranked.entity, setting) for ranked in answer.facts]
    lines = [_member(entity, setting) for entity in answer.entities]
    shown = _that_fit(lines)
    if shown:
        blocks.append((Passage(text="\n".join(shown)),))
    card = Card(
        tone=Tone.ACCEPTED,
        title=capital(in_language(kind.plural if kind else setting.library.pack.title, language)),
        subtitle=say.counted(say.members_counted, len(lines)) if lines else None,
        sources=setting.numbering.lines(),
        note=say.counted(say.more_counted, len(lines) - len(shown)) if len(shown) < len(lines) else None,
        actions=tuple(to_entities(answer.entities or answer.related, setting)),
    )
    return fit(card, blocks, say)[0]


def _that_fit(lines: Sequence[str]) -> Sequence[str]:
    """The first of `lines`, as many as have room in one card."""
    room = _LINES_MOST
    for count, line in enumerate(lines):
        room -= cost(line) + 1
        if room < 0:
            return lines[:count]
    return lines


def _of_another(owner: Entity, entity: Entity, setting: Setting) -> str | None:
    """The name over a fact that stands under another entity and only speaks of this one."""
    return None if owner.id == entity.id else in_language(owner.name, setting.language)


def _member(entity: Entity, setting: Setting) -> str:
    name = in_language(entity.name, setting.language)
    description = shorten(in_language(entity.description, setting.language), _MEMBER_MOST)
    return setting.say.member.format(name=name, description=description)


def _by_reading(
    facts: Sequence[Ranked], readings: Sequence[HistoricalDate]
) -> list[tuple[HistoricalDate | None, list[Ranked]]]:
    """Each fact under the first reading that it overlaps, in the order given; under None those that fit no reading."""
    groups: dict[HistoricalDate | None, list[Ranked]] = {reading: [] for reading in readings}
    for ranked in facts:
        date = ranked.fact.date
        fits = (reading for reading in readings if date and date.overlaps(reading))
        groups.setdefault(next(fits, None), []).append(ranked)
    return list(groups.items())


def _without_date(block: Block) -> Block:
    return tuple(replace(passage, date=None) for passage in block)


def _same_span(date: HistoricalDate | None, reading: HistoricalDate | None) -> bool:
    """Whether a fact's date would only repeat the heading: the same days, be it in the other calendar."""
    return date is not None and reading is not None and date.sort_key == reading.sort_key


def _as_asked(readings: Sequence[HistoricalDate], setting: Setting) -> str:
    """The date as the asker wrote it, in a calendar that is left open: what all readings have in common."""
    if len(readings) == 1:
        return setting.day(readings[0])
    plain = (wording(date, language=setting.language, calendars=(date.calendar,)) for date in readings)
    return " / ".join(dict.fromkeys(plain))


def _entities(answer: Answered) -> Iterable[Entity]:
    return {each.id: each for each in (*(ranked.entity for ranked in answer.facts), *answer.related)}.values()
