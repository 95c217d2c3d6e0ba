"""`ispolkom check`: the problems of a pack's files, and then whether its facts answer the questions that they must.

To add a suite of questions: a function from an answerer to `Failure`s, listed in `SUITES`. A failed question is a
warning, since the search may be at fault as well as the fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answers import Answerer
from bot.answers.model import Answer, Answered, Choices, Question, Why
from bot.facts import Library, Problem, Severity
from bot.storage.packs import load_pack

FIRST_SHOWN = 3
"""A fact has answered when it is among so many facts of the answer ..."""
FIRST_OF_OVERVIEW = 10
"""... or among so many when the answer is an overview of a day or of an entity."""

_ID = re.compile(r"\bid:\s*[\"']?([a-z0-9][a-z0-9._-]*)")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: problems in the order of files and lines, and the library unless there was an error."""

    problems: tuple[Problem, ...]
    library: Library | None

    @property
    def errors(self) -> int:
        """How many problems keep the pack from being loaded."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def summary(self) -> str:
        """One line for people: "212 facts on 80 entities: 0 errors, 2 warnings"."""
        counts = f"{_count(self.errors, 'error')}, {_count(len(self.problems) - self.errors, 'warning')}"
        if self.library is None:
            return counts
        facts, entities = len(self.library.facts), len(self.library.entities)
        return f"{_count(facts, 'fact')} on {entities} {'entity' if entities == 1 else 'entities'}: {counts}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that was not answered as it must be: the fact it belongs to, and a sentence."""

    fact_id: str
    rule: str
    sentence: str


def check(folder: Path) -> Report:
    """Check the pack in `folder`. Every problem is in the report; nothing is raised for what is in the files."""
    reading = load_pack(folder)
    problems = list(reading.problems)
    if reading.library is not None:
        answerer = Answerer(reading.library)
        failures = [failure for suite in SUITES for failure in suite(answerer)]
        places = _places(folder) if failures else {}
        problems += [_warning(failure, places) for failure in failures]
    return Report(tuple(sorted(problems)), reading.library)


def failed_asks(answerer: Answerer) -> Iterator[Failure]:
    """The `asks` of facts that another fact answers, or none."""
    for fact in answerer.library.facts.values():
        for language, asks in fact.asks.items():
            for ask in asks:
                answer = answerer.ask(Question(text=ask, locale=language))
                if not answered_by(answer, fact.id):
                    yield Failure(fact.id, "asks", f"“{ask}” {_instead(answer)}, not with `{fact.id}`")


SUITES: tuple[Callable[[Answerer], Iterator[Failure]], ...] = (failed_asks,)


def answered_by(answer: Answer, fact_id: str) -> bool:
    """Whether `answer` shows the fact among its first."""
    if not isinstance(answer, Answered):
        return False
    most = FIRST_SHOWN if answer.why is Why.FACT else FIRST_OF_OVERVIEW
    return any(ranked.fact.id == fact_id for ranked in answer.facts[:most])


def _instead(answer: Answer) -> str:
    match answer:
        case Answered(facts=(first, *_)):
            return f"is answered with `{first.fact.id}`"
        case Answered():
            return "is answered with a list"
        case Choices():
            return "is answered with a question back"
        case _:
            return "is answered with “not in the base”"


def _warning(failure: Failure, places: dict[str, tuple[str, int, int]]) -> Problem:
    file, line, column = places.get(failure.fact_id, ("", 1, 1))
    return Problem(file, line, column, Severity.WARNING, failure.rule, failure.sentence)


def _places(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Where each fact stands in the files of the pack: file, line and column, by its id.

    A source or an entity may have the same id; a fact is the one that stands farthest to the right, below its entity.
    """
    found: dict[str, tuple[str, int, int]] = {}
    for path in sorted(folder.rglob("*.y*ml")):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            for match in _ID.finditer(line):
                place = (path.relative_to(folder).as_posix(), number, match.start() + 1)
                if place[2] > found.get(match[1], ("", 0, 0))[2]:
                    found[match[1]] = place
    return found


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
