"""Cyrillic as people type it in Latin letters.

One simple scheme, near BGN/PCGN 1947 without apostrophes, is enough: it need not be reversible, it only has to land
near what a person types, and the spelling repair does the rest (`Зудерман` -> `zuderman`, typed `suderman`).
"""

from __future__ import annotations

_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "і": "i", "ї": "i", "є": "ye", "ґ": "g", "ў": "u",
    }
)  # fmt: skip


def is_cyrillic(word: str) -> bool:
    """Whether a folded word is written in Cyrillic letters (its first letter decides)."""
    return bool(word) and "\u0400" <= word[0] <= "\u04ff"


def to_latin(word: str) -> str:
    """A folded Cyrillic word in Latin letters; what is not Cyrillic stays.

    >>> to_latin("ганза")
    'ganza'
    """
    return word.translate(_LATIN)
