"""`ask --jsonl`: a line in, a line out, whatever the line is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Answerer
from bot.answers.model import Answer, Question, Topic
from bot.console.batch import Conversations, LineError, answers_to, parse_line
from tests.packs import library

ANSWERER = Answerer(library())


def asked(*lines: bytes | dict[str, Any], answerer: Answerer = ANSWERER, top: int = 10) -> list[dict[str, Any]]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines]
    return [json.loads(line) for line in answers_to(raw, answerer, top=top)]


def test_an_answer_has_the_fields_of_the_contract() -> None:
    (answer,) = asked({"id": 7, "question": "When was Visby taken?"})
    assert list(answer) == ["id", "kind", "answered", "confidence", "text", "facts", "elapsed_us"]
    assert (answer["id"], answer["kind"], answer["answered"]) == (7, "answered", True)
    assert 0 <= answer["confidence"] <= 1
    assert "27 July 1361" in answer["text"]
    assert "[1] Kunze (ed.), Hansisches Urkundenbuch" in answer["text"]
    assert isinstance(answer["elapsed_us"], int)
    assert answer["elapsed_us"] > 0
    fact = next(fact for fact in answer["facts"] if fact["id"] == "sack-of-visby-lead")
    assert list(fact) == ["id", "score", "text", "date", "sources"]
    assert fact["date"] == "27 July 1361"
    assert fact["sources"] == [
        "Kunze (ed.), Hansisches Urkundenbuch, vol. 4: 1361-1392 (1896)",
        "Dollinger, The German Hansa (1970)",
    ]


def test_text_of_facts_is_in_the_language_of_the_answer() -> None:
    (answer,) = asked({"id": 1, "question": "Где собрался первый съезд?"})
    fact = next(fact for fact in answer["facts"] if fact["id"] == "diet-1356-lead")
    assert fact["text"].startswith("Первый общий съезд")


def test_the_number_of_facts_is_the_askers() -> None:
    question = {"id": 1, "question": "When was Visby taken?"}
    assert asked(question, top=0)[0]["facts"] == []
    assert len(asked(question, top=2)[0]["facts"]) <= 2


def test_bad_lines_get_an_error_in_their_place_and_the_rest_goes_on() -> None:
    answers = asked(
        {"id": "a", "question": "When was Visby taken?"},
        b"not json\n",
        b"\n",
        b"[1, 2]\n",
        b'{"id": "\xff", "question": "x"}\n',
        {"id": {"any": ["json", None]}},
        {"id": 4, "question": 5},
        {"id": 5, "question": "x", "locale": 1},
        {"id": 6, "question": "x", "conversation": [1]},
        {"id": "b", "question": "Where did the first diet meet?"},
    )
    assert [answer["id"] for answer in answers] == ["a", None, None, None, None, {"any": ["json", None]}, 4, 5, 6, "b"]
    assert ["error" in answer for answer in answers] == [False, *[True] * 8, False]
    assert all(len(answer) == 2 for answer in answers[1:-1])


@pytest.mark.parametrize("question_id", [None, 0, "", 1.5, True, [1, {"a": None}], "\ud800", 2**70])
def test_an_id_comes_back_as_it_went(question_id: Any) -> None:
    assert asked({"id": question_id, "question": "x"})[0]["id"] == question_id


def test_a_line_without_an_id_is_answered() -> None:
    (answer,) = asked({"question": "When was Visby taken?"})
    assert answer["id"] is None
    assert answer["answered"]


@pytest.mark.parametrize(
    "raw",
    [
        b'{"id": NaN, "question": "x"}',
        b'{"id": 1e999, "question": "x"}',
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b', "question": "x"}',
        b"\xef\xbb\xbf\xef\xbb\xbf{}",
    ],
)
def test_what_only_looks_like_json_is_an_error(raw: bytes) -> None:
    with pytest.raises(LineError):
        parse_line(raw)


def test_a_byte_order_mark_before_the_first_line_is_no_error() -> None:
    (answer,) = asked(b'\xef\xbb\xbf{"id": 1, "question": "When was Visby taken?"}\n')
    assert answer["answered"]


def test_halves_of_characters_do_not_stop_the_batch() -> None:
    answers = asked({"id": 1, "question": "Visby \ud800 \udfff?"}, {"id": "\ud83d", "question": "\ud83d\ude00 \x00 ﷽"})
    assert [set(answer) >= {"kind"} for answer in answers] == [True, True]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"") + b"\n"), max_size=5))
def test_any_bytes_give_as_many_lines_of_json(lines: list[bytes]) -> None:
    answers = list(answers_to(lines, ANSWERER, top=1))
    assert len(answers) == len(lines)
    assert all(set(json.loads(answer)) == {"id", "error"} for answer in answers)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=8))
def test_any_text_is_a_question(text: str, locale: str) -> None:
    (answer,) = asked({"id": 1, "question": text, "locale": locale})
    assert answer["kind"] in {"answered", "choices", "unknown"}


class Recorder(Answerer):
    """Remembers the topics that it was asked with; a question's text becomes the next topic."""

    def __init__(self) -> None:
        super().__init__(library())
        self.topics: list[str] = []

    def ask(self, question: Question) -> Answer:
        self.topics.append(question.topic.question)
        if question.text == "break":
            raise ZeroDivisionError("as asked")
        return super().ask(question)

    def topic_after(self, question: Question, answer: Answer) -> Topic:
        return Topic(question=question.text)


def test_lines_of_a_conversation_follow_up_on_each_other_only() -> None:
    recorder = Recorder()
    asked(
        {"id": 1, "question": "one", "conversation": "a"},
        {"id": 2, "question": "two", "conversation": "b"},
        {"id": 3, "question": "three", "conversation": "a"},
        {"id": 4, "question": "four"},
        {"id": 5, "question": "five", "conversation": None},
        {"id": 6, "question": "six", "conversation": 1},
        {"id": 7, "question": "seven", "conversation": "1"},
        {"id": 8, "question": "eight", "conversation": "b"},
        answerer=recorder,
    )
    assert recorder.topics == ["", "", "one", "", "", "", "", "two"]


def test_a_follow_up_leans_on_the_line_before() -> None:
    _, follow_up, alone = asked(
        {"id": 1, "question": "What was the Treaty of Stralsund?", "conversation": "c"},
        {"id": 2, "question": "and when was it made?", "conversation": "c"},
        {"id": 3, "question": "and when was it made?"},
    )
    assert "24 May 1370" in follow_up["text"]
    assert "24 May 1370" not in alone["text"]


def test_a_fault_on_one_question_is_told_in_its_place() -> None:
    broken, fine = asked(
        {"id": 1, "question": "break"}, {"id": 2, "question": "When was Visby taken?"}, answerer=Recorder()
    )
    assert broken["id"] == 1
    assert "ZeroDivisionError" in broken["error"]
    assert fine["answered"]


def test_the_conversation_that_was_silent_longest_is_forgotten() -> None:
    conversations = Conversations(most=2)
    for name in ("a", "b", "a", "c"):
        conversations.keep(name, Topic(question=name))
    assert [conversations.topic(name).question for name in ("a", "b", "c")] == ["a", "", "c"]
