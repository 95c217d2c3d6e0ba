"""Buttons: where a reader can go on from a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answers.model import Answered
from bot.facts import Entity, Fact, in_language
from bot.rendering.card import Action, Verb
from bot.rendering.limits import LABEL_MOST, shorten
from bot.rendering.statements import Setting

RELATED_MOST = 9
FACTS_MOST = 3
_ENTITIES_MOST = 5


def fact_label(fact: Fact, language: str) -> str:
    """A few words for a button that leads to `fact`: the first question that it answers, else its opening words."""
    asks = fact.asks.get(language.partition("-")[0]) or ()
    return asks[0] if asks else shorten(in_language(fact.text, language), LABEL_MOST)


def to_entities(entities: Iterable[Entity], setting: Setting) -> Iterator[Action]:
    """A button with its name for each entity."""
    for entity in entities:
        yield Action(Verb.ENTITY, entity.id, in_language(entity.name, setting.language))


def to_facts(facts: Iterable[Fact], setting: Setting) -> Iterator[Action]:
    """A button for each fact."""
    for fact in facts:
        yield Action(Verb.FACT, fact.id, fact_label(fact, setting.language))


def to_sources(fact: Fact, setting: Setting) -> Action:
    """The button that shows the full sources of `fact`."""
    return Action(Verb.SOURCES, fact.id, setting.say.show_sources)


def after_fact(answer: Answered, setting: Setting) -> Iterator[Action]:
    """Where to go from an answer: its sources, all about its subject, what else that answers, what is related."""
    first = answer.facts[0]
    name = in_language(first.entity.name, setting.language)
    yield to_sources(first.fact, setting)
    if len(first.entity.facts) > len(answer.facts):
        yield Action(Verb.ENTITY, first.entity.id, setting.say.all_about.format(name=name))
    shown = {ranked.fact.id for ranked in answer.facts}
    language = setting.language.partition("-")[0]
    others = [fact for fact in first.entity.facts if fact.id not in shown and fact.asks.get(language)]
    yield from to_facts(others[:FACTS_MOST], setting)
    named = {ranked.entity.id: ranked.entity for ranked in answer.facts} | {each.id: each for each in answer.related}
    named.pop(first.entity.id, None)
    yield from to_entities(list(named.values())[:_ENTITIES_MOST], setting)
