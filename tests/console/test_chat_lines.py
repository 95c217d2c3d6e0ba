"""A conversation on the console: questions, numbers, commands."""

from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.answers import Answerer
from bot.console.chat import Chat
from bot.console.completion import NameCompleter, tails
from bot.rendering import Tone, Verb
from tests.packs import library

ANSWERER = Answerer(library())


@pytest.fixture
def chat() -> Chat:
    return Chat(ANSWERER)


def test_a_question_is_answered_and_a_follow_up_leans_on_it(chat: Chat) -> None:
    assert chat.answer("What was the Treaty of Stralsund?").card.title == "Treaty of Stralsund"
    assert chat.answer("and when was it made?").card.title == "Treaty of Stralsund"


def test_a_number_presses_a_button_of_the_last_card(chat: Chat) -> None:
    card = chat.answer("When was Visby taken?").card
    place = next(place for place, action in enumerate(card.actions, start=1) if action.verb is Verb.ENTITY)
    chosen = chat.answer(f" {place} ").card
    assert ANSWERER.library.entities[card.actions[place - 1].target].name["en"] == chosen.title


def test_the_number_of_sources_shows_full_entries(chat: Chat) -> None:
    assert chat.answer("When was Visby taken?").card.actions[0].verb is Verb.SOURCES
    sources = chat.answer("1").card
    assert sources.tone is Tone.PLAIN
    assert sources.sources[1].text.startswith("Dollinger, Philippe.")


@pytest.mark.parametrize("number", ["0", "99", "1361", "²", "-1", "1" * 5000])
def test_a_number_that_no_button_has_is_a_question(chat: Chat, number: str) -> None:
    chat.answer("When was Visby taken?")
    assert chat.answer(number).card.title != "Sources"


def test_commands_come_from_the_pack(chat: Chat) -> None:
    assert [name for name, _ in chat.commands] == [
        "/town", "/diet", "/person", "/event", "/about", "/date", "/sources", "/help", "/quit",
    ]  # fmt: skip
    assert chat.answer("/town lubeck").card.title == "Lübeck"
    assert chat.answer("/diet 2").card.title == "Diet of Cologne"
    assert chat.answer("/about Ганза").card.title == "Hanseatic League"
    assert chat.answer("/date 29 May 1669 old style").card.title.startswith("29 May 1669")


def test_sources_are_those_of_the_last_fact_and_else_the_whole_bibliography(chat: Chat) -> None:
    assert chat.answer("/sources").card.title == "All sources of the base"
    chat.answer("When was Visby taken?")
    assert chat.answer("/sources").card.subtitle == "Sack of Visby"
    assert chat.answer("/sources 1").card.title == "All sources of the base"


@pytest.mark.parametrize("line", ["/help", "/no-such-command", "/"])
def test_help_lists_the_commands_and_is_shown_for_what_is_none(chat: Chat, line: str) -> None:
    card = chat.answer(line).card
    assert any("/diet: " in passage.text for passage in card.passages)


def test_the_chat_speaks_the_language_it_is_asked_in() -> None:
    chat = Chat(ANSWERER, locale="ru")
    assert chat.answer("Где собрался первый съезд?").language == "ru"
    assert chat.answer("/help").card.title == "Ганзейский союз"


@pytest.mark.parametrize("line", ["", "   ", "?!", "\ud800", "x" * 5000])
def test_odd_lines_get_a_card_too(chat: Chat, line: str) -> None:
    assert chat.answer(line).card.title


def test_tails_are_the_last_words_from_long_to_short() -> None:
    assert tails("who was duke hen") == ["was duke hen", "duke hen", "hen"]
    assert tails("lu") == ["lu"]
    assert tails("/town lu") == ["lu"]
    assert tails("/to") == tails("who was ") == tails("") == tails("a") == []


def test_names_complete_the_end_of_a_line() -> None:
    completer, event = NameCompleter(ANSWERER, language="en"), CompleteEvent()
    (first, *_) = completer.get_completions(Document("who was henry the"), event)
    assert (first.text, first.start_position) == ("Henry the Lion", -len("henry the"))
    (first, *_) = completer.get_completions(Document("when was Visb"), event)
    assert (first.text, first.start_position) == ("Visby", -len("Visb"))
    (first, *_) = completer.get_completions(Document("Waldem"), event)
    assert first.text == "Valdemar IV"
    assert "Waldemar" in first.display_text
