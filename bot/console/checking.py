"""`ispolkom check`: the problems of a pack's files, and then whether the base answers the questions that it must.

A question that fails is a warning, since the search may be at fault as well as the fact; a file of questions that
cannot be read, or that speaks of what is not in the base, is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answers import Answerer
from bot.facts import Library, Problem, Severity
from bot.storage.packs import load_pack, pack_files
from bot.trials import Examination, Finding, Suite, examine, read_questions

QUESTIONS = "questions"
"""The folder of a pack that holds its questions, where no other one is given."""

_ID = re.compile(r"\bid:\s*[\"']?([a-z0-9][a-z0-9._-]*)")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: problems in the order of files and lines, the library unless there was an error in the pack,
    and then what came of asking."""

    problems: tuple[Problem, ...]
    library: Library | None
    examination: Examination | None = None

    @property
    def errors(self) -> int:
        """How many problems keep the pack from being loaded, or questions from being asked."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def summary(self) -> str:
        """One line for people: "212 facts on 80 entities, 520 questions: 0 errors, 2 warnings, 7 known misses"."""
        counts = f"{_count(self.errors, 'error')}, {_count(len(self.problems) - self.errors, 'warning')}"
        if self.library is None or self.examination is None:
            return counts
        facts, entities = _count(len(self.library.facts), "fact"), len(self.library.entities)
        known = f", {_count(self.examination.known, 'known miss', 'known misses')}" if self.examination.known else ""
        asked = _count(self.examination.asked, "question")
        return f"{facts} on {_count(entities, 'entity', 'entities')}, {asked}: {counts}{known}"


def check(folder: Path, questions: Path | None = None) -> Report:
    """Check the pack in `folder` and ask what it must answer: the asks of its facts, and the files in `questions`.

    By default those are the files of the pack's own folder `questions`, where it has one. Every problem is in the
    report: the files of the pack by their path in `folder`, those of the questions as found from here. Nothing is
    raised for what is in the files.
    """
    reading = load_pack(folder)
    if reading.library is None:
        return Report(reading.problems, None)
    if questions is None and (folder / QUESTIONS).is_dir():
        questions = folder / QUESTIONS
    suite, problems = _suite(questions, reading.library) if questions is not None else (None, [])
    examination = examine(Answerer(reading.library), suite)
    problems += _warnings(examination.findings, folder, questions, suite)
    return Report(tuple(sorted((*reading.problems, *problems))), reading.library, examination)


def _suite(folder: Path, library: Library) -> tuple[Suite, list[Problem]]:
    """The questions in a folder, and what is wrong with its files."""
    files, unreadable = pack_files(folder)
    reading = read_questions(files, library)
    return reading.suite, [_in_questions(problem, folder) for problem in (*unreadable, *reading.problems)]


def _warnings(
    findings: Sequence[Finding], folder: Path, questions: Path | None, suite: Suite | None
) -> Iterator[Problem]:
    """What asking found: at the fact whose ask failed, or at the question in its file."""
    places = _places(folder) if findings else {}
    for finding in findings:
        rule, sentence = finding.rule, finding.sentence
        if isinstance(finding.at, str):
            file, line, column = places.get(finding.at, ("", 1, 1))
            yield Problem(file, line, column, Severity.WARNING, rule, sentence)
        elif suite is not None and questions is not None:
            place = (finding.at.file, *suite.locate(finding.at))
            yield _in_questions(Problem(*place, Severity.WARNING, rule, sentence), questions)


def _in_questions(problem: Problem, folder: Path) -> Problem:
    """A problem in a file of questions, whose folder need not lie in the pack."""
    return replace(problem, file=(folder / problem.file).as_posix())


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


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
