"""The decision: answer, ask back, or say that it is not in the base."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answers.model import Answer, Answered, Choices, Option, Ranked, Unknown, Why
from bot.facts import Entity, Fact, Standing
from bot.retrieval import Query, Search

FLOOR = 0.4
_ASK_BACK = 0.3
_MOST_SHOWN = 3
_MOST_CHOICES = 4
_MOST_NEAREST = 3
_CLOSE = 0.6


def decide(
    search: Search,
    *,
    language: str,
    related: Callable[[Sequence[Ranked]], tuple[Entity, ...]],
    believes: Callable[[Query, Fact], bool],
) -> Answer:
    """The answer that a search gives. `believes` tells whether a question supposes what a misconception claims.

    At FLOOR and above the best fact is answered, with those that score about as much; but one repaired word is no
    ground for an answer. Just below it, when several entities are about equally near, the bot asks back; else the base
    does not have it.
    """
    ranked = tuple(Ranked(fact=hit.fact, entity=hit.entity, score=hit.score) for hit in search.hits)
    guess = _is_a_guess(search.query)
    if ranked and search.confidence >= FLOOR and not guess:
        shown = _company(ranked)
        return Answered(
            language=language,
            confidence=search.confidence,
            why=Why.FACT,
            facts=shown,
            yes_no=search.query.yes_no and believes(search.query, shown[0].fact),
            related=related(shown),
            ranked=ranked,
        )
    options = _options(ranked)
    if search.confidence >= _ASK_BACK and len(options) > 1 and not guess:
        return Choices(language=language, confidence=search.confidence, options=options, ranked=ranked)
    nearest = tuple({r.entity.id: r.entity for r in ranked[:10]}.values())[:_MOST_NEAREST]
    return Unknown(language=language, confidence=search.confidence, nearest=nearest, ranked=ranked)


def _is_a_guess(query: Query) -> bool:
    """Whether a question meets the base in one word only, and that by a repair of its spelling which makes no name."""
    known = [group for group in query.groups if group.sure]
    return not query.named and len(known) == 1 and known[0].sure < 1


def _company(ranked: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """The best fact and those close behind it; a misconception about the matter is never left out of them."""
    best = ranked[0]
    close = [r for r in ranked[1:8] if best.score - r.score <= _CLOSE]
    close.sort(key=lambda r: r.fact.standing is not Standing.MISCONCEPTION)
    return (best, *close[: _MOST_SHOWN - 1])


def _options(ranked: Sequence[Ranked]) -> tuple[Option, ...]:
    """The facts that a question may have meant, one an entity."""
    close = [r for r in ranked[:10] if ranked[0].score - r.score <= 2 * _CLOSE]
    firsts = {r.entity.id: r for r in reversed(close)}
    kept = [r for r in close if firsts[r.entity.id] is r]
    return tuple(Option(entity=r.entity, fact=r.fact) for r in kept[:_MOST_CHOICES])
