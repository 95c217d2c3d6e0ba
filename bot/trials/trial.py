"""One question put to the answerer, and whether the answer is what a curator expects.

The curators' questions and the `asks` of facts are tried in the same way: an ask is a question whose answer must show
its fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.answers import Answer, Answered, Answerer, Choices, Question, Topic, Why
from bot.facts import Fact, Library
from bot.trials.model import Expectation

FIRST_OF_OVERVIEW = 10
"""Of an overview of a day or of an entity so many facts count as shown; a card has room for about as many."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question that was tried, and the answer that it got."""

    expectation: Expectation
    answer: Answer

    @property
    def passed(self) -> bool:
        """Whether the answer is what it must be."""
        return meets(self.answer, self.expectation)

    @property
    def sentence(self) -> str:
        """What came and what should have come, for a person to judge."""
        return f"“{self.expectation.ask}” {_came(self.answer)}{_wanted(self.expectation)}"


def try_question(answerer: Answerer, expectation: Expectation, topic: Topic | None = None) -> Outcome:
    """Ask a question as people would, out of the blue or with the topic of a conversation."""
    return Outcome(expectation, answerer.ask(_question(answerer, expectation, topic)))


def try_conversation(answerer: Answerer, expectations: Iterable[Expectation]) -> Iterator[Outcome]:
    """Ask questions one after another, each going on from the one before."""
    topic = Topic()
    for expectation in expectations:
        outcome = try_question(answerer, expectation, topic)
        topic = answerer.topic_after(_question(answerer, expectation, topic), outcome.answer)
        yield outcome


def asks_of(library: Library) -> Iterator[tuple[str, Expectation]]:
    """The `asks` of all facts as questions, each with the id of its fact."""
    for fact in library.facts.values():
        for language, asks in fact.asks.items():
            for ask in asks:
                yield fact.id, Expectation(ask=ask, shows=(fact.id,), locale=language)


def shown(answer: Answer) -> tuple[Fact, ...]:
    """The facts that an answer shows at first sight; a list shows its members' lead facts. None when not answered."""
    match answer:
        case Answered(why=Why.FACT):
            return tuple(ranked.fact for ranked in answer.facts)
        case Answered(why=Why.LIST):
            return (*(ranked.fact for ranked in answer.facts), *(member.facts[0] for member in answer.entities))
        case Answered():
            return tuple(ranked.fact for ranked in answer.facts[:FIRST_OF_OVERVIEW])
    return ()


def meets(answer: Answer, expectation: Expectation) -> bool:
    """Whether all that is expected of an answer holds."""
    facts = [fact.id for fact in shown(answer)]
    holds = True
    if expectation.wants_nothing:
        holds = not isinstance(answer, Answered)
    elif expectation.shows is not None:
        holds = any(fact in facts for fact in expectation.shows)
    if expectation.first is not None:
        holds = holds and facts[:1] == [expectation.first]
    if expectation.lists is not None:
        holds = holds and isinstance(answer, Answered) and answer.why is Why.LIST and answer.kind == expectation.lists
    if expectation.asks_back is not None:
        holds = isinstance(answer, Choices) and set(expectation.asks_back) <= {
            each.entity.id for each in answer.options
        }
    return holds and expectation.language in (None, answer.language)


def _question(answerer: Answerer, expectation: Expectation, topic: Topic | None) -> Question:
    locale = expectation.locale or answerer.library.pack.languages[0]
    return Question(text=expectation.ask, locale=locale, topic=topic or Topic())


def _came(answer: Answer) -> str:
    match answer:
        case Answered(why=Why.LIST, kind=kind):
            return f"is answered with a list of `{kind}`"
        case Answered(why=Why.ENTITY, entity=entity) if entity is not None:
            return f"is answered with all about `{entity.id}`"
        case Answered():
            return f"is answered with {', '.join(f'`{fact.id}`' for fact in shown(answer)[:3])}"
        case Choices(options=options):
            return f"is asked back: {', '.join(f'`{option.entity.id}`' for option in options)}"
    return "is answered with “not in the base”"


def _wanted(expectation: Expectation) -> str:
    wanted: list[str] = []
    if expectation.wants_nothing:
        wanted.append("the base does not answer it")
    elif expectation.shows is not None:
        wanted.append(f"{' or '.join(f'`{fact}`' for fact in expectation.shows)} must be shown")
    if expectation.first is not None:
        wanted.append(f"`{expectation.first}` must come first")
    if expectation.lists is not None:
        wanted.append(f"`{expectation.lists}` must be listed")
    if expectation.asks_back is not None:
        wanted.append(f"it must be asked back with {', '.join(f'`{entity}`' for entity in expectation.asks_back)}")
    if expectation.language is not None:
        wanted.append(f"the answer must be in `{expectation.language}`")
    return f"; {', and '.join(wanted)}"
