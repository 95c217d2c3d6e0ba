"""All questions put to a base: the asks of its facts, and the curators' files with what they know to fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers import Answerer
from bot.facts.checks import Placed, Spot
from bot.trials.model import KnownMiss
from bot.trials.reading import Suite
from bot.trials.trial import Outcome, asks_of, try_conversation, try_question


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: where (at a fact, by its id, or in the questions), the rule that says so, and a sentence."""

    at: str | Spot
    rule: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of asking: how many questions there were, how many of the known misses still fail, and the findings."""

    asked: int
    known: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Tried:
    """A question with its outcome, the question before it in its conversation, and where it is written."""

    outcome: Outcome
    after: str | None
    at: str | Spot

    @property
    def key(self) -> tuple[str, str | None]:
        return self.outcome.expectation.ask, self.after


def examine(answerer: Answerer, suite: Suite | None = None) -> Examination:
    """Ask all. A question that fails is a finding unless it is known to fail; so is a known miss that is none."""
    tried = [*_asks(answerer), *(_questions(answerer, suite) if suite is not None else ())]
    known = suite.known if suite is not None else ()
    expected = {_key(miss) for miss in known}
    missed = [each for each in tried if not each.outcome.passed]
    findings = [_failure(each) for each in missed if each.key not in expected]
    findings += _outdated(known, tried, missed)
    return Examination(len(tried), len(missed) - sum(each.key not in expected for each in missed), tuple(findings))


def _asks(answerer: Answerer) -> Iterator[_Tried]:
    for fact_id, expectation in asks_of(answerer.library):
        yield _Tried(try_question(answerer, expectation), None, fact_id)


def _questions(answerer: Answerer, suite: Suite) -> Iterator[_Tried]:
    for conversation in suite.conversations:
        after: str | None = None
        outcomes = try_conversation(answerer, (question.value for question in conversation))
        for question, outcome in zip(conversation, outcomes, strict=True):
            yield _Tried(outcome, after, question.at("ask"))
            after = question.value.ask


def _failure(tried: _Tried) -> Finding:
    return Finding(tried.at, "asks" if isinstance(tried.at, str) else "missed-question", tried.outcome.sentence)


def _outdated(
    known: Sequence[Placed[KnownMiss]], tried: Sequence[_Tried], missed: Sequence[_Tried]
) -> Iterator[Finding]:
    """Known misses of questions that pass, that nobody asks, or that are listed already."""
    asked = {each.key for each in tried}
    failing = {each.key for each in missed}
    seen: set[tuple[str, str | None]] = set()
    for miss in known:
        key = _key(miss)
        if key not in asked:
            sentence = (
                f"nobody asks “{miss.value.ask}” so; take it off the list, or write it as the question is written"
            )
            yield Finding(miss.at("ask"), "unasked-miss", sentence)
        elif key not in failing:
            yield Finding(miss.at("ask"), "outdated-miss", f"“{miss.value.ask}” passes now; take it off the list")
        elif key in seen:
            yield Finding(miss.at("ask"), "outdated-miss", f"“{miss.value.ask}” is listed already; delete one of them")
        seen.add(key)


def _key(miss: Placed[KnownMiss]) -> tuple[str, str | None]:
    return miss.value.ask, miss.value.after
