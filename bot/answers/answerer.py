"""The answerer: from a question to an answer, over one immutable base.

The ways to an answer are tried in order, the most certain first: a bare date, a list of a kind, a bare name, and then
the search. Each either answers or passes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.conversation import leans_on_topic, points_back, spelt_out, topic_after
from bot.answers.days import news_of
from bot.answers.decision import FLOOR, decide
from bot.answers.kinds import KindWords
from bot.answers.lookups import Lookups
from bot.answers.model import (
    Answer,
    Answered,
    Choices,
    Completion,
    Missing,
    Option,
    Question,
    Ranked,
    Topic,
    Unknown,
    Why,
)
from bot.dates import HistoricalDate, find_dates
from bot.facts import Entity, Fact, Library
from bot.retrieval import Asked, Index, Query, Search, Searcher, Wanted
from bot.retrieval.text import language_of, speak, words

_RANKED = 50
_MOST_OF_A_DAY = 24
_MOST_CHOICES = 4
_SHOWN_OF_MANY = 8  # facts that a card of many surely has room for
_CERTAIN = 0.97
_EARLIER = 0.1
_SAME_CLAIM = 0.75  # of the weight of a question's words that stand in the claim


class Answerer:
    """Answers questions from one library, by its index; nothing changes after it is built."""

    def __init__(self, library: Library, index: Index | None = None) -> None:
        """Without an `index` of the library, one is built."""
        self.library = library
        self.searcher = Searcher(index or Index(library))
        self._lookups = Lookups(library, self.searcher.index.names)
        self._kinds = KindWords(library, self.searcher.index.stemmer)
        spoken = [speak(code) for code in library.pack.languages]
        self._list_words = frozenset().union(*(language.list_words for language in spoken))
        self._happening = frozenset().union(*(language.happening for language in spoken))
        self._negations = frozenset().union(*(language.negations for language in spoken))
        self._spoken_of = frozenset().union(*(language.spoken_of for language in spoken))

    # ---- questions ----------------------------------------------------------------------------

    def ask(self, question: Question) -> Answer:
        """The answer to a question in a person's own words. Any text gets one."""
        language = language_of(question.text, self.library.pack.languages, question.locale)
        query = self.searcher.analyse(question.text)
        if not query.tokens and not query.dates:
            return Unknown(language=language, confidence=0.0, reason=Missing.EMPTY)
        ways = (self._day, self._list, self._name)
        answers = (way(query, language) for way in ways)
        fitting = (answer for answer in answers if answer is not None and self._tells_what_was_foreseen(query, answer))
        return next(fitting, None) or self._search(question, query, language)

    def _tells_what_was_foreseen(self, query: Query, answer: Answer) -> bool:
        """Whether an answer shows the fact that a curator wrote this very question for; true when nobody did."""
        foreseen = self.searcher.index.asked_in_words(query.wording)
        if not foreseen or not isinstance(answer, Answered):
            return not foreseen
        facts = {self.searcher.index.rows[row][0].id for row in foreseen}
        shown = {ranked.fact.id for ranked in answer.facts[:_SHOWN_OF_MANY]}
        shown |= {entity.facts[0].id for entity in answer.entities}
        return not shown.isdisjoint(facts)

    def topic_after(self, question: Question, answer: Answer) -> Topic:
        """What the conversation is about once `answer` has been given."""
        return topic_after(question, answer)

    def _day(self, query: Query, language: str) -> Answer | None:
        """A question that is only a date, or asks what happened then."""
        in_dates = {word for mention in query.dates for word in words(mention.text)}
        if not query.dates or query.named or any(g.word not in self._happening | in_dates for g in query.groups):
            return None
        if query.asked not in (Asked.WHAT, Asked.NOTHING) and query.groups:
            return None
        readings = query.dates[0].readings
        return self._of_days(readings, language) if readings else None

    def _of_days(self, readings: Sequence[HistoricalDate], language: str) -> Answered | Unknown:
        facts = [fact for reading in readings for fact in news_of(reading, self.library, self.searcher.index.days)]
        found = tuple(self._ranked(dict.fromkeys(fact.id for fact in facts)))[:_MOST_OF_A_DAY]
        if not found:
            return Unknown(
                language=language, confidence=0.0, reason=Missing.QUIET_DAY, dates=tuple(readings), ranked=()
            )
        return Answered(
            language=language, confidence=_CERTAIN, why=Why.DAY, facts=found, dates=tuple(readings), ranked=found
        )

    def _list(self, query: Query, language: str) -> Answer | None:
        """A question for all members of a kind: "list the parties", "which orders are there"."""
        in_dates = {word for mention in query.dates for word in words(mention.text)}
        passed_over = self._list_words | in_dates
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
        facts = tuple(self._ranked(member.facts[0].id for member in members))
        return (
            Answered(
                language=language,
                confidence=_CERTAIN,
                why=Why.LIST,
                facts=(),
                entities=members,
                kind=kind,
                ranked=facts[:_RANKED],
            )
            if members
            else None
        )

    def _names_a_time(self, query: Query) -> bool:
        """Whether a question is about a time of its own, and not just the year that the whole base is about."""
        year = str(self.library.pack.default_year)
        return any(reading.edtf != year for mention in query.dates for reading in mention.readings)

    def _name(self, query: Query, language: str) -> Answer | None:
        """A question that is only a name, or asks who or what that is."""
        if query.asked not in (Asked.WHAT, Asked.WHO, Asked.NOTHING) or query.yes_no or not query.spans or query.dates:
            return None
        widest = max(query.spans, key=lambda span: span.end - span.start)
        inside = set(query.tokens[widest.start : widest.end])
        rest = [g.word for g in query.groups if g.word not in inside and g.repaired not in inside]
        kinds = {self._kinds.kind_of(word) for word in rest if word not in self._spoken_of}
        entities = [self.library.entities[at] for at in widest.entities]
        # "the town of Visby" is only a name; "the mayor of Visby" asks for something else.
        entities = [entity for entity in entities if kinds <= {entity.kind}]
        if not entities:
            return None
        sure = min((g.sure for g in query.groups), default=1.0)
        if len(entities) == 1:
            return self._all_about(entities[0], language, confidence=_CERTAIN * sure)
        return self._which(entities, language, confidence=0.5 * sure)

    def _search(self, question: Question, query: Query, language: str) -> Answer:
        search = self.searcher.search(query, limit=_RANKED)
        if leans_on_topic(question, query, self.library.pack.languages):
            spelt = [self.searcher.analyse(text) for text in spelt_out(question, self.library, language)]
            topic = question.topic.entities
            leaning = [self.searcher.search(query, topic=topic, limit=_RANKED) for query in spelt]
            # The topic spoken of last is the likeliest; an earlier one must be clearly surer.
            best = max(leaning, key=lambda found: found.confidence - _EARLIER * leaning.index(found), default=search)
            if best.confidence >= min(FLOOR, search.confidence) and self._meets(query, best):
                search = best
        return decide(search, language=language, related=self._related, believes=self._believes)

    def _meets(self, query: Query, leaning: Search) -> bool:
        """Whether a follow-up is about what was found, since the topic's name alone would find anything.

        It points back with a pronoun, has no words but those of a question, or has one of its own in the fact.
        """
        if not leaning.hits:
            return False
        if not query.groups or points_back(query.text, self.library.pack.languages):
            return True
        return Wanted(query.groups).held(self.searcher.index.terms_of(leaning.hits[0].row)) > 0

    def _believes(self, query: Query, fact: Fact) -> bool:
        """Whether a question supposes the very claim of a misconception, so that "No." is its answer."""
        if fact.claim is None or self._negations.intersection(words(query.text)):
            return False
        find = self.searcher.index.vocabulary.find
        wanted = Wanted(query.groups)
        held = (
            wanted.held(term for word in words(claim) if (term := find(word)) is not None)
            for claim in fact.claim.values()
        )
        return max(held) >= _SAME_CLAIM * query.mass

    # ---- look-ups -----------------------------------------------------------------------------

    def about(self, entity_id: str, *, language: str) -> Answered | Unknown:
        """All about one entity; unknown when the base has it no more."""
        entity = self.library.entities.get(entity_id)
        if entity is None:
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_NAME)
        return self._all_about(entity, language, confidence=1.0)

    def show(self, fact_id: str, *, language: str) -> Answered | Unknown:
        """One fact; unknown when the base has it no more."""
        if fact_id not in self.library.facts:
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_NAME)
        found = tuple(self._ranked([fact_id]))
        return Answered(
            language=language, confidence=1.0, why=Why.FACT, facts=found, related=self._related(found), ranked=found
        )

    def lookup(self, kind: str | None, name: str, *, language: str) -> Answer:
        """An entity of a kind (None: of any) by its id, number, name, alias, transliteration or misspelt name."""
        matches = self._lookups.find(kind, name)
        if not matches:
            nearest = tuple(match.entity for match in self._lookups.near(kind, name))
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_NAME, nearest=nearest)
        if len(matches) == 1:
            return self._all_about(matches[0].entity, language, confidence=matches[0].score)
        return self._which([match.entity for match in matches], language, confidence=matches[0].score / 2)

    def on_day(self, text: str, *, language: str) -> Answered | Unknown:
        """What the base tells of a day, a month or a season, given as people write dates."""
        pack = self.library.pack
        mentions = find_dates(text, rule=self.library.rule, default_year=pack.default_year)
        if not mentions:
            return Unknown(language=language, confidence=0.0, reason=Missing.NO_SUCH_DAY)
        return self._of_days(mentions[0].readings, language)

    def complete(
        self, typed: str, *, kind: str | None = None, language: str = "en", limit: int = 25
    ) -> tuple[Completion, ...]:
        """Lines of autocomplete for what was typed so far; the kind's foremost for nothing typed."""
        return self._lookups.complete(typed, kind=kind, language=language, limit=limit)

    # ---- shared -------------------------------------------------------------------------------

    def _ranked(self, fact_ids: Iterable[str]) -> Iterable[Ranked]:
        for place, fact_id in enumerate(fact_ids):
            yield Ranked(
                fact=self.library.facts[fact_id], entity=self.library.entity_of(fact_id), score=1.0 / (1 + place)
            )

    def _all_about(self, entity: Entity, language: str, *, confidence: float) -> Answered:
        facts = tuple(self._ranked(fact.id for fact in self._in_order(entity)))
        return Answered(
            language=language,
            confidence=confidence,
            why=Why.ENTITY,
            facts=facts,
            entity=entity,
            related=self.library.related(entity.id),
            ranked=facts[:_RANKED],
        )

    def _in_order(self, entity: Entity) -> Sequence[Fact]:
        return self.library.about(entity.id)

    def _related(self, facts: Sequence[Ranked]) -> tuple[Entity, ...]:
        """The entities to go on with after some facts: their own, those they speak of, and their relations."""
        linked = [r.entity for r in facts]
        linked += [self.library.entities[at] for r in facts for at in r.fact.about if at in self.library.entities]
        linked += [near for r in facts[:1] for near in self.library.related(r.entity.id)]
        return tuple({entity.id: entity for entity in linked}.values())

    def _which(self, entities: Sequence[Entity], language: str, *, confidence: float) -> Choices:
        ranked = tuple(self._ranked(entity.facts[0].id for entity in entities))
        options = tuple(Option(entity=entity) for entity in entities[:_MOST_CHOICES])
        return Choices(language=language, confidence=confidence, options=options, ranked=ranked)
