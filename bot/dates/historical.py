"""A historical date as a value: however vague it is, it is a pair of known days, the earliest and the latest.

Sorting, comparing and "falls within" all come from that one idea (taken from undate).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum

from bot.dates.calendars import Calendar


class Precision(IntEnum):
    """How exactly a date is known, from the coarsest to the finest: a greater one says more."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """One date, or an interval of two. Made by `parse_edtf`; it is never a moment or a time of day.

    `edtf` is the date as written, in the terms of `calendar`. `earliest` and `latest` are Julian Day Numbers, both
    inclusive; None is an open or unknown end. Of an interval, `start` and `end` are its two dates (None where open or
    unknown), each in its own calendar; `calendar` is then that of its first known end, `precision` the coarser one, and
    it is `approximate` or `uncertain` when one of its ends is.

    Equal are only dates written alike in the same calendar; `sort_key` and `<` put dates in order of time.
    """

    edtf: str
    calendar: Calendar
    precision: Precision
    earliest: int | None
    latest: int | None
    approximate: bool = False
    uncertain: bool = False
    start: HistoricalDate | None = None
    end: HistoricalDate | None = None

    @property
    def is_interval(self) -> bool:
        """Whether this is an interval of two dates, one of which may be open or unknown."""
        return self.start is not None or self.end is not None

    @property
    def sort_key(self) -> tuple[float, float]:
        """Earliest and latest day, for sorting; an open end lies beyond all days."""
        return (
            -math.inf if self.earliest is None else self.earliest,
            math.inf if self.latest is None else self.latest,
        )

    def overlaps(self, other: HistoricalDate) -> bool:
        """Whether some day may belong to both."""
        (first, last), (other_first, other_last) = self.sort_key, other.sort_key
        return first <= other_last and other_first <= last

    def contains(self, other: HistoricalDate) -> bool:
        """Whether every day that may belong to `other` may belong to this one."""
        (first, last), (other_first, other_last) = self.sort_key, other.sort_key
        return first <= other_first and other_last <= last

    def __lt__(self, other: HistoricalDate) -> bool:
        """Earlier in time: by the earliest day, then by the latest."""
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return self.edtf
