"""What a language must say so that dates can be worded and read in it.

To add a language:

1. Write a module here, named after it, with one `Language`: its code, a `Phrasebook` (value -> words) and a
   `Vocabulary` (words of a question -> their part in a date). English is the model without cases, Russian with them.
2. Name it in `ALL` of this folder's `__init__`. Questions are read with the words of all languages at once, so a word
   that means something else in another language belongs into `doubtful_months`, `abbreviated_months` or
   `years_seasons`, which count only beside a number.
3. Give it a line in each table of `tests/dates/languages/`, and an example in `docs/dates.md`.

All words of a `Vocabulary` are lower case and without points; of `ё` and `е` write `е`. Phrases of several words may be
written by people with points, hyphens or blanks between the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, IntEnum
from typing import NamedTuple

from bot.dates.calendars import Calendar


class Case(IntEnum):
    """The two grammatical cases that wordings need; an index into pairs of forms."""

    NOMINATIVE = 0
    GENITIVE = 1


class Era(Enum):
    """How a year is marked: not at all, as before Christ, or (below 100) as after."""

    COMMON = "common"
    BEFORE = "before"
    EARLY = "early"


class Part(Enum):
    """A part of a month or of a year, as in "early March"."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


Forms = tuple[str, str]
"""A word or template in both cases: nominative, genitive."""


class Phrasebook(NamedTuple):
    """How dates are worded. Templates have one `{}`, or named fields where their comment says so."""

    months: tuple[Forms, ...]
    seasons: tuple[Forms, ...]  # spring, summer, autumn, winter
    weekdays: tuple[str, ...]  # from Monday
    on_weekday: str  # {weekday}, {date}
    marks: Mapping[Calendar, str]  # "O.S."
    year: Mapping[Era, str]
    years: Mapping[Era, str]  # of a span, "1365–1367"
    decade: Forms
    century: Forms
    century_number: Callable[[int], str]
    probably: str
    about: str  # this and the next four take the genitive
    since: str
    until: str
    since_about: str
    until_about: str


class Vocabulary(NamedTuple):
    """The words of dates in questions."""

    months: tuple[tuple[str, ...], ...]
    abbreviated_months: tuple[tuple[str, ...], ...]
    seasons: tuple[tuple[str, ...], ...]  # spring, summer, autumn, winter
    ordinals: Mapping[str, int]  # spelt days: "first", "twenty first"
    ordinals_stand_before_months: bool  # "первого марта", against "first of March"
    ordinal_suffixes: tuple[str, ...]  # behind figures: 2nd
    decade_suffixes: tuple[str, ...]  # 1370s
    parts: Mapping[str, Part]
    calendars: Mapping[str, Calendar]  # phrases that name a calendar wherever they stand
    calendar_marks: Mapping[str, Calendar]  # and those that do so only beside a date
    before_christ: tuple[str, ...]
    anno_domini: tuple[str, ...]
    year_words: tuple[str, ...]
    century_words: tuple[str, ...]
    openers: tuple[str, ...]  # "from", "between"
    joiners: tuple[str, ...]  # "to", "until"
    conjunctions: tuple[str, ...]  # "and": joins only after an opener
    prepositions: tuple[str, ...]  # words after which "May" and "1370" are dates
    of: tuple[str, ...]
    articles: tuple[str, ...] = ()
    in_year_words: tuple[str, ...] = ()  # forms that stand only behind the number of a year: "в 52 году"
    century_abbreviations: tuple[str, ...] = ()  # prepositions that mean a century behind a numeral: XIV в.
    numbering: tuple[str, ...] = ()  # words whose number is no date: "order", "page"
    not_months_after: tuple[str, ...] = ()  # "ides": what follows is no month
    doubtful_months: frozenset[str] = frozenset()  # also other words: "may"
    adverbial_seasons: frozenset[str] = frozenset()  # "летом": a date without a preposition
    years_seasons: frozenset[str] = frozenset()  # "fall": a season only with its year
    counted: str = r"(?!)"  # regular expression of nouns that a number counts
    look_alikes: frozenset[str] = frozenset()  # words near a month's name that are no misspelling


class Language(NamedTuple):
    """A language by its ISO 639-1 code."""

    code: str
    phrases: Phrasebook
    vocabulary: Vocabulary


def both(words: str) -> tuple[Forms, ...]:
    """Words, separated by blanks, that are the same in both cases."""
    return tuple((word, word) for word in words.split())


def forms(table: str) -> tuple[tuple[str, ...], ...]:
    """A table of word forms: one line for each month or season, the forms separated by blanks."""
    return tuple(tuple(line.split()) for line in table.strip().splitlines())
