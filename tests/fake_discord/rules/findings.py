"""What Discord finds wrong in a request's body, as values: where, which rule, and its sentence.

Rules yield findings lazily; the server turns them into the API's error 50035, tests turn them into lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule. `path` leads to the value from the top of the body; `code` and `message` are Discord's."""

    path: tuple[str | int, ...]
    code: str
    message: str

    def under(self, *path: str | int) -> Finding:
        """The same finding, seen from further up."""
        return Finding((*path, *self.path), self.code, self.message)

    def __str__(self) -> str:
        place = ".".join(str(part) for part in self.path) or "(body)"
        return f"{place}: {self.message} ({self.code})"


def under(findings: Iterable[Finding], *path: str | int) -> Iterator[Finding]:
    """`findings` of a part, as findings of the whole that holds it at `path`."""
    return (finding.under(*path) for finding in findings)


def lines(findings: Iterable[Finding]) -> list[str]:
    """The findings as a test prints them."""
    return [str(finding) for finding in findings]


def error_body(findings: Iterable[Finding]) -> dict[str, Any]:
    """The body of Discord's answer 400: code 50035 with the findings nested by their paths."""
    errors: dict[str, Any] = {}
    for finding in findings:
        place = errors
        for part in finding.path:
            place = place.setdefault(str(part), {})
        place.setdefault("_errors", []).append({"code": finding.code, "message": finding.message})
    return {"code": 50035, "message": "Invalid Form Body", "errors": errors}


def text(
    body: Mapping[str, Any], key: str, least: int, most: int, *, required: bool = True, blank: bool = False
) -> Iterator[Finding]:
    """A text of `least` to `most` characters under `key`; Discord trims first, so blanks count as nothing."""
    value = body.get(key)
    if value is None:
        if required:
            yield Finding((key,), "BASE_TYPE_REQUIRED", "This field is required")
        return
    if not isinstance(value, str):
        yield Finding((key,), "STRING_TYPE_CONVERT", f"Could not interpret {value!r} as string.")
        return
    length = len(value) if blank else len(value.strip())
    if length < least or len(value) > most:
        rule = f"Must be between {least} and {most} in length." if least else f"Must be {most} or fewer in length."
        yield Finding((key,), "BASE_TYPE_BAD_LENGTH" if least else "BASE_TYPE_MAX_LENGTH", f"{rule} It is {length}.")


def count(body: Mapping[str, Any], key: str, least: int, most: int, *, required: bool = True) -> Iterator[Finding]:
    """A list of `least` to `most` items under `key`."""
    value = body.get(key)
    if value is None:
        if required:
            yield Finding((key,), "BASE_TYPE_REQUIRED", "This field is required")
    elif not isinstance(value, list):
        yield Finding((key,), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
    elif not least <= len(value) <= most:
        message = f"Must be between {least} and {most} in length. It is {len(value)}."
        yield Finding((key,), "BASE_TYPE_BAD_LENGTH", message)


def number(body: Mapping[str, Any], key: str, least: int, most: int, *, required: bool = False) -> Iterator[Finding]:
    """A whole number from `least` to `most` under `key`."""
    value = body.get(key)
    if value is None:
        if required:
            yield Finding((key,), "BASE_TYPE_REQUIRED", "This field is required")
    elif not isinstance(value, int) or isinstance(value, bool):
        yield Finding((key,), "NUMBER_TYPE_COERCE", f"Value {value!r} is not int.")
    elif not least <= value <= most:
        yield Finding((key,), "NUMBER_TYPE_BAD_RANGE", f"Must be between {least} and {most}. It is {value}.")


def url(
    body: Mapping[str, Any], key: str, most: int, *, schemes: tuple[str, ...] = ("http", "https")
) -> Iterator[Finding]:
    """A link under `key`, where there is one."""
    value = body.get(key)
    if value is None:
        return
    yield from text(body, key, 1, most)
    if not isinstance(value, str) or not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
        message = f"Scheme must be one of {schemes}. It is {value!r}."
        yield Finding((key,), "URL_TYPE_INVALID_SCHEME", message)
    elif " " in value or not value.split("://", 1)[1]:
        yield Finding((key,), "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def duplicates(values: Iterable[Any]) -> Iterator[int]:
    """The indexes of values that came before."""
    seen: set[Any] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index
        seen.add(value)
