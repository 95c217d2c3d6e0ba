"""The reference desk: whoever asks, wherever, gets a card. All cogs come here; none of Discord does."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from bot.answers import Answerer
from bot.answers.model import Answer, Answered, Choices, Completion, Question, Unknown
from bot.discord_shell.memory import Conversations
from bot.facts import Citation, Entity, Library, in_language
from bot.rendering import (
    Card,
    Notice,
    Tone,
    Verb,
    render,
    render_bibliography,
    render_help,
    render_notice,
    render_sources,
)
from bot.rendering.citations import Numbering
from bot.rendering.limits import fit
from bot.rendering.phrases import phrases_in


class Current:
    """The one reference to what the bot answers from. A reload swaps it; whoever has read it keeps a whole base."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    @property
    def answerer(self) -> Answerer:
        """The answerer of this moment; read it once for each question."""
        return self._answerer

    def swap(self, answerer: Answerer) -> None:
        """From now on the bot answers with `answerer`."""
        self._answerer = answerer


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where, and in which locale they read Discord ("en-GB"). The numbers are Discord's ids."""

    user_id: int
    channel_id: int
    locale: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A card to send, and the language it is in.

    `found` says that it has what was asked for, or asks back, rather than a regret; `certain` that it answers.
    """

    card: Card
    language: str
    found: bool = True
    certain: bool = False


class Desk:
    """Turns what people ask into cards, and keeps track of what each conversation is about."""

    def __init__(self, *, current: Current, conversations: Conversations, locale: str) -> None:
        self._current = current
        self._conversations = conversations
        self._locale = locale

    @property
    def library(self) -> Library:
        """The base of this moment."""
        return self._current.answerer.library

    def language(self, locale: str) -> str:
        """The language to speak to somebody who reads `locale`: theirs when the pack has it, else the bot's own."""
        spoken = self.library.pack.languages
        for wanted in (locale, self._locale):
            if (code := wanted.partition("-")[0]) in spoken:
                return code
        return spoken[0]

    # What people ask

    def ask(self, text: str, asker: Asker) -> Reply:
        """The answer to a question in somebody's own words, which may lean on their last one in this channel."""
        answerer = self._current.answerer
        topic = self._conversations.topic(asker.channel_id, asker.user_id)
        question = Question(text=text, locale=asker.locale, topic=topic)
        return self._answered(answerer, question, answerer.ask(question), asker)

    def look_up(self, kind: str | None, name: str, asker: Asker) -> Reply:
        """The thing of a kind (None: of any) that goes by `name`, an id, a number or a misspelt name among them."""
        answerer = self._current.answerer
        answer = answerer.lookup(kind, name, language=self.language(asker.locale))
        return self._answered(answerer, Question(text=name, locale=asker.locale), answer, asker)

    def on_day(self, text: str, asker: Asker) -> Reply:
        """What happened on the day that `text` means."""
        answerer = self._current.answerer
        answer = answerer.on_day(text, language=self.language(asker.locale))
        return self._answered(answerer, Question(text=text, locale=asker.locale), answer, asker)

    def follow(self, verb: Verb, target: str, language: str, asker: Asker | None = None) -> Reply:
        """Where a button leads. With an `asker` that is a choice made, and the conversation goes on from it."""
        answerer = self._current.answerer
        match verb:
            case Verb.SOURCES if target in answerer.library.facts:
                return Reply(render_sources(target, answerer.library, language=language), language)
            case Verb.BIBLIOGRAPHY if target.isdecimal():
                return self.bibliography(language, page=int(target))
            case Verb.ENTITY | Verb.FACT:
                show = answerer.about if verb is Verb.ENTITY else answerer.show
                answer = show(target, language=language)
                if isinstance(answer, Answered):
                    return self._answered(answerer, Question(text="", locale=language), answer, asker)
        return self.notice(Notice.GONE, language)

    def complete(self, typed: str, kind: str | None, locale: str) -> tuple[Completion, ...]:
        """What `typed` may become, for autocomplete."""
        return self._current.answerer.complete(typed, kind=kind, language=self.language(locale))

    # What the bot says of itself

    def sources_of(self, name: str, asker: Asker) -> Reply:
        """The full sources of the fact with the id `name`, or of the thing that goes by `name`."""
        answerer = self._current.answerer
        language = self.language(asker.locale)
        if name in answerer.library.facts:
            return Reply(render_sources(name, answerer.library, language=language), language)
        answer = answerer.lookup(None, name, language=language)
        if isinstance(answer, Answered) and answer.entity is not None:
            return Reply(_all_sources(answer.entity, answerer.library, language), language)
        return Reply(render(answer, answerer.library), answer.language, found=isinstance(answer, Choices))

    def bibliography(self, language: str, *, page: int = 1) -> Reply:
        """A page of all sources of the base, counted from 1; one out of range is the nearest."""
        return Reply(render_bibliography(self.library, language=language, page=page), language)

    def help(self, language: str, commands: tuple[tuple[str, str], ...]) -> Reply:
        """What the base is about and how to ask; `commands` are names with what they do."""
        return Reply(render_help(self.library, language=language, commands=commands), language)

    def notice(self, notice: Notice, language: str, *, wait: float | None = None) -> Reply:
        """Something that the bot has to say for itself."""
        whole = None if wait is None else ceil(wait)
        return Reply(render_notice(notice, language=language, wait=whole), language, found=False)

    def _answered(self, answerer: Answerer, question: Question, answer: Answer, asker: Asker | None) -> Reply:
        if asker is not None and not isinstance(answer, Unknown):
            topic = answerer.topic_after(question, answer)
            self._conversations.put(asker.channel_id, asker.user_id, topic)
        return Reply(
            render(answer, answerer.library),
            answer.language,
            found=not isinstance(answer, Unknown),
            certain=isinstance(answer, Answered),
        )


def _all_sources(entity: Entity, library: Library, language: str) -> Card:
    """The full entries of all sources that the facts of `entity` rest on, each once, as many as fit."""
    say = phrases_in(language)
    numbering = Numbering(library.sources, say)
    for fact in entity.facts:
        cited = (*fact.sources, *(source for account in fact.accounts for source in account.sources))
        numbering.cite(Citation(key=citation.key) for citation in cited)
    card = Card(
        tone=Tone.PLAIN,
        title=say.sources_title,
        subtitle=in_language(entity.name, language),
        sources=numbering.lines(full=True),
    )
    return fit(card, (), say)[0]
