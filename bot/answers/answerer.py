"""The answerer: from a question to an answer, over one immutable base.

The most certain ways are tried first, the shortcuts: a bare date, a list of a kind, a bare name; then comes the inquiry
by search.
"""

from __future__ import annotations

from bot.answers.composer import Composer
from bot.answers.lookups import Lookups
from bot.answers.model import Answer, Answered, Completion, Missing, Question, Topic, Unknown
from bot.answers.ways import Inquiry, Shortcuts, topic_after
from bot.dates import find_dates
from bot.facts import Library
from bot.retrieval import Index, Searcher
from bot.retrieval.text import language_of


class Answerer:
    """Answers questions from one library, by its index; nothing changes after it is built."""

    def __init__(self, library: Library, index: Index | None = None) -> None:
        """Without an `index` of the library, one is built."""
        self.library = library
        self.searcher = Searcher(index or Index(library))
        self._composer = Composer(library, self.searcher.index.days)
        self._lookups = Lookups(library, self.searcher.index.names)
        self._shortcuts = Shortcuts(self.searcher.index, self._composer, self._lookups)
        self._inquiry = Inquiry(self.searcher, self._composer)

    def ask(self, question: Question) -> Answer:
        """The answer to a question in a person's own words. Any text gets one."""
        language = language_of(question.text, self.library.pack.languages, question.locale)
        query = self.searcher.analyse(question.text)
        if not query.tokens and not query.dates:
            return Unknown(language=language, confidence=0.0, reason=Missing.EMPTY)
        return self._shortcuts.answer(query, language) or self._inquiry.answer(question, query, language)

    def topic_after(self, question: Question, answer: Answer) -> Topic:
        """What the conversation is about once `answer` has been given."""
        return topic_after(question, answer)

    def about(self, entity_id: str, *, language: str) -> Answered | Unknown:
        """All about one entity; unknown when the base has it no more."""
        entity = self.library.entities.get(entity_id)
        if entity is None:
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_NAME)
        return self._composer.all_about(entity, language, confidence=1.0)

    def show(self, fact_id: str, *, language: str) -> Answered | Unknown:
        """One fact; unknown when the base has it no more."""
        if fact_id not in self.library.facts:
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_NAME)
        return self._composer.one_fact(fact_id, language)

    def lookup(self, kind: str | None, name: str, *, language: str) -> Answer:
        """An entity of a kind (None: of any) by its id, number, name, alias, transliteration or misspelt name."""
        matches = self._lookups.find(kind, name)
        if not matches:
            nearest = tuple(match.entity for match in self._lookups.near(kind, name))
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_NAME, nearest=nearest)
        if len(matches) == 1:
            return self._composer.all_about(matches[0].entity, language, confidence=matches[0].score)
        return self._composer.which([match.entity for match in matches], language, confidence=matches[0].score / 2)

    def on_day(self, text: str, *, language: str) -> Answered | Unknown:
        """What the base tells of a day, a month or a season, given as people write dates."""
        pack = self.library.pack
        mentions = find_dates(text, rule=self.library.rule, default_year=pack.default_year)
        if not mentions:
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_DAY)
        return self._composer.of_days(mentions[0].readings, language)

    def complete(
        self, typed: str, *, kind: str | None = None, language: str = "en", limit: int = 25
    ) -> tuple[Completion, ...]:
        """Lines of autocomplete for what was typed so far; the kind's foremost for nothing typed."""
        return self._lookups.complete(typed, kind=kind, language=language, limit=limit)
