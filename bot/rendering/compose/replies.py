"""Replies to a question: one fact with its company, "which did you mean?", and "not in the base"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.answers.model import Answered, Choices, Missing, Option, Unknown
from bot.facts import Entity, Fact, in_language
from bot.rendering.card import Action, Card, Passage, Tone, Verb
from bot.rendering.compose.actions import after_fact, fact_label, to_entities
from bot.rendering.limits import fit, shorten
from bot.rendering.phrases import Phrases
from bot.rendering.statements import TONES, Setting, first_statement, further_statement, lead_words

_SNIPPET_MOST = 160
_SAID_ALREADY = 0.75
_WORD = re.compile(r"\w+")


def fact_card(answer: Answered, setting: Setting) -> Card:
    """One fact, and after it those that belong to the same answer, under the names of what they are about."""
    first, *others = answer.facts
    blocks = [first_statement(first.fact, first.entity, setting)]
    above = first.entity
    for ranked in others:
        heading = None if ranked.entity.id == above.id else in_language(ranked.entity.name, setting.language)
        blocks.append(further_statement(ranked.fact, ranked.entity, setting, heading=heading))
        above = ranked.entity
    card = Card(
        tone=TONES[first.fact.standing],
        title=in_language(first.entity.name, setting.language),
        subtitle=_description(first.entity, first.fact, setting),
        lead=lead_words(first.fact, setting, yes_no=answer.yes_no),
        sources=setting.numbering.lines(),
        actions=tuple(after_fact(answer, setting)),
    )
    return fit(card, blocks, setting.say)[0]


def choices_card(answer: Choices, setting: Setting) -> Card:
    """The question back: numbered options, each with a line that tells them apart, and a button for each."""
    blocks = [(_option(number, option, setting),) for number, option in enumerate(answer.options, start=1)]
    card = Card(
        tone=Tone.QUESTION,
        title=setting.say.which,
        lead=setting.say.which_lead,
        actions=tuple(_choose(option, setting) for option in answer.options),
    )
    return fit(card, blocks, setting.say)[0]


def unknown_card(answer: Unknown, setting: Setting) -> Card:
    """That the base has no answer, in words for the reason, and the topics nearest to the question as buttons."""
    title, lead = _unknown_words(setting.say)[answer.reason]
    days = "; ".join(dict.fromkeys(setting.day(date) for date in answer.dates))
    card = Card(
        tone=Tone.MISSING,
        title=title,
        lead=lead.format(days=days),
        note=setting.say.nearest if answer.nearest else None,
        actions=tuple(to_entities(answer.nearest, setting)),
    )
    return fit(card, (), setting.say)[0]


def _unknown_words(say: Phrases) -> Mapping[Missing, tuple[str, str]]:
    return {
        Missing.NOT_IN_BASE: (say.unknown_title, say.unknown_lead),
        Missing.EMPTY: (say.empty_title, say.empty_lead),
        Missing.NO_SUCH_NAME: (say.no_name_title, say.no_name_lead),
        Missing.NO_SUCH_DAY: (say.no_day_title, say.no_day_lead),
        Missing.QUIET_DAY: (say.quiet_day_title, say.quiet_day_lead),
    }


def _description(entity: Entity, fact: Fact, setting: Setting) -> str | None:
    """What the entity is, over its lead fact, unless the fact says nearly the same."""
    if fact.id != entity.facts[0].id:
        return None
    description = in_language(entity.description, setting.language)
    said = set(_WORD.findall(in_language(fact.text, setting.language).casefold()))
    words = _WORD.findall(description.casefold())
    return None if sum(word in said for word in words) >= _SAID_ALREADY * len(words) else description


def _option(number: int, option: Option, setting: Setting) -> Passage:
    """A numbered option; an option that is one fact of an entity shows how that fact begins."""
    name = in_language(option.entity.name, setting.language)
    text = in_language(option.fact.text if option.fact else option.entity.description, setting.language)
    return Passage(text=shorten(text, _SNIPPET_MOST), heading=f"{number}. {name}")


def _choose(option: Option, setting: Setting) -> Action:
    if option.fact is None:
        return Action(Verb.ENTITY, option.entity.id, in_language(option.entity.name, setting.language))
    return Action(Verb.FACT, option.fact.id, fact_label(option.fact, setting.language))
