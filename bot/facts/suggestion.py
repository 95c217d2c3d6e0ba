"""What a curator may have meant: the known word nearest to an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_NEAR = 75.0
"""Least similarity in percent: `lubek` for `lubeck` has 91, `rus` for `ru` 80; unrelated words stay below 60."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word of `known` that is most like `word`, capitals and punctuation aside; None when none is near."""
    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, processor=utils.default_process)
    return found[0] if found is not None and found[1] >= _NEAR else None


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """The end of a sentence: ``"; did you mean `x`?"``, or `otherwise` when nothing known is near."""
    found = nearest(word, known)
    return f"; did you mean `{found}`?" if found is not None else otherwise
