"""Shortcuts: questions that need no search, since they are a bare date, a list of a kind, or a bare name."""

from __future__ import annotations

from bot.answers.composer import CERTAIN, Composer
from bot.answers.lookups import Lookups
from bot.answers.model import Answer, Answered
from bot.answers.ways.kinds import KindWords
from bot.retrieval import Asked, Index, Query
from bot.retrieval.text import of_all, words

_SHOWN_OF_MANY = 8  # facts that a card of many surely has room for


class Shortcuts:
    """Answers the questions that say outright what they want; passes on all others."""

    def __init__(self, index: Index, composer: Composer, lookups: Lookups) -> None:
        self._index = index
        self._library = index.library
        self._composer = composer
        self._lookups = lookups
        self._kinds = KindWords(self._library, index.stemmer)
        codes = self._library.pack.languages
        self._list_words = of_all(codes, lambda language: language.list_words)
        self._happening = of_all(codes, lambda language: language.happening)
        self._spoken_of = of_all(codes, lambda language: language.spoken_of)

    def answer(self, query: Query, language: str) -> Answer | None:
        """The answer of the first way that has one and keeps what a curator foresaw; None when it takes a search."""
        answers = (way(query, language) for way in (self._day, self._list, self._name))
        return next((answer for answer in answers if answer and self._tells_what_was_foreseen(query, answer)), None)

    def _tells_what_was_foreseen(self, query: Query, answer: Answer) -> bool:
        """Whether an answer shows the fact that a curator wrote this very question for; true when nobody did."""
        foreseen = self._index.asked_in_words(query.wording)
        if not foreseen or not isinstance(answer, Answered):
            return not foreseen
        facts = {self._index.rows[row][0].id for row in foreseen}
        shown = {ranked.fact.id for ranked in answer.facts[:_SHOWN_OF_MANY]}
        shown |= {entity.facts[0].id for entity in answer.entities}
        return not shown.isdisjoint(facts)

    def _day(self, query: Query, language: str) -> Answer | None:
        """A question that is only a date, or asks what happened then."""
        passed_over = self._happening | _words_of_dates(query)
        if not query.dates or query.named or any(group.word not in passed_over for group in query.groups):
            return None
        if query.asked not in (Asked.WHAT, Asked.NOTHING) and query.groups:
            return None
        readings = query.dates[0].readings
        return self._composer.of_days(readings, language) if readings else None

    def _list(self, query: Query, language: str) -> Answer | None:
        """A question for all members of a kind: "list the parties", "which orders are there"."""
        passed_over = self._list_words | _words_of_dates(query)
        content = [group.word for group in query.groups if group.word not in passed_over]
        kinds = {self._kinds.kind_of(word) for word in content}
        if len(kinds) != 1 or (kind := kinds.pop()) is None or query.numbers or self._names_a_time(query):
            return None
        alone = query.asked is Asked.NOTHING and len(content) == 1
        plural = query.asked in (Asked.WHAT, Asked.NOTHING, Asked.WHO) and any(map(self._kinds.is_plural, content))
        wants_all = alone or plural
        if not wants_all and not self._list_words.intersection(query.tokens):
            return None
        members = self._lookups.foremost(kind)
        return self._composer.members(kind, members, language) if members else None

    def _names_a_time(self, query: Query) -> bool:
        """Whether a question is about a time of its own, and not just the year that the whole base is about."""
        year = str(self._library.pack.default_year)
        return any(reading.edtf != year for mention in query.dates for reading in mention.readings)

    def _name(self, query: Query, language: str) -> Answer | None:
        """A question that is only a name, or asks who or what that is."""
        if query.asked not in (Asked.WHAT, Asked.WHO, Asked.NOTHING) or query.yes_no or not query.spans or query.dates:
            return None
        widest = max(query.spans, key=lambda span: span.end - span.start)
        inside = set(query.tokens[widest.start : widest.end])
        rest = [g.word for g in query.groups if g.word not in inside and g.repaired not in inside]
        kinds = {self._kinds.kind_of(word) for word in rest if word not in self._spoken_of}
        entities = [self._library.entities[at] for at in widest.entities]
        # "the town of Visby" is only a name; "the mayor of Visby" asks for something else.
        entities = [entity for entity in entities if kinds <= {entity.kind}]
        if not entities:
            return None
        sure = min((g.sure for g in query.groups), default=1.0)
        if len(entities) == 1:
            return self._composer.all_about(entities[0], language, confidence=CERTAIN * sure)
        return self._composer.which(entities, language, confidence=0.5 * sure)


def _words_of_dates(query: Query) -> frozenset[str]:
    return frozenset(word for mention in query.dates for word in words(mention.text))
