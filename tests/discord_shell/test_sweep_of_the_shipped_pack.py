"""Every card, command and completion of the pack that ships, against Discord's limits."""

from __future__ import annotations

from functools import cache
from typing import Any

import discord
import pytest

from bot.answers import Answerer, Question
from bot.app import build_client
from bot.config import Settings
from bot.discord_shell.cogs.help import described
from bot.discord_shell.cogs.interactions import completions
from bot.discord_shell.cogs.lookups import kind_choices
from bot.discord_shell.memory import Conversations
from bot.discord_shell.replies.desk import Asker, Current, Desk, Reply
from bot.discord_shell.ui.layout import lay_out
from bot.discord_shell.ui.wording import CarriedTranslator
from bot.rendering import Notice, Verb, render
from bot.storage.packs import load_pack, shipped_pack
from tests.fake_discord.limits import problems_of_autocomplete, problems_of_commands, problems_of_view

LANGUAGES = ["en", "ru"]


@cache
def answerer() -> Answerer:
    reading = load_pack(shipped_pack())
    assert reading.library is not None, "\n".join(map(str, reading.problems))
    return Answerer(reading.library)


@cache
def desk() -> Desk:
    return Desk(current=Current(answerer()), conversations=Conversations(5), locale="en")


def problems(reply: Reply) -> list[str]:
    view = lay_out(reply.card, language=reply.language, asker=2**64 - 1)
    return problems_of_view(view.to_components(), layout=True)


def follow_all(verb: Verb, targets: Any, language: str) -> dict[str, list[str]]:
    """What is wrong with the cards behind a verb, by target; only those with something wrong."""
    replies = {target: desk().follow(verb, target, language) for target in targets}
    assert [target for target, reply in replies.items() if not reply.found] == []
    return {target: found for target, reply in replies.items() if (found := problems(reply))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entity(language: str) -> None:
    assert follow_all(Verb.ENTITY, answerer().library.entities, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", [Verb.FACT, Verb.SOURCES])
def test_every_fact_and_its_sources(verb: Verb, language: str) -> None:
    assert follow_all(verb, answerer().library.facts, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_bibliography(language: str) -> None:
    pages, page = set(), "1"
    while page not in pages:
        pages.add(page)
        reply = desk().bibliography(language, page=int(page))
        assert problems(reply) == []
        page = reply.card.actions[-1].target if reply.card.actions else page
    assert pages


def test_answers_to_questions() -> None:
    """Every twentieth of the questions that facts must answer: these cards hold several facts."""
    library = answerer().library
    questions = [text for fact in library.facts.values() for asks in fact.asks.values() for text in asks]
    wrong = {}
    for text in questions[::20]:
        answer = answerer().ask(Question(text=text))
        if found := problems(Reply(render(answer, library), answer.language)):
            wrong[text] = found
    assert questions
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_kind_and_every_month(language: str) -> None:
    kinds = answerer().library.pack.kinds.values()
    asker = Asker(1, 1, language)
    wrong = {}
    for text in [*(f"list all {kind.plural[language]}" for kind in kinds), *(f"1917-{n:02}" for n in range(1, 13))]:
        for reply in (desk().ask(text, asker), desk().on_day(text, asker)):
            if found := problems(reply):
                wrong[text] = found
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_every_notice(language: str) -> None:
    client = build_client(Settings(), Current(answerer()))
    assert problems(desk().help(language, described(client.tree, language))) == []
    for notice in Notice:
        assert problems(desk().notice(notice, language, wait=7)) == []


async def test_every_command() -> None:
    client = build_client(Settings(), Current(answerer()))
    await client.tree.set_translator(CarriedTranslator())
    assert problems_of_commands(await client.tree.payload()) == []


@pytest.mark.parametrize("locale", [discord.Locale.british_english, discord.Locale.russian])
@pytest.mark.parametrize("typed", ["", "a", "b", "м", "petro", "1", "xyzzy", "a" * 100])
def test_every_completion(typed: str, locale: discord.Locale) -> None:
    kinds = answerer().library.pack.kinds
    for kind in [None, *kinds]:
        choices = [choice.to_dict() for choice in completions(desk(), typed, kind, locale)]
        assert problems_of_autocomplete(choices) == []
        if not typed:
            assert choices, f"nothing is offered for {kind} before anything is typed"
    assert problems_of_autocomplete([choice.to_dict() for choice in kind_choices(typed, kinds, "ru")]) == []
