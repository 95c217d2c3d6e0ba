"""Opening the base for a command, and the error when that fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers import Answerer
from bot.facts import Problem, Severity
from bot.storage.packs import shipped_pack
from bot.storage.prepared import cache_folder, open_index

if TYPE_CHECKING:
    from collections.abc import Sequence


class BaseNotLoadedError(Exception):
    """A pack has errors, so nothing can be answered from it. `folder` and `problems` say which and why."""

    def __init__(self, folder: Path, problems: Sequence[Problem]) -> None:
        self.folder = folder
        self.problems = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        count = len(self.problems)
        first = f" The first: {self.problems[0]}." if self.problems else ""
        super().__init__(
            f"the base in {folder} cannot be loaded: {count} error{'' if count == 1 else 's'}.{first}"
            f" To see all of them, run: ispolkom check {folder}"
        )


def open_answerer(folder: Path | None) -> Answerer:
    """An answerer over the library in `folder`, by default the shipped one. Raises `BaseNotLoadedError`."""
    folder = folder or shipped_pack()
    index, reading = open_index(folder, cache=cache_folder())
    if index is None:
        raise BaseNotLoadedError(folder, reading.problems if reading else ())
    return Answerer(index.library, index)
