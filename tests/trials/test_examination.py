"""All questions of a base at once, with what is known to fail."""

from __future__ import annotations

from bot.answers import Answerer
from bot.facts.checks import Spot
from bot.trials import Examination, asks_of, examine, read_questions
from tests.packs import edited, library

BASE = library()
ANSWERER = Answerer(BASE)
QUESTIONS = """\
- {ask: when was visby taken, shows: sack-of-visby-lead}
- {ask: how do i bake bread, shows: visby-lead}
- conversation:
    - {ask: who was henry the lion, first: henry-the-lion-lead}
    - {ask: how do i bake bread, shows: henry-the-lion-death}
"""


def examined(questions: str = QUESTIONS, known: str | None = None) -> Examination:
    files = {"towns.yaml": questions} | ({"known_misses.yaml": known} if known is not None else {})
    reading = read_questions({name: text.encode() for name, text in files.items()}, BASE)
    assert reading.problems == ()
    return examine(ANSWERER, reading.suite)


def findings(examination: Examination) -> list[tuple[str | Spot, str]]:
    return [(finding.at, finding.rule) for finding in examination.findings]


def test_without_questions_the_asks_of_the_facts_are_tried() -> None:
    assert examine(ANSWERER) == Examination(asked=len(list(asks_of(BASE))), known=0, findings=())


def test_a_failed_ask_is_found_at_its_fact() -> None:
    base = library(edited("places/towns.yaml", "Who founded Lübeck anew?", "When was Visby taken?"))
    (finding,) = examine(Answerer(base)).findings
    assert (finding.at, finding.rule) == ("lubeck-refounded", "asks")
    assert finding.sentence == (
        "“When was Visby taken?” is answered with `sack-of-visby-lead`; `lubeck-refounded` must be shown"
    )


def test_a_failed_question_is_found_where_it_is_written() -> None:
    assert findings(examined()) == [
        (Spot("towns.yaml", (1, "ask")), "missed-question"),
        (Spot("towns.yaml", (2, "conversation", 1, "ask")), "missed-question"),
    ]


def test_a_known_miss_is_counted_and_not_reported() -> None:
    known = "- {ask: how do i bake bread, reason: nobody baked}\n"
    examination = examined(known=known)
    assert findings(examination) == [(Spot("towns.yaml", (2, "conversation", 1, "ask")), "missed-question")]
    assert examination.known == 1


def test_a_follow_up_is_known_by_the_question_before_it() -> None:
    known = """\
- {ask: how do i bake bread, reason: nobody baked}
- {ask: how do i bake bread, after: who was henry the lion, reason: nor did he}
"""
    assert (examined(known=known).findings, examined(known=known).known) == ((), 2)


def test_a_known_miss_that_passes_is_a_finding() -> None:
    known = "- {ask: when was visby taken, reason: it was hard once}\n"
    examination = examined(QUESTIONS.splitlines(keepends=True)[0], known)
    assert findings(examination) == [(Spot("known_misses.yaml", (0, "ask")), "outdated-miss")]
    assert "take it off the list" in examination.findings[0].sentence


def test_a_known_miss_that_nobody_asks_is_a_finding() -> None:
    known = "- {ask: When was visby taken?, reason: misspelt}\n"
    examination = examined(QUESTIONS.splitlines(keepends=True)[0], known)
    assert findings(examination) == [(Spot("known_misses.yaml", (0, "ask")), "unasked-miss")]


def test_a_known_miss_that_is_listed_twice_is_a_finding() -> None:
    known = "- {ask: how do i bake bread, reason: nobody baked}\n" * 2
    examination = examined("".join(QUESTIONS.splitlines(keepends=True)[:2]), known)
    assert findings(examination) == [(Spot("known_misses.yaml", (1, "ask")), "outdated-miss")]


def test_an_ask_of_a_fact_may_be_known_to_fail() -> None:
    base = library(edited("places/towns.yaml", "Who founded Lübeck anew?", "When was Visby taken?"))
    known = b"- {ask: When was Visby taken?, reason: two facts claim it}\n"
    examination = examine(Answerer(base), read_questions({"known_misses.yaml": known}, base).suite)
    assert (examination.findings, examination.known) == ((), 1)
