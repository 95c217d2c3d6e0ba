"""The curators' files of questions: bytes in, questions and problems out, as strictly read as the facts.

Each file is a list; an item is a question with what its answer must be, or a `conversation`, a list of questions that
go on from one another. `known_misses.yaml` lists those that fail today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.facts import Library, Problem
from bot.facts.checks import Placed, Spot
from bot.facts.checks.base import Locate
from bot.facts.problem import Severity, Steps
from bot.facts.reading.document import Document
from bot.facts.reading.pack import read_document
from bot.facts.reading.validation import validate
from bot.facts.suggestion import did_you_mean
from bot.trials.model import Expectation, KnownMiss

KNOWN_MISSES = "known_misses.yaml"
_CONVERSATION = "conversation"

Questions = tuple[Placed[Expectation], ...]
"""The questions of one conversation; a question by itself is a conversation of one."""


@dataclass(frozen=True, slots=True)
class Suite:
    """All questions of a folder with their places, and those of them that are known to fail."""

    conversations: tuple[Questions, ...]
    known: tuple[Placed[KnownMiss], ...]
    locate: Locate

    def questions(self) -> Iterator[Placed[Expectation]]:
        """Every question, also those within conversations."""
        for conversation in self.conversations:
            yield from conversation


@dataclass(frozen=True, slots=True)
class QuestionsReading:
    """What came of a folder of questions: those that can be asked, and the problems with the others."""

    suite: Suite
    problems: tuple[Problem, ...]


def read_questions(files: Mapping[str, bytes], library: Library) -> QuestionsReading:
    """Reads questions on a library: `files` are the contents of YAML files by their path in the folder. Never raises.

    What a question refers to must be in the library. A question with a problem is left out, and with it the
    conversation that it belongs to.
    """
    documents = {file: read_document(file, files[file]) for file in sorted(files)}
    conversations: list[Questions] = []
    known: list[Placed[KnownMiss]] = []
    for file, document in documents.items():
        for path in _items(document):
            if file == KNOWN_MISSES:
                miss = validate(KnownMiss, document, path, library.pack.context)
                known += [Placed(miss, file, path)] if miss is not None else []
            else:
                conversations += _conversation(document, path, library)

    def locate(spot: Spot) -> tuple[int, int]:
        return documents[spot.file].position(spot.path, key=spot.key)

    suite = Suite(tuple(conversations), tuple(known), locate)
    problems = [problem for document in documents.values() for problem in document.problems]
    problems += _asked_twice(suite)
    return QuestionsReading(suite, tuple(sorted(problems)))


def _items(document: Document) -> Iterator[Steps]:
    """The ways to the items of a file, until there are too many problems."""
    if document.data is None:
        return
    if not isinstance(document.data, list) or not document.data:
        sentence = "a file of questions is a list of them: begin each one with `- ask: ...`"
        document.problems.append(document.problem((), "wrong-type", sentence))
        return
    for index in range(len(document.data)):
        if document.is_hopeless():
            return
        yield (index,)


def _conversation(document: Document, path: Steps, library: Library) -> Iterator[Questions]:
    """The questions of an item, when all of them are right."""
    item = document.data[path[0]]
    paths = list(_lines(document, path, item)) if isinstance(item, dict) and _CONVERSATION in item else [path]
    questions = tuple(question for each in paths for question in _question(document, each, library))
    if paths and len(questions) == len(paths):
        yield questions


def _lines(document: Document, path: Steps, item: dict[str, Any]) -> Iterator[Steps]:
    """The ways to the questions of a conversation; none, and a problem, when it is not a list of some."""
    path = (*path, _CONVERSATION)
    for key in item:
        if key != _CONVERSATION:
            sentence = f"`{key}` is no key beside `{_CONVERSATION}`; it belongs to one of the questions in it"
            document.problems.append(document.problem((path[0], key), "unknown-key", sentence, key=True))
    lines = item[_CONVERSATION]
    if isinstance(lines, list) and len(lines) > 1:
        yield from ((*path, index) for index in range(len(lines)))
    elif lines is not None:
        sentence = "a conversation is a list of two or more questions: begin each one with `- ask: ...`"
        document.problems.append(document.problem(path, "wrong-type", sentence))


def _question(document: Document, path: Steps, library: Library) -> Iterator[Placed[Expectation]]:
    """The question at a path, when it is right and refers to nothing that the library lacks."""
    value = validate(Expectation, document, path, library.pack.context)
    if value is None:
        return
    dangling = [
        document.problem(
            (*path, *steps), "dangling-reference", f"there is no {sort} `{name}`{did_you_mean(name, known)}"
        )
        for sort, known, name, steps in _references(value, library)
        if name not in known
    ]
    document.problems += dangling
    if not dangling:
        yield Placed(value, document.file, path)


def _references(value: Expectation, library: Library) -> Iterator[tuple[str, Iterable[str], str, Steps]]:
    """What a question refers to: the sort of thing, all that there are, its id, and the way to it in the question."""
    for index, fact in enumerate(value.shows or ()) if not value.wants_nothing else ():
        yield "fact", library.facts, fact, ("shows", index)
    if value.first is not None:
        yield "fact", library.facts, value.first, ("first",)
    if value.lists is not None:
        yield "kind", library.pack.kinds, value.lists, ("lists",)
    for index, entity in enumerate(value.asks_back or ()):
        yield "entity", library.entities, entity, ("asks-back", index)


def _asked_twice(suite: Suite) -> Iterator[Problem]:
    """Questions out of the blue that stand in the files twice; follow-ups may well be worded alike."""
    seen: dict[tuple[str, str | None], Placed[Expectation]] = {}
    for first, *others in suite.conversations:
        if others:
            continue
        earlier = seen.setdefault((first.value.ask.casefold(), first.value.locale), first)
        if earlier is not first:
            line, column = suite.locate(first.at("ask"))
            where = f"{earlier.file}:{suite.locate(earlier.at('ask'))[0]}"
            sentence = f"this is asked in {where} as well; delete one of them"
            yield Problem(first.file, line, column, Severity.WARNING, "same-question", sentence)
