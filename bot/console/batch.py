"""Many questions in one run: a JSON object a line in, one a line out, in order.

A line that is no question gets an object with `error` in its place, and the rest goes on: a batch is never lost to one
line.
"""

from __future__ import annotations

import codecs
import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answers import Answerer
from bot.answers.model import Topic
from bot.console.records import question_of, record, reply_to

CONVERSATIONS_MOST = 10_000
"""Conversations that a batch remembers; of more, those that were silent longest are forgotten."""


@dataclass(frozen=True, slots=True)
class Line:
    """A question as read from a line. `id` is any JSON value, and given back as it came."""

    id: Any
    question: str
    locale: str = "en"
    conversation: str | None = None


class LineError(ValueError):
    """A line is no question. `id` is its id, None where it has none or the line cannot be read."""

    def __init__(self, sentence: str, *, id: Any = None) -> None:  # noqa: A002  # the contract's own name
        self.id = id
        super().__init__(sentence)


class Conversations:
    """What each conversation was about last, for as many as `most` of them."""

    def __init__(self, most: int = CONVERSATIONS_MOST) -> None:
        self._topics: OrderedDict[str, Topic] = OrderedDict()
        self._most = most

    def topic(self, name: str | None) -> Topic:
        """The topic of a conversation; an empty one for a new conversation, and for none."""
        return self._topics.get(name, Topic()) if name is not None else Topic()

    def keep(self, name: str | None, topic: Topic) -> None:
        """Remember `topic`, and forget the conversation that was silent longest when there are too many."""
        if name is None:
            return
        self._topics[name] = topic
        self._topics.move_to_end(name)
        if len(self._topics) > self._most:
            self._topics.popitem(last=False)


def answers_to(lines: Iterable[bytes], answerer: Answerer, *, top: int, locale: str = "en") -> Iterator[str]:
    """For each line of `lines` the line to print, without its end; `locale` is that of lines that name none."""
    conversations = Conversations()
    for number, raw in enumerate(lines):
        line_id: Any = None
        try:
            line = parse_line(raw.removeprefix(codecs.BOM_UTF8) if number == 0 else raw, locale=locale)
            line_id = line.id
            result = _answer(line, answerer, conversations, top=top)
        except LineError as error:
            result = {"id": error.id, "error": str(error)}
        except Exception as error:  # a fault of ours on one question must not lose the others
            result = {"id": line_id, "error": f"this question could not be answered ({type(error).__name__}: {error})"}
        yield json.dumps(result)


def parse_line(raw: bytes, *, locale: str = "en") -> Line:
    """The question in a line. Raises `LineError` with what is wrong."""
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
        json.dumps(value, allow_nan=False)
    except UnicodeDecodeError:
        raise LineError("the line is not UTF-8 text") from None
    except RecursionError:
        raise LineError("the line is nested too deeply") from None
    except ValueError as error:
        raise LineError(f"the line is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise LineError('the line is not an object like {"id": 1, "question": "..."}')
    line_id = value.get("id")
    conversation = value.get("conversation")
    question, locale = value.get("question"), value.get("locale") or locale
    if not isinstance(question, str):
        missing = "there is no `question`" if question is None else "`question` is not a text"
        raise LineError(missing, id=line_id)
    if not isinstance(locale, str):
        raise LineError('`locale` is not a text like "en" or "ru"', id=line_id)
    if not isinstance(conversation, str | int | None):
        raise LineError("`conversation` is neither a text nor a number", id=line_id)
    return Line(line_id, question, locale, None if conversation is None else json.dumps(conversation))


def _answer(line: Line, answerer: Answerer, conversations: Conversations, *, top: int) -> dict[str, Any]:
    topic = conversations.topic(line.conversation)
    question = question_of(line.question, locale=line.locale, topic=topic)
    reply = reply_to(question, answerer)
    conversations.keep(line.conversation, answerer.topic_after(question, reply.answer))
    return record(line.id, reply, answerer.library, top=top)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")
