"""Answers for machines: the object that `ask --json` and `ask --jsonl` print for a question."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from bot.answers import Answerer
from bot.answers.model import KIND_NAMES, Answer, Answered, Question, Ranked, Topic
from bot.facts import Library
from bot.rendering import Card, plain_statement, render, to_text

NANOSECONDS = 1000
"""In a microsecond."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its card and its text, and the nanoseconds that all took."""

    answer: Answer
    card: Card
    text: str
    nanoseconds: int


def reply_to(question: Question, answerer: Answerer) -> Reply:
    """Ask, and put the answer into words; the time covers all that, and no loading."""
    started = time.perf_counter_ns()
    answer = answerer.ask(question)
    card = render(answer, answerer.library)
    text = to_text(card, language=answer.language)
    return Reply(answer, card, text, time.perf_counter_ns() - started)


def question_of(text: str, *, locale: str = "en", topic: Topic | None = None) -> Question:
    """A question from outside. Halves of characters, which no encoding can write, become replacement characters."""
    return Question(text=readable(text), locale=readable(locale), topic=topic or Topic())


def readable(text: str) -> str:
    """`text` without lone surrogates, which a shell's odd bytes and JSON's escapes can bring."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def record(question_id: Any, reply: Reply, library: Library, *, top: int) -> dict[str, Any]:
    """The object of the contract for one question, with its best `top` facts, answered or not."""
    answer = reply.answer
    return {
        "id": question_id,
        "kind": KIND_NAMES[type(answer)],
        "answered": isinstance(answer, Answered),
        "confidence": round(min(1.0, max(0.0, float(answer.confidence))), 4),
        "text": reply.text,
        "facts": [_fact_record(ranked, library, answer.language) for ranked in answer.ranked[:top]],
        "elapsed_us": reply.nanoseconds // NANOSECONDS,
    }


def _fact_record(ranked: Ranked, library: Library, language: str) -> dict[str, Any]:
    text, date, sources = plain_statement(ranked.fact, library, language=language)
    score = round(float(ranked.score), 4)
    return {"id": ranked.fact.id, "score": score, "text": text, "date": date, "sources": list(sources)}
