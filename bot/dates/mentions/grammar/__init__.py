"""How people write dates: one pattern over the letters of `lexicon` for each way, and what it means.

To add a way of writing, add a pattern to the `WAYS` of the module that it belongs to, with a function that turns its
match into a `Spec`, or None when a closer look finds no date. Ways may overlap: the longest date wins. A date without
a year is found too; whether a year can be had elsewhere is decided later.

The patterns look at one letter for each token, so their groups are positions of tokens. None has a repetition inside a
repetition: matching takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.dates.mentions.grammar import days, months, periods
from bot.dates.mentions.grammar.question import Build, Question
from bot.dates.mentions.spec import Spec

__all__ = ["Question", "candidates"]

_DATED = re.compile(r"[dnoOyqNeDmazsSF]|rc|rv")


def candidates(question: Question) -> Iterator[Spec]:
    """Every date that the question may contain, overlapping ones too."""
    if not _DATED.search(question.letters):
        return
    for pattern, build in _compiled_ways():
        for match in pattern.finditer(question.letters):
            spec = build(match, question)
            if spec is not None:
                yield spec


@cache
def _compiled_ways() -> tuple[tuple[re.Pattern[str], Build], ...]:
    """The ways, compiled when the first question with a figure or a month comes: most of the cost of an import."""
    return tuple((re.compile(pattern), build) for pattern, build in (*days.WAYS, *months.WAYS, *periods.WAYS))
