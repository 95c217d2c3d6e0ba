"""Misspelt names of months: "febuary", "agust", "феврля"."""

from __future__ import annotations

from functools import lru_cache

from bot.dates.mentions.lexicon import LOOK_ALIKES, MONTH_NAMES

_SHORTEST = 4
_LONG = 8  # names this long may have two slips


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> int | None:
    """The month whose name `word` (lower case) nearly is, None when it is none or might be two.

    Counted are slips of typing: a letter left out, put in, changed, or two exchanged (optimal string alignment). One is
    allowed, two in a long name; the first letter must be right. To be asked only of words beside a number: "the jury"
    is no July.
    """
    if not _SHORTEST <= len(word) <= 12 or word in LOOK_ALIKES:
        return None
    # Imported late: most questions have no such word, and the console starts cold each time.
    from rapidfuzz.distance import OSA

    best: dict[int, set[int]] = {}
    for name, month in MONTH_NAMES.items():
        if name[0] == word[0]:
            allowed = 2 if len(name) >= _LONG and len(word) >= _LONG - 1 else 1
            slips = OSA.distance(word, name, score_cutoff=allowed)
            if slips <= allowed:
                best.setdefault(slips, set()).add(month)
    nearest = best[min(best)] if best else set()
    return nearest.pop() if len(nearest) == 1 else None
