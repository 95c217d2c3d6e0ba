"""Answers put together: facts and entities of the library in, an answer as a value out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.days import news_of
from bot.answers.model import Answered, Choices, Missing, Option, Ranked, Unknown, Why
from bot.dates import HistoricalDate
from bot.facts import Entity, Library
from bot.retrieval.index import Days

CERTAIN = 0.97
"""The confidence of an answer to a question that names what it wants, and does so correctly."""

RANKED = 50
"""As many of the best facts come with an answer, shown or not."""

_MOST_OF_A_DAY = 24
_MOST_CHOICES = 4


class Composer:
    """Puts answers together from the facts and entities of one library; it says nothing of its own."""

    def __init__(self, library: Library, days: Days) -> None:
        self._library = library
        self._days = days

    def of_days(self, readings: Sequence[HistoricalDate], language: str) -> Answered | Unknown:
        """What happened at a time, by each of its readings; unknown when the base tells nothing of it."""
        facts = [fact for reading in readings for fact in news_of(reading, self._library, self._days)]
        found = tuple(self.ranked(dict.fromkeys(fact.id for fact in facts)))[:_MOST_OF_A_DAY]
        if not found:
            return Unknown(
                language=language, confidence=0.0, reason=Missing.QUIET_DAY, dates=tuple(readings), ranked=()
            )
        return Answered(
            language=language, confidence=CERTAIN, why=Why.DAY, facts=found, dates=tuple(readings), ranked=found
        )

    def members(self, kind: str, entities: tuple[Entity, ...], language: str) -> Answered:
        """The members of a kind, in the order given."""
        ranked = tuple(self.ranked(entity.facts[0].id for entity in entities))[:RANKED]
        return Answered(
            language=language,
            confidence=CERTAIN,
            why=Why.LIST,
            facts=(),
            entities=entities,
            kind=kind,
            ranked=ranked,
        )

    def ranked(self, fact_ids: Iterable[str]) -> Iterable[Ranked]:
        """Facts in the order given, with scores that fall along it."""
        for place, fact_id in enumerate(fact_ids):
            yield Ranked(
                fact=self._library.facts[fact_id], entity=self._library.entity_of(fact_id), score=1.0 / (1 + place)
            )

    def all_about(self, entity: Entity, language: str, *, confidence: float) -> Answered:
        """All about one entity: its own facts, then those elsewhere that speak of it."""
        facts = tuple(self.ranked(fact.id for fact in self._library.about(entity.id)))
        return Answered(
            language=language,
            confidence=confidence,
            why=Why.ENTITY,
            facts=facts,
            entity=entity,
            related=self._library.related(entity.id),
            ranked=facts[:RANKED],
        )

    def one_fact(self, fact_id: str, language: str) -> Answered:
        """One fact by itself. Raises KeyError when the library has it not."""
        found = tuple(self.ranked([fact_id]))
        return Answered(
            language=language, confidence=1.0, why=Why.FACT, facts=found, related=self.related(found), ranked=found
        )

    def related(self, facts: Sequence[Ranked]) -> tuple[Entity, ...]:
        """The entities to go on with after some facts: their own, those they speak of, and their relations."""
        linked = [r.entity for r in facts]
        linked += [self._library.entities[at] for r in facts for at in r.fact.about if at in self._library.entities]
        linked += [near for r in facts[:1] for near in self._library.related(r.entity.id)]
        return tuple({entity.id: entity for entity in linked}.values())

    def which(self, entities: Sequence[Entity], language: str, *, confidence: float) -> Choices:
        """Which of some entities was meant? The first four are asked back with."""
        ranked = tuple(self.ranked(entity.facts[0].id for entity in entities))
        options = tuple(Option(entity=entity) for entity in entities[:_MOST_CHOICES])
        return Choices(language=language, confidence=confidence, options=options, ranked=ranked)
