"""The curators' questions, asked of the shipped base: each is answered as it must be, or is a known miss."""

from __future__ import annotations

from pathlib import Path

from bot.console.checking import check
from bot.facts import Severity
from bot.storage.packs import shipped_pack

QUESTIONS = Path(__file__).parent / "questions"
ABOUT_QUESTIONS = {"missed-question", "outdated-miss", "unasked-miss", "same-question"}


def test_every_question_is_answered_as_it_must_be_or_is_a_known_miss() -> None:
    report = check(shipped_pack(), QUESTIONS)
    told = [each for each in report.problems if each.severity is Severity.ERROR or each.rule in ABOUT_QUESTIONS]
    assert not told, f"{len(told)} problems:\n" + "\n".join(map(str, told))
    assert report.examination is not None


def test_there_are_questions_of_every_sort() -> None:
    """A folder that was moved, or files that are no longer found, must not pass in silence."""
    text = {path.stem: path.read_text(encoding="utf-8") for path in QUESTIONS.glob("*.yaml")}
    asked = {stem: each.count("- ask: ") for stem, each in text.items()}
    assert sum(asked.values()) - asked["known_misses"] >= 300
    assert text["conversations"].count("- conversation:") >= 25
    assert asked["russian"] >= 60
    assert sum(each.count("shows: nothing") for each in text.values()) >= 50
