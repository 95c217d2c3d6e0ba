"""From the files of a pack to its library, with every problem on the way.

    bytes --decoding--> text --strict_yaml--> Document --validation--> values --checks--> Library

A file with problems hides nothing of the others: all are read, and all problems come back in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from bot.dates import Calendar, CalendarRule, DateError
from bot.facts.checks import Draft, Placed, Spot, run_checks
from bot.facts.library import Library
from bot.facts.models import Entity, Pack, PackContext
from bot.facts.problem import Problem, Severity, Steps
from bot.facts.reading.decoding import MAX_BYTES, decode
from bot.facts.reading.document import Document
from bot.facts.reading.strict_yaml import read_yaml
from bot.facts.reading.validation import validate
from bot.facts.sources import Source

MANIFEST = "pack.yaml"
SOURCES = "sources.yaml"
SOURCES_FOLDER = "sources"
OTHER_FOLDERS = frozenset({"schema", "questions"})
"""Folders of a pack that hold no facts: schemas for editors, and tests."""

M = TypeVar("M", bound=BaseModel)
_ID = re.compile(r"""\bid["']?:\s*["']?([^\s"',{}\[\]]+)""")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a pack: its library, or None when there is an error; and all problems, in the order of the files."""

    library: Library | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the pack from being loaded."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def read_pack(files: Mapping[str, bytes], *, advice: bool = True) -> Reading:
    """Reads a pack: `files` are the contents by path, relative to the pack's folder and with slashes.

    `pack.yaml` is the manifest; `sources.yaml` and the files of `sources/` are sources; all other `*.yaml` and `*.yml`
    hold facts, except below `schema/` and `questions/`. Other files are left alone. Never raises.

    Without `advice`, the rules that only warn are not run: whoever wants answers needs no advice, and has them sooner.
    """
    documents = {file: read_document(file, files[file]) for file in sorted(files) if _is_read(file)}
    if not documents:
        return Reading(None, (_problem(MANIFEST, "empty-pack", f"there is no pack here; it begins with {MANIFEST}"),))
    draft = _draft(documents)
    problems = [problem for document in documents.values() for problem in document.problems]
    problems += _missing_files(documents)
    problems += run_checks(draft, advice=advice)
    problems.sort()
    if draft.pack is None or any(problem.severity is Severity.ERROR for problem in problems):
        return Reading(None, tuple(problems))
    library = Library(draft.pack.value, _values(draft.entities), _values(draft.sources))
    return Reading(library, tuple(problems))


def _is_read(file: str) -> bool:
    top, slash, _ = file.partition("/")
    return file.endswith((".yaml", ".yml")) and not (slash and top in OTHER_FOLDERS)


def _holds_sources(file: str) -> bool:
    return file == SOURCES or file.startswith(f"{SOURCES_FOLDER}/")


def read_document(file: str, content: bytes) -> Document:
    """The values of a file, with the problems of its bytes and its YAML. Never raises."""
    text, problems = decode(file, content)
    document = (
        read_yaml(file, text) if text is not None else Document(file, content[:MAX_BYTES].decode(errors="replace"))
    )
    document.problems[:0] = problems
    return document


def _draft(documents: Mapping[str, Document]) -> Draft:
    """All values that are right one by one; what is wrong with the others goes to the documents' problems."""
    pack = _manifest(documents.get(MANIFEST))
    context = pack.value.context if pack is not None else _guessed_context(documents.get(MANIFEST))
    entities: list[Placed[Entity]] = []
    sources: list[Placed[Source]] = []
    ids: set[str] = set()
    keys: set[str] = set()
    complete = True
    for file, document in documents.items():
        if _holds_sources(file):
            sources += _items(Source, document, "sources", context)
            keys.update(_ID.findall(document.text) if document.problems else ())
        elif file != MANIFEST:
            entities += _items(Entity, document, "entities", context)
            ids.update(_ID.findall(document.text) if document.problems else ())
            complete = complete and not document.problems
        document.data = None

    def locate(spot: Spot) -> tuple[int, int]:
        return documents[spot.file].position(spot.path, key=spot.key)

    return Draft(pack, tuple(entities), tuple(sources), locate, frozenset(ids), frozenset(keys), complete)


def _manifest(document: Document | None) -> Placed[Pack] | None:
    if document is None or document.data is None:
        return None
    pack = validate(Pack, document, (), PackContext(language=_first_language(document)))
    return Placed(pack, document.file, ()) if pack is not None else None


def _first_language(document: Document) -> str:
    """The language of the manifest's own bare texts, which stands in the manifest itself."""
    match document.data:
        case {"languages": [str(first), *_]}:
            return first
    return PackContext().language


def _guessed_context(document: Document | None) -> PackContext:
    """What to read the other files with when the manifest has problems: as much of it as can be understood.

    Without a calendar it is the Julian one, which has every day that the Gregorian has: no date is blamed in vain.
    """
    language = _first_language(document) if document is not None else PackContext().language
    match document.data if document is not None else None:
        case {"calendar": str(calendar), "switch": str(switch)}:
            with suppress(DateError):
                return PackContext(language, CalendarRule.parse(calendar, switch))
    return PackContext(language, CalendarRule(Calendar.JULIAN))


def _items(model: type[M], document: Document, what: str, context: PackContext) -> Iterator[Placed[M]]:
    """The items of a file, each validated by itself. Sources may stand under `references`, as Zotero exports them."""
    items: Any = document.data
    path: Steps = ()
    if model is Source and isinstance(items, dict) and "references" in items:
        items, path = items["references"], ("references",)
    if items is None:
        return
    if not isinstance(items, list) or not items:
        sentence = f"a file of {what} is a list of them: begin each one with `- id: ...`"
        document.problems.append(document.problem(path, "wrong-type", sentence))
        return
    for index in range(len(items)):
        if document.is_hopeless():
            return
        value = validate(model, document, (*path, index), context)
        if value is not None:
            yield Placed(value, document.file, (*path, index))


def _missing_files(documents: Mapping[str, Document]) -> Iterator[Problem]:
    if MANIFEST not in documents:
        yield _problem(MANIFEST, "missing-manifest", f"there is no {MANIFEST}; it says what the pack is about")
    if not any(map(_holds_sources, documents)):
        yield _problem(SOURCES, "missing-sources", f"there is no {SOURCES}; facts cite the sources that stand in it")
    if not any(file != MANIFEST and not _holds_sources(file) for file in documents):
        yield _problem(MANIFEST, "no-facts", "there is no file with facts beside it; add one, such as people.yaml")


def _problem(file: str, rule: str, sentence: str) -> Problem:
    return Problem(file, 1, 1, Severity.ERROR, rule, sentence)


def _values(placed: Iterable[Placed[M]]) -> Iterator[M]:
    return (each.value for each in placed)
