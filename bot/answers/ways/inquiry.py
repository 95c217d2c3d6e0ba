"""Inquiry: the way through the search, with the topic of the conversation in mind."""

from __future__ import annotations

from bot.answers.composer import RANKED, Composer
from bot.answers.model import Answer, Question
from bot.answers.ways.conversation import leans_on_topic, points_back, spelt_out
from bot.answers.ways.decision import FLOOR, decide
from bot.facts import Fact
from bot.retrieval import Query, Search, Searcher, Wanted
from bot.retrieval.text import of_all, words

_EARLIER = 0.1  # of confidence, that each earlier topic must be surer than the next one
_SAME_CLAIM = 0.75  # of the weight of a question's words that stand in the claim


class Inquiry:
    """Searches for a question and decides on what was found."""

    def __init__(self, searcher: Searcher, composer: Composer) -> None:
        self._searcher = searcher
        self._library = searcher.index.library
        self._composer = composer
        self._negations = of_all(self._library.pack.languages, lambda language: language.negations)

    def answer(self, question: Question, query: Query, language: str) -> Answer:
        """The answer to a question, whose analysis is `query`."""
        search = self._searcher.search(query, limit=RANKED)
        if leans_on_topic(question, query, self._library.pack.languages):
            spelt = [self._searcher.analyse(text) for text in spelt_out(question, self._library, language)]
            topic = question.topic.entities
            leaning = [self._searcher.search(query, topic=topic, limit=RANKED) for query in spelt]
            # The topic spoken of last is the likeliest; an earlier one must be clearly surer.
            best = max(leaning, key=lambda found: found.confidence - _EARLIER * leaning.index(found), default=search)
            if best.confidence >= min(FLOOR, search.confidence) and self._meets(query, best):
                search = best
        return decide(search, language=language, related=self._composer.related, believes=self._believes)

    def _meets(self, query: Query, leaning: Search) -> bool:
        """Whether a follow-up is about what was found, since the topic's name alone would find anything.

        It points back with a pronoun, has no words but those of a question, or has one of its own in the fact.
        """
        if not leaning.hits:
            return False
        if not query.groups or points_back(query.text, self._library.pack.languages):
            return True
        return Wanted(query.groups).held(self._searcher.index.terms_of(leaning.hits[0].row)) > 0

    def _believes(self, query: Query, fact: Fact) -> bool:
        """Whether a question supposes the very claim of a misconception, so that "No." is its answer."""
        if fact.claim is None or self._negations.intersection(words(query.text)):
            return False
        find = self._searcher.index.vocabulary.find
        wanted = Wanted(query.groups)
        held = (
            wanted.held(term for word in words(claim) if (term := find(word)) is not None)
            for claim in fact.claim.values()
        )
        return max(held) >= _SAME_CLAIM * query.mass
