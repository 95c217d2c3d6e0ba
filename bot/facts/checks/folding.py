"""Names and questions as people compare them."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")
_BLANKS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """A text without capitals, accents and punctuation: "Saint-Peter's  Court" -> "saint peter s court"."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _BLANKS.sub(" ", text.casefold()).strip()
