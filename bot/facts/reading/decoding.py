"""The bytes of a file as text, or the problem that keeps them from being text."""

from __future__ import annotations

from bot.facts.problem import Problem, Severity

MAX_BYTES = 8_000_000
"""A file that no person edits any more: about 12,000 facts. It also bounds the time that one file can take."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(file: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file in UTF-8, without its byte order mark, and its problems; None when it cannot be read."""
    if len(content) > MAX_BYTES:
        sentence = f"the file has more than {MAX_BYTES // 1_000_000} MB and was not read; split it by topic"
        return None, [Problem(file, 1, 1, Severity.ERROR, "file-too-large", sentence)]
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, content, error.start)]
    if text.startswith("\ufeff"):
        sentence = "the file begins with a byte order mark; save it as UTF-8 without BOM"
        return text[1:], [Problem(file, 1, 1, Severity.WARNING, "byte-order-mark", sentence)]
    return text, []


def _not_utf8(file: str, content: bytes, start: int) -> Problem:
    if content.startswith(_UTF16):
        return Problem(file, 1, 1, Severity.ERROR, "not-utf-8", "the file is in UTF-16; save it as UTF-8")
    before = content[:start].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    sentence = f"the byte {content[start]:#04x} is not UTF-8; save the file as UTF-8 (not as Windows-1251 or Latin-1)"
    return Problem(file, line, column, Severity.ERROR, "not-utf-8", sentence)
