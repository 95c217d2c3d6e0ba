"""Misspelling as people do it: a neighbouring key, a letter left out, doubled, or two swapped."""

from __future__ import annotations

import random
import re

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_NEIGHBOURS = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at, letter in enumerate(row)
}
_WORD = re.compile(r"[^\W\d_]{5,}")


def misspell(word: str, chance: random.Random) -> str:
    """`word` with one slip, never in its first letter."""
    at = chance.randrange(1, len(word))
    match chance.randrange(4):
        case 0:
            keys = _NEIGHBOURS.get(word[at].lower(), "")
            return word[:at] + (chance.choice(keys) if keys else "") + word[at + 1 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            at = min(at, len(word) - 2)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def with_typos(text: str, count: int, chance: random.Random) -> str:
    """`text` with slips in `count` of its words of five letters or more, as far as it has them."""
    places = [match.span() for match in _WORD.finditer(text)]
    for start, end in sorted(chance.sample(places, min(count, len(places))), reverse=True):
        text = text[:start] + misspell(text[start:end], chance) + text[end:]
    return text
