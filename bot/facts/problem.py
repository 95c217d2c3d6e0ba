"""A problem in the files of a pack, as a value: where it is, which rule says so, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Steps = tuple[str | int, ...]
"""The way to a value in a file: keys and list indexes from the top, as in `(0, "facts", 2, "text", "en")`."""


class Severity(StrEnum):
    """An error keeps the pack from being loaded; a warning is for a person to judge."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. Sorts by file, then line, then column.

    `file` is relative to the pack's folder, with slashes; `line` and `column` count from 1, columns in characters.
    `rule` is the short id under which the rule is documented; `sentence` says what is wrong and what to do.
    """

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    sentence: str

    def __str__(self) -> str:
        """The line that `ispolkom check` prints, which editors and review tools can turn into a link."""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.rule}: {self.sentence}"
