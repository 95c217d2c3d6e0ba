"""A conversation on the console: questions, follow-ups, numbers to go on with, and a few commands.

`Chat` is the conversation and knows no terminal: a line in, a card out. `prompt.py` brings the lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import Answerer
from bot.answers.model import Answer, Topic
from bot.console.records import question_of
from bot.rendering import (
    Card,
    Verb,
    render,
    render_bibliography,
    render_help,
    render_sources,
)
from bot.rendering.phrases import phrases_in


@dataclass(frozen=True, slots=True)
class Shown:
    """What a line of a chat brought: a card, and the language that it is in."""

    card: Card
    language: str


class Chat:
    """One person's conversation with the base. It remembers the topic, the last card's buttons, and its sources."""

    def __init__(self, answerer: Answerer, *, locale: str = "en") -> None:
        self._answerer = answerer
        self._locale = locale
        self._topic = Topic()
        self._last: Shown | None = None
        self._fact: str | None = None
        kinds = answerer.library.pack.kinds
        self._kinds = {kind.command: kind_id for kind_id, kind in kinds.items() if kind.command}
        self._commands: dict[str, Callable[[str], Shown]] = {
            "help": self._help,
            "sources": self._sources,
            "about": lambda name: self._lookup(None, name),
            "date": self._date,
        }

    @property
    def commands(self) -> tuple[tuple[str, str], ...]:
        """Every command with what it does, in the words of the chat's language."""
        say, library = phrases_in(self._locale), self._answerer.library
        named = [
            (f"/{command}", say.command_kind.format(kind=library.pack.kinds[kind].name.get(say.language, kind)))
            for command, kind in self._kinds.items()
        ]
        return (
            *named,
            ("/about", say.command_about),
            ("/date", say.command_date),
            ("/sources", say.command_sources),
            ("/help", say.command_help),
            ("/quit", say.command_quit),
        )

    def answer(self, line: str) -> Shown:
        """The card for a line: a command, the number of a button of the last card, or a question."""
        line = line.strip()
        if line.startswith("/"):
            shown = self._command(*_split(line[1:]))
        elif (number := _number(line)) is not None and self._last and 1 <= number <= len(self._last.card.actions):
            shown = self._press(number, self._last)
        else:
            shown = self._ask(line)
        self._last = shown
        return shown

    def _ask(self, text: str) -> Shown:
        question = question_of(text, locale=self._locale, topic=self._topic)
        answer = self._answerer.ask(question)
        self._topic = self._answerer.topic_after(question, answer)
        return self._show(answer)

    def _show(self, answer: Answer) -> Shown:
        card = render(answer, self._answerer.library)
        self._fact = next((action.target for action in card.actions if action.verb is Verb.SOURCES), self._fact)
        return Shown(card, answer.language)

    def _command(self, name: str, rest: str) -> Shown:
        if name in self._kinds:
            return self._lookup(self._kinds[name], rest)
        return self._commands.get(name, self._help)(rest)

    def _lookup(self, kind: str | None, name: str) -> Shown:
        return self._about(self._answerer.lookup(kind, question_of(name).text, language=self._locale))

    def _about(self, answer: Answer) -> Shown:
        self._topic = self._answerer.topic_after(question_of("", topic=self._topic), answer)
        return self._show(answer)

    def _date(self, text: str) -> Shown:
        return self._show(self._answerer.on_day(question_of(text).text, language=self._locale))

    def _press(self, number: int, last: Shown) -> Shown:
        action, library, language = last.card.actions[number - 1], self._answerer.library, last.language
        match action.verb:
            case Verb.SOURCES:
                return Shown(render_sources(action.target, library, language=language), language)
            case Verb.BIBLIOGRAPHY:
                return self._bibliography(int(action.target), language)
            case Verb.FACT:
                return self._about(self._answerer.show(action.target, language=language))
            case Verb.ENTITY:
                return self._about(self._answerer.about(action.target, language=language))

    def _sources(self, page: str) -> Shown:
        """The sources of the fact shown last; with a number, or before any fact, a page of the whole bibliography."""
        language = self._last.language if self._last else self._locale
        number = _number(page)
        if self._fact is None or number is not None:
            return self._bibliography(number or 1, language)
        return Shown(render_sources(self._fact, self._answerer.library, language=language), language)

    def _bibliography(self, page: int, language: str) -> Shown:
        return Shown(render_bibliography(self._answerer.library, language=language, page=page), language)

    def _help(self, _: str) -> Shown:
        card = render_help(self._answerer.library, language=self._locale, commands=self.commands)
        return Shown(card, self._locale)


def _split(line: str) -> tuple[str, str]:
    name, _, rest = line.partition(" ")
    return name.lower(), rest.strip()


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
