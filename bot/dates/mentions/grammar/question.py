"""What all ways of writing a date share: the question as they see it, the pieces of their patterns, and the year."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.dates.mentions.spec import Spec
from bot.dates.mentions.tokens import Token
from bot.dates.mentions.years import full_year, is_year_of_month


class Question(NamedTuple):
    """The tokens of a question, the string of their letters, and the year that its dates are in when they name none."""

    tokens: list[Token]
    letters: str
    default_year: int | None

    def number(self, match: re.Match[str], group: str) -> int:
        """The value of the token that `group` matched."""
        return self.tokens[match.start(group)].number

    def before(self, match: re.Match[str]) -> str:
        """The few letters before a match."""
        return self.letters[max(0, match.start() - 4) : match.start()]

    def after(self, match: re.Match[str]) -> str:
        """The few letters behind a match."""
        return self.letters[match.end() : match.end() + 6]


Build = Callable[[re.Match[str], Question], Spec | None]
"""Makes a date of a match, or None when a closer look finds none."""

Way = tuple[str, Build]
"""A way of writing a date: its pattern over the letters of `lexicon`, and what it means."""

# Pieces of patterns. Of words that are cut short only a month and a day ("15. March") may have a point.
DAY = r"(?:d\.?|o)"
MONTH = r"(?P<month>[maz])(?:(?<=z)\.)?"
TO = r"(?:-|t)"
AFTER_CHRIST = r"A(?P<ad>[dny])"
_MARKED = r"(?:[gG](?:\.?,?(?P<gera>[AB]))?|,?(?P<era>[AB]))?"
NUMBERED = rf"(?P<year>y|q|[dno](?=[gG]?\.?,?[AB])){_MARKED}"
"""A year with what marks it as one: "1370", "1370 года", "44 г. до н. э."; a small figure needs its era."""
YEAR = rf",?f?[iv]?h?[gG]?(?:{AFTER_CHRIST}|{NUMBERED})"
"""The year of a date: ", 1370", "of the year 1370", "AD 14"."""
YEAR_AT_WILL = rf"(?:{YEAR})?"


def year_of(match: re.Match[str], question: Question) -> int | None:
    """The astronomical year that a match of `YEAR` names, None when there is none or its century is unknown."""
    if match["ad"]:
        return question.number(match, "ad")
    if not match["year"]:
        return None
    year = question.number(match, "year")
    if match["year"] == "q":
        return full_year(year, question.default_year)
    return 1 - year if "B" in {match["era"], match["gera"]} else year


def dated_spec(
    match: re.Match[str], question: Question, *texts: str, month: int | None = None, twin: tuple[int, int] | None = None
) -> Spec | None:
    """A spec over the whole match, with its year if it has one."""
    year = year_of(match, question)
    plain = match["year"] and not (match["era"] or match["gera"])  # else it is a year without doubt
    if plain and (year is None or not is_year_of_month(question.tokens, match.start("year"))):
        return None
    return Spec(match.start(), match.end(), texts, year=year, month=month, twin=twin)
