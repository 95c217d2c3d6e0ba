"""From an answer to a card."""

from __future__ import annotations

from bot.answers.model import Answer, Answered, Choices, Unknown, Why
from bot.facts import Entity, Library
from bot.rendering.card import Card
from bot.rendering.citations import Numbering
from bot.rendering.compose.overviews import day_card, entity_card, members_card
from bot.rendering.compose.replies import choices_card, fact_card, unknown_card
from bot.rendering.phrases import phrases_in
from bot.rendering.statements import Setting


def render(answer: Answer, library: Library, *, language: str | None = None) -> Card:
    """The card of `answer`, within Discord's limits; `language` None means the answer's own.

    The bot's own words are in that language where it has a table of phrases, else in English; curated text is in that
    language where the curators wrote it, else in the first that they did. What the asker typed is not repeated.
    """
    language = language or answer.language
    say = phrases_in(language)
    setting = Setting(library, say, language, Numbering(library.sources, say))
    match answer:
        case Answered(why=Why.LIST):
            return members_card(answer, setting)
        case Answered(why=Why.DAY):
            return day_card(answer, setting)
        case Answered(why=Why.ENTITY, entity=Entity() as entity):
            return entity_card(entity, answer, setting)
        case Answered():
            return fact_card(answer, setting)
        case Choices():
            return choices_card(answer, setting)
        case Unknown():
            return unknown_card(answer, setting)
