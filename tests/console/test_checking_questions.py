"""`check` with the questions of a folder: where their problems are said to be, and what counts as an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.console.checking import Report, check
from bot.facts import Problem, Severity
from tests.packs import edited, write

GOOD = "- {ask: when was visby taken, shows: sack-of-visby-lead}\n"
FAILS = "- {ask: how do i bake bread, shows: sack-of-visby-lead}\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write(tmp_path / "pack")


RULES = {"missed-question", "outdated-miss", "unasked-miss", "asks"}


def failures(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.rule in RULES]


def questions(folder: Path, **files: str) -> Path:
    return write(folder, {f"{stem}.yaml": text for stem, text in files.items()})


def test_the_questions_of_a_folder_are_asked_beside_those_of_the_facts(pack: Path, tmp_path: Path) -> None:
    alone = check(pack)
    report = check(pack, questions(tmp_path / "questions", towns=GOOD))
    assert alone.examination is not None
    assert report.examination is not None
    assert report.examination.asked == alone.examination.asked + 1
    assert report.problems == alone.problems
    assert f"facts on 16 entities, {report.examination.asked} questions: 0 errors" in report.summary


def test_a_question_that_fails_is_a_warning_in_its_file(pack: Path, tmp_path: Path) -> None:
    folder = questions(tmp_path / "elsewhere", towns=GOOD + FAILS)
    (problem,) = failures(check(pack, folder))
    assert (problem.severity, problem.rule) == (Severity.WARNING, "missed-question")
    assert (problem.file, problem.line, problem.column) == ((folder / "towns.yaml").as_posix(), 2, 9)


def test_the_questions_of_the_pack_itself_are_found(pack: Path) -> None:
    questions(pack / "questions", towns=FAILS)
    (problem,) = failures(check(pack))
    assert problem.file == (pack / "questions" / "towns.yaml").as_posix()


def test_known_misses_are_counted(pack: Path, tmp_path: Path) -> None:
    known = "- {ask: how do i bake bread, reason: nobody baked}\n"
    report = check(pack, questions(tmp_path / "questions", towns=FAILS, known_misses=known))
    assert failures(report) == []
    assert report.summary.endswith(", 1 known miss")


def test_questions_on_what_is_not_in_the_base_are_errors(pack: Path, tmp_path: Path) -> None:
    report = check(pack, questions(tmp_path / "questions", towns=GOOD.replace("visby-lead", "visbi-lead")))
    errors = [problem.rule for problem in report.problems if problem.severity is Severity.ERROR]
    assert errors == ["dangling-reference"]
    assert report.errors == 1


def test_nothing_is_asked_of_a_pack_with_errors(tmp_path: Path) -> None:
    broken = write(tmp_path / "pack", edited("diets.yaml", "kind: diet\n", "kind: dite\n"))
    report = check(broken, questions(tmp_path / "questions", towns=FAILS))
    assert "undeclared-kind" in {problem.rule for problem in report.problems}
    assert failures(report) == []
    assert report.examination is None
