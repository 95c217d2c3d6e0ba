"""Folding: two spellings that differ only in case, accents, quotes or digit grouping become the same words."""

from __future__ import annotations

import re
import unicodedata

# Letters and digits, of any script; an apostrophe never stands inside a word after folding.
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s\b|'")
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
# S.R., R.S.D.L.P.: letters that are dotted one by one are one word.
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_NUMBER_SIGN = re.compile(r"№|#(?=\s*\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]»”]*\s+(?=[\"'(\[«“]*[A-ZÀ-ŽА-ЯЁ0-9])")


def fold(text: str) -> str:
    """`text` in the form in which words are compared: no case, no accents, no possessives, no grouping of digits.

    Compatibility decomposition (NFKD, UAX #15) without the combining marks, then full case folding. Characters that
    cannot be encoded (lone surrogates) become blanks, so that what follows may encode.
    """
    if not text.isascii():
        text = _NUMBER_SIGN.sub(" no ", text)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(" " if "\ud800" <= c <= "\udfff" else c for c in text if not unicodedata.combining(c))
    text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), _NUMBER_SIGN.sub(" no ", text))
    text = text.casefold().translate(_APOSTROPHES)
    return _POSSESSIVE.sub("", _THOUSANDS.sub("", text))


def words(text: str) -> list[str]:
    """The folded words of `text` in order."""
    return _WORD.findall(fold(text))


def sentences(text: str) -> list[str]:
    """`text` cut at sentence ends; at least one piece, which may be empty."""
    return [piece for piece in _SENTENCE_END.split(text) if piece.strip()] or [""]
