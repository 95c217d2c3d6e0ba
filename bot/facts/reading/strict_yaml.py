"""A YAML reader that guesses nothing: every scalar is the text that was written, and nothing is overwritten in silence.

It reads libyaml's events. Aliases are never expanded (anchors, aliases, tags and merge keys are refused), nesting and
the number of problems are bounded, so no text can make it use more memory or time than its length asks for.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from bot.facts.problem import Problem, Severity, Steps
from bot.facts.reading import document as documents
from bot.facts.reading.document import Document
from bot.facts.reading.syntax import syntax_problem

MAX_DEPTH = 24
"""Twice as deep as the models go."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def read_yaml(file: str, text: str) -> Document:
    """The values of a text, with the problems of its YAML. `data` is None when the text cannot be used at all."""
    document = Document(file, text)
    reader = _Reader(document)
    try:
        document.data = reader.read()
        document.readable = not reader.refers
    except yaml.YAMLError as error:
        document.problems.append(syntax_problem(file, text, error))
    except _Unusable:
        pass
    reader.report_duplicates()
    return document


class _Unusable(Exception):  # noqa: N818 - it ends the reading, and what was wrong has been noted
    """Nothing more can be made of this file."""


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.refers = False
        self.duplicates: list[tuple[Steps, str, Any]] = []
        self.dropped: list[dict[str, Any]] = []

    def read(self) -> Any:
        """The value of the one document. Raises yaml.YAMLError, or _Unusable."""
        events = documents.Loader(self.document.text)
        events.get_event()
        if type(events.get_event()) is StreamEndEvent:
            self.stop(None, "empty-file", "the file is empty; write something, or delete the file")
        root = self.value(events)
        events.get_event()
        event = events.get_event()
        if type(event) is DocumentStartEvent:
            self.stop(event, "many-documents", "a file is one document; delete this line `---`")
        for mapping in self.dropped:
            mapping.pop("", None)
            mapping.pop("<<", None)
        return None if self.refers else root

    def value(self, events: Any) -> Any:
        """The value at which the events stand. One long loop, since every start of the bot waits for it."""
        next_event = events.get_event
        outer: list[Any] = []
        node: Any = []
        key: str | None = None
        while True:
            event = next_event()
            kind = type(event)
            value: Any
            if kind is ScalarEvent:
                value = event.value
                if event.anchor is not None or event.tag is not None:
                    self.refuse(event)
                if key is None and type(node) is dict:
                    key = value if value and value != "<<" and value not in node else self.odd_key(event, node, outer)
                    continue
                if value in _NOTHING and event.implicit[0]:
                    value = None
                    self.nothing(event, key)
                elif not value.isprintable() and _INVISIBLE.search(value):
                    self.note(event, "control-character", "there is an invisible control character in this text")
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = outer.pop()
                if not outer:
                    return node[0]
                continue
            else:
                value = self.opened(event, key, node, outer)
            if type(node) is dict:
                node[key] = value
                key = None
            else:
                node.append(value)
            if kind is not ScalarEvent and kind is not AliasEvent:
                outer.append(node)
                node = value
            elif not outer:
                return value

    def opened(self, event: Any, key: str | None, node: Any, outer: list[Any]) -> Any:
        """The value for an event that is no text: a new collection, or None for an alias."""
        if key is None and type(node) is dict:
            self.stop(event, "odd-key", "a key is a word; text that begins with {, [, * or & goes in quotes")
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self.refuse(event)
        if len(outer) >= MAX_DEPTH:
            self.stop(
                event, "too-deep", f"lists and mappings are nested more than {MAX_DEPTH} deep; nothing needs that"
            )
        if type(event) is AliasEvent:
            return None
        return {} if type(event) is MappingStartEvent else []

    def odd_key(self, event: ScalarEvent, node: dict[str, Any], outer: list[Any]) -> str:
        """A key that needs a word: one without text, the merge key, or one that the mapping has already."""
        key: str = event.value
        if key in node and key not in {"", "<<"}:
            self.duplicates.append((_path([*outer[1:], node]), key, event.start_mark))
            del node[key]
            if len(self.duplicates) == documents.MAX_PROBLEMS:
                raise _Unusable
            return key
        if key == "":
            self.note(event, "odd-key", "there is a colon without a key before it")
        else:
            self.note(event, "no-references", "merge keys (<<) are not used here; write the keys out")
        self.dropped.append(node)
        return key

    def nothing(self, event: ScalarEvent, key: str | None) -> None:
        """A place where a value is missing; validation is told so by None, and says no more about it."""
        if key is not None and " " in key:
            self.note(event, "odd-key", f"`{key}` is no key; inside {{ }} text with a comma goes in quotes")
            return
        what = f"`{key}`" if key is not None else "this item"
        sentence = f"{what} has no value; write one, or delete it (a word such as null goes in quotes)"
        self.note(event, "empty-value", sentence)

    def refuse(self, event: Any) -> None:
        """Anchors and aliases make a file unusable, tags do not: the value beside them is there."""
        if event.anchor is not None:
            self.refers = True
            what = f"*{event.anchor}" if type(event) is AliasEvent else f"&{event.anchor}"
            sentence = f"references such as {what} are not used here; write it out, or put the text in quotes"
            self.note(event, "no-references", sentence)
        elif event.tag is not None:
            self.note(event, "no-tags", "tags such as !!int are not used here; delete it, or put the text in quotes")

    def note(self, event: Event | None, rule: str, sentence: str) -> None:
        """Adds an error at the beginning of an event."""
        mark = event.start_mark if event is not None else None
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.document.problems.append(Problem(self.document.file, line, column, Severity.ERROR, rule, sentence))
        if self.document.is_hopeless():
            raise _Unusable

    def stop(self, event: Event | None, rule: str, sentence: str) -> NoReturn:
        """Adds an error after which the rest of the file means nothing."""
        self.note(event, rule, sentence)
        raise _Unusable

    def report_duplicates(self) -> None:
        """Keys that stand twice; at the end, since the line of the first is known when the whole text has been read."""
        for path, key, mark in self.duplicates:
            first = f" (first on line {self.document.first_line(path, key)})" if self.document.readable else ""
            sentence = f"`{key}` stands twice in one mapping{first}; delete or rename one"
            place = (self.document.file, mark.line + 1, mark.column + 1)
            self.document.problems.append(Problem(*place, Severity.ERROR, "duplicate-key", sentence))


def _path(nodes: list[Any]) -> Steps:
    """The way to the last of nested, half-built collections: each one is the newest value of the one before."""
    return tuple(len(node) - 1 if type(node) is list else next(reversed(node)) for node in nodes[:-1])
