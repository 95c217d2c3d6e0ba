"""Bytes to text: the place of the first bad byte, and files that are too large."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.problem import Severity
from bot.facts.reading.decoding import MAX_BYTES, decode


def test_utf8_is_text() -> None:
    assert decode("towns.yaml", "- Lübeck\n- Любек\n".encode()) == ("- Lübeck\n- Любек\n", [])


def test_a_byte_order_mark_is_dropped_with_a_warning() -> None:
    text, [problem] = decode("towns.yaml", b"\xef\xbb\xbf- visby\n")
    assert text == "- visby\n"
    assert (problem.line, problem.column, problem.severity) == (1, 1, Severity.WARNING)
    assert problem.rule == "byte-order-mark"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("- Lübeck\n- Любек\n".encode("windows-1251", errors="replace"), 2, 3),
        ("- Lübeck\n".encode("latin-1"), 1, 4),
        ("- Lübeck, ".encode() + b"\xff", 1, 11),
        (b"- visby\n\n\xc3", 3, 1),
        (b"- \xed\xa0\x80", 1, 3),
    ],
)
def test_bytes_that_are_not_utf8_are_shown_in_their_line(content: bytes, line: int, column: int) -> None:
    text, [problem] = decode("towns.yaml", content)
    assert text is None
    assert (problem.line, problem.column, problem.rule) == (line, column, "not-utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_called_by_its_name(encoding: str) -> None:
    _, [problem] = decode("towns.yaml", "\ufeff- Visby\n".encode(encoding))
    assert "UTF-16" in problem.sentence


def test_a_file_too_large_is_not_even_decoded() -> None:
    text, [problem] = decode("all.yaml", b"\xff" * (MAX_BYTES + 1))
    assert text is None
    assert problem.rule == "file-too-large"
    assert "split it" in problem.sentence


@given(st.binary(max_size=80))
def test_the_place_of_a_bad_byte_is_the_end_of_what_can_be_read(content: bytes) -> None:
    text, problems = decode("any.yaml", content)
    if text is not None:
        assert text.encode() in (content, content[3:])
        return
    [problem] = problems
    if "UTF-16" not in problem.sentence:
        lines = content.split(b"\n")[: problem.line]
        good = lines[-1].decode(errors="replace")[: problem.column - 1]
        assert lines[-1].startswith(good.encode())
        assert all(line.decode() is not None for line in lines[:-1])
