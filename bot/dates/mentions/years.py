"""Which figures are years: "1370" is, the 1370 of "1370 ships" hardly, that of "in 1370" again."""

from __future__ import annotations

import re

from bot.dates.mentions.lexicon import COUNTED
from bot.dates.mentions.tokens import Token

EARLIEST_BARE_YEAR = 1000
LATEST_BARE_YEAR = 2100

_NEAR = 15  # years around the pack's own in which "1370 events" is read as a year
_SHORT_NEAR = 20  # and in which two figures are

# What stands before a figure that is a year, when it has three digits or nothing else tells.
_YEAR_COMES = re.compile(r"(?:[ivbtpg]|[iv]h|p[-f]h?|&)$")


def counts_something(tokens: list[Token], position: int) -> bool:
    """Whether the token at `position` is a noun that a number before it counts."""
    return position < len(tokens) and COUNTED.fullmatch(tokens[position].word) is not None


def is_bare_year(tokens: list[Token], letters: str, position: int, default_year: int | None) -> bool:
    """Whether the figure of three or four digits at `position`, without month, era or "year", is a year.

    `default_year` is the year that the pack is about, if any: near to it more is believed.
    """
    year = tokens[position].number
    before = letters[max(0, position - 3) : position]
    if year > LATEST_BARE_YEAR:
        return False
    if counts_something(tokens, position + 1):
        near = default_year is not None and abs(year - default_year) <= _NEAR
        return year >= EARLIEST_BARE_YEAR and year % 100 != 0 and (near or before.endswith("h"))
    return year >= EARLIEST_BARE_YEAR or _YEAR_COMES.search(before) is not None


def is_year_of_month(tokens: list[Token], position: int) -> bool:
    """Whether the figure behind the name of a month is its year: not in "in July 300 ships sailed"."""
    year = tokens[position].number
    return year <= LATEST_BARE_YEAR and not (
        counts_something(tokens, position + 1) and (year < EARLIEST_BARE_YEAR or year % 100 == 0)
    )


def full_year(short: int, default_year: int | None, *, near: bool = False) -> int | None:
    """The year that two figures mean in the century of `default_year`; with `near`, only one close to it."""
    if default_year is None or default_year < 100:
        return None
    year = default_year // 100 * 100 + short
    return None if near and abs(year - default_year) > _SHORT_NEAR else year
