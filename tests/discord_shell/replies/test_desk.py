"""The desk: one card for every question, button and name, and the thread of each conversation."""

from __future__ import annotations

import pytest

from bot.answers import Answerer
from bot.discord_shell.memory import Conversations
from bot.discord_shell.replies.desk import Asker, Current, Desk
from bot.rendering import Notice, Tone, Verb, render_sources
from tests.packs import edited, library

ANN = Asker(user_id=7, channel_id=1, locale="en-GB")


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer(library())


@pytest.fixture
def desk(answerer: Answerer) -> Desk:
    return Desk(current=Current(answerer), conversations=Conversations(5), locale="en")


@pytest.mark.parametrize(
    ("locale", "language"), [("ru", "ru"), ("en-GB", "en"), ("en-US", "en"), ("de", "en"), ("zh-CN", "en")]
)
def test_people_are_spoken_to_in_their_language_where_the_pack_has_it(desk: Desk, locale: str, language: str) -> None:
    assert desk.language(locale) == language


def test_the_bots_own_language_is_second_and_the_packs_first_the_last(answerer: Answerer) -> None:
    def language(own: str) -> str:
        return Desk(current=Current(answerer), conversations=Conversations(5), locale=own).language("de")

    assert (language("ru"), language("fr")) == ("ru", "en")


def test_a_question_is_answered_and_begins_a_conversation(desk: Desk) -> None:
    reply = desk.ask("What was Lübeck?", ANN)
    assert reply.found
    assert reply.certain
    assert reply.card.title == "Lübeck"
    assert desk._conversations.topic(1, 7).entities == ("lubeck",)


def test_what_is_not_known_leaves_the_conversation_alone(desk: Desk) -> None:
    desk.ask("What was Lübeck?", ANN)
    reply = desk.ask("zzzz qqqq xxxx", ANN)
    assert (reply.found, reply.certain) == (False, False)
    assert desk._conversations.topic(1, 7).entities == ("lubeck",)


def test_a_name_is_looked_up_within_its_kind(desk: Desk) -> None:
    assert desk.look_up("town", "lubek", ANN).card.title == "Lübeck"
    assert not desk.look_up("person", "zzzzzz", ANN).found


def test_a_day_is_looked_up(desk: Desk) -> None:
    assert "Stralsund" in str(desk.on_day("24 May 1370", ANN).card)
    assert not desk.on_day("no day at all", ANN).found


def test_buttons_lead_to_facts_things_and_sources(desk: Desk) -> None:
    entity = desk.library.entities["lubeck"]
    fact = entity.facts[0].id
    assert desk.follow(Verb.ENTITY, "lubeck", "ru").card.title == entity.name["ru"]
    assert desk.follow(Verb.FACT, fact, "en").found
    assert desk.follow(Verb.SOURCES, fact, "en").card == render_sources(fact, desk.library, language="en")
    assert desk.follow(Verb.BIBLIOGRAPHY, "1", "en").card == desk.bibliography("en").card


@pytest.mark.parametrize("verb", Verb)
def test_a_button_to_what_is_gone_is_told_so(desk: Desk, verb: Verb) -> None:
    reply = desk.follow(verb, "gone", "ru")
    assert not reply.found
    assert reply.card == desk.notice(Notice.GONE, "ru").card


def test_a_choice_goes_on_with_the_conversation_and_a_look_does_not(desk: Desk) -> None:
    desk.follow(Verb.ENTITY, "lubeck", "en")
    assert desk._conversations.topic(1, 7).entities == ()
    desk.follow(Verb.ENTITY, "lubeck", "en", ANN)
    assert desk._conversations.topic(1, 7).entities == ("lubeck",)


def test_sources_of_a_fact_of_a_thing_and_of_nothing(desk: Desk) -> None:
    fact = desk.library.entities["lubeck"].facts[0]
    assert desk.sources_of(fact.id, ANN).card == render_sources(fact.id, desk.library, language="en")
    assert not desk.sources_of("zzzzzz", ANN).found
    keys = {
        entity.id: {
            citation.key for fact in entity.facts for part in (fact, *fact.accounts) for citation in part.sources
        }
        for entity in desk.library.entities.values()
    }
    thing = max(keys, key=lambda entity: len(keys[entity]))
    assert len(keys[thing]) > 1
    assert len(desk.sources_of(thing, ANN).card.sources) == len(keys[thing])


def test_the_bibliography_is_leafed_through() -> None:
    many = "".join(
        f"- id: extra-{number}\n  type: book\n  title: {'A very long title ' * 9}{number}\n"
        f"  issued: {{date-parts: [[1900]]}}\n"
        for number in range(60)
    )
    files = edited("sources.yaml", "- id: ", many + "- id: ")
    desk = Desk(current=Current(Answerer(library(files))), conversations=Conversations(5), locale="en")
    first = desk.bibliography("en")
    assert [action.target for action in first.card.actions] == ["2"]
    second = desk.follow(Verb.BIBLIOGRAPHY, "2", "en")
    assert [action.target for action in second.card.actions][:2] == ["1", "3"]
    last = desk.follow(Verb.BIBLIOGRAPHY, "999", "en")
    assert len(last.card.actions) == 1
    assert last.card.tone is Tone.PLAIN


def test_seconds_to_wait_are_rounded_up(desk: Desk) -> None:
    assert "5 seconds" in str(desk.notice(Notice.COOLDOWN, "en", wait=4.1).card)


def test_a_swap_changes_the_answers(answerer: Answerer) -> None:
    current = Current(answerer)
    desk = Desk(current=current, conversations=Conversations(5), locale="en")
    current.swap(Answerer(library(edited("places/towns.yaml", "en: Lübeck", "en: Luebeck"))))
    assert desk.follow(Verb.ENTITY, "lubeck", "en").card.title == "Luebeck"
