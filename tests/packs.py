"""A small pack that all tests share: the Hanseatic League, in the files of `tests/hanse`.

It has something of everything: numbered diets, an office with roles, a tally, a disputed beginning, a misconception,
dates in both calendars (undecorated ones are Julian before 15 October 1582), Russian beside English. It is history for
tests: true in outline, not checked line by line.

A test changes a copy: `read({**HANSE, "diets.yaml": ...})`, or `read(edited("diets.yaml", "number: 2", "number: 1"))`.
For a test about one file there is `tiny`: the least pack around the text of `towns.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from bot.facts import Library, Problem, Reading, read_pack

HANSE_FOLDER = Path(__file__).parent / "hanse"

HANSE: Mapping[str, str] = MappingProxyType(
    {
        path.relative_to(HANSE_FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(HANSE_FOLDER.rglob("*.yaml"))
    }
)
"""File name in the pack -> text."""


TINY: Mapping[str, str] = MappingProxyType(
    {
        "pack.yaml": """\
format: 1
id: tiny
title: Tiny
scope: One town.
languages: [en]
calendar: julian
switch: 1582-10-15
licence: CC0-1.0
kinds:
  town: {name: town, plural: towns, command: town}
  diet: {name: diet, plural: diets, numbered: true}
""",
        "sources.yaml": "- {id: dollinger, type: book, title: The German Hansa, issued: 1970}\n",
        "towns.yaml": """\
- id: lubeck
  kind: town
  name: Lübeck
  description: A town on the Trave.
  facts:
    - id: lubeck-free
      text: Lübeck became a free city in 1226.
      date: 1226
      sources: [{key: dollinger}]
      asks: ["When did Lübeck become free?", "What became a free city in 1226?"]
""",
    }
)
"""The least pack without a problem."""

IN_RUSSIAN_TOO = {"pack": TINY["pack.yaml"].replace("languages: [en]", "languages: [en, ru]")}
"""The manifest of TINY for a test with Russian texts: `tiny(..., **IN_RUSSIAN_TOO)`."""


def tiny(facts: str, **others: str) -> dict[str, str]:
    """TINY with `facts` as its file of facts; `others` are texts of files by stem: `pack=...`, `sources=...`."""
    return {**TINY, "towns.yaml": facts, **{f"{stem}.yaml": text for stem, text in others.items()}}


def spots(reading: Reading) -> list[tuple[str, int, int, str]]:
    """The problems of a reading as file, line, column and rule."""
    return [(problem.file, problem.line, problem.column, problem.rule) for problem in reading.problems]


def of(rule: str, reading: Reading) -> list[Problem]:
    """The problems of one rule."""
    return [problem for problem in reading.problems if problem.rule == rule]


def place(text: str, words: str) -> tuple[int, int]:
    """Line and column, from 1, at which `words` begin in `text` for the first time."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def edited(name: str, old: str, new: str) -> dict[str, str]:
    """HANSE with the first `old` in the file `name` replaced by `new`; the test is wrong when there is none."""
    assert old in HANSE[name], f"{name} has no {old!r}"
    return {**HANSE, name: HANSE[name].replace(old, new, 1)}


def read(files: Mapping[str, str] = HANSE) -> Reading:
    """The pack of `files`, read as the bot reads it, problems and all."""
    return read_pack({name: text.encode() for name, text in files.items()})


def library(files: Mapping[str, str] = HANSE) -> Library:
    """The library of `files`; fails the test with every problem when the pack has an error."""
    reading = read(files)
    assert reading.library is not None, "\n".join(map(str, reading.problems))
    return reading.library


def write(folder: Path, files: Mapping[str, str] = HANSE) -> Path:
    """Write `files` below `folder`, as a pack on disk; returns the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
