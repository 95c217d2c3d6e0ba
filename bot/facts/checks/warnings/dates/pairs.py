"""Days that a text gives in both calendars, and whether they can be the same: `disagreeing`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.dates import DateMention, HistoricalDate, Precision, civil_date
from bot.facts.checks.warnings.dates.mentioned import Read

_PLACES = re.compile(r"\(\s?\d{1,2}\b|(?<=[^\W_])\s?/\s?\d{1,2}\b")
"""Where a second date may begin. Only what stands around such places is read."""
_BEFORE = re.compile(r"\d(?:\S*\s+){0,6}\S*$")
"""The first of two dates: at most six words, from a figure on; "28 June to 2 July 1709" is one date."""
_SHORT_BEFORE = re.compile(r"\d(?:\S*\s+){0,3}\S*$")
_BEHIND = re.compile(r"\([^()\w]*\d+\W*\)\s*\w*(?:\s+\d{3,4})?|\([^()]*\)(?:\s*\d{3,4})?|\s?/\s?\d+(?:\s+\w+){0,2}")
"""The second date, and the year that is common to both, or the month where the second date is a figure only."""
_GAP = re.compile(r"\s?[(/]\s?")
_ONE_PIECE = re.compile(r"\d\D{0,12}[(/]\s?\d")
_INTERVALS = re.compile(r"\d{1,2}\s?[-–—]\s?\d{1,2}\s?\(\d{1,2}\s?[-–—]")


def disagreeing(text: str, year: int | None, read: Read) -> list[str]:
    """The pairs of days in a text, as they are written there, that are not one day in the two calendars.

    A pair is "2 (13) May 1709", "27 June (8 July) 1709", "27 June 1709 (8 July New Style)", or with a stroke; so are
    two intervals of days. `year` is that of dates that name none. Told is only what fits in no year that is near.
    """
    found: dict[str, None] = {}
    for place in _PLACES.finditer(text):
        near = _around(text, place.start(), _BEFORE)
        wrong = _wrong_pairs(near, year, read)
        if wrong or year is None:
            tried = [_wrong_pairs(near, other, read) for other in _years(near, year, read)]
            wrong = [pair for pair in tried[0] if all(pair in others for others in tried)] if tried else []
        found.update(dict.fromkeys(wrong))
    return list(found)


def _around(text: str, place: int, before: re.Pattern[str]) -> str:
    """Both dates, the second of which begins at a place in the text; empty when no figure is before it."""
    first = before.search(text[max(0, place - 60) : place])
    second = _BEHIND.match(text, place)
    return first[0] + second[0] if first and second else ""


def _years(text: str, year: int | None, read: Read) -> list[int]:
    """The years that the text names, with those before and after: a pair may reach over a new year."""
    first = [
        civil_date(reading.calendar, reading.earliest)[0]
        for mention in read(text, year)
        for reading in mention.readings
        if reading.earliest is not None
    ]
    return sorted({each + step for each in first for step in (-1, 0, 1)})


def _wrong_pairs(text: str, year: int | None, read: Read) -> list[str]:
    """The pairs of a short text that do not agree, when `year` is that of dates that name none."""
    mentions = read(text, year)
    wrong = [mention.text for mention in mentions if _is_broken_pair(mention)]
    for mention in mentions:
        if mention.readings[0].is_interval and mention.stated is None:
            wrong += _wrong_ends(mention.text, year, read)
    for one, other in pairwise(mentions):
        if _is_pair(text, one, other) and not _may_be_same(one, other):
            wrong.append(text[one.start : other.end] + ")" * ("(" in text[one.end : other.start]))
    return wrong


def _wrong_ends(interval: str, year: int | None, read: Read) -> Iterator[str]:
    """The pairs that are the ends of "from 2 (13) May to 27 June (8 July) 1709", each read by itself."""
    for place in _PLACES.finditer(interval):
        near = _around(interval, place.start(), _SHORT_BEFORE)
        yield from (mention.text for mention in read(near, year) if _is_broken_pair(mention))


def _is_broken_pair(mention: DateMention) -> bool:
    """Whether a pair in one piece, "2 (14) May 1709", was read in both calendars, since neither makes it one day."""
    written = _INTERVALS.match(mention.text) if mention.readings[0].is_interval else _ONE_PIECE.search(mention.text)
    same_words = len({reading.edtf for reading in mention.readings}) == 1
    return bool(written) and mention.stated is None and len(mention.readings) == 2 and same_words


def _is_pair(text: str, one: DateMention, other: DateMention) -> bool:
    """Whether only a bracket or a stroke stands between two dates of days; then a bracket holds nothing else."""
    gap = text[one.end : other.start]
    if not _GAP.fullmatch(gap) or (one.stated is not None and one.stated is other.stated):
        return False
    closed = "(" not in gap or text[other.end :].lstrip().startswith(")")
    return closed and all(mention.readings[0].precision is Precision.DAY for mention in (one, other))


def _may_be_same(one: DateMention, other: DateMention) -> bool:
    return any(_is_same(first, second) for first in one.readings for second in other.readings)


def _is_same(one: HistoricalDate, other: HistoricalDate) -> bool:
    """Whether two dates in different calendars are the same day or days; a day and an interval, whether they meet."""
    if one.calendar is other.calendar:
        return False
    return one.sort_key == other.sort_key if one.is_interval is other.is_interval else one.overlaps(other)
