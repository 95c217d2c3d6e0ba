"""The words of all languages together, each with its part in a date.

A part is one letter, so that a question becomes a short string ("what happened on 2 March 1370" is `wwiday`), and
the grammar of dates is a handful of regular expressions over such strings. The letters:

    d  figure 1-31            n  other figure of one or two digits     y  figure of three or four digits
    o  ordinal: 2nd, 27-го    O  spelt ordinal that needs "of"         q  year with an apostrophe: '70
    N  date in figures        e  day and month in figures: 24.05       D  decade: 1370s
    m  month                  a  month that is also a word: may        z  month only beside a figure: jan, febuary
    s  season                 S  season that needs no preposition      F  season that needs its year: fall
    p  part: early, end       c  century      r  Roman numeral         v  preposition that may mean a century: "в"
    g  "year"                 G  "году"       B  before Christ         A  after Christ
    K  a calendar             k  a calendar, only beside a date        #  number of something else follows: page, №
    b  from, between          t  to, until    &  and                   i  other preposition    f  of    h  the
    !  what follows is no month: ides         w  any other word        x  anything else
    and - , . / ( ) for themselves
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.dates.languages import ALL, Vocabulary

Meaning = tuple[str, object]
"""The letter of a word's part, and its value: the number of a month, a `Part`, a `Calendar` ..."""


def _meanings(vocabulary: Vocabulary) -> Iterable[tuple[str, str, object]]:
    """Word or phrase, letter, value. Later ones win where a language uses a word twice."""
    plain = {
        "i": vocabulary.prepositions,
        "f": vocabulary.of,
        "h": vocabulary.articles,
        "&": vocabulary.conjunctions,
        "t": vocabulary.joiners,
        "b": vocabulary.openers,
        "v": vocabulary.century_abbreviations,
        "#": vocabulary.numbering,
        "!": vocabulary.not_months_after,
        "g": vocabulary.year_words,
        "G": vocabulary.in_year_words,
        "c": vocabulary.century_words,
        "B": vocabulary.before_christ,
        "A": vocabulary.anno_domini,
    }
    for letter, words in plain.items():
        yield from ((word, letter, None) for word in words)
    valued: dict[str, Mapping[str, object]] = {
        "p": vocabulary.parts,
        "K": vocabulary.calendars,
        "k": vocabulary.calendar_marks,
        "o" if vocabulary.ordinals_stand_before_months else "O": vocabulary.ordinals,
    }
    for letter, values in valued.items():
        yield from ((word, letter, value) for word, value in values.items())
    for number, words in enumerate(vocabulary.abbreviated_months, 1):
        yield from ((word, "z", number) for word in words)
    for number, words in enumerate(vocabulary.months, 1):
        yield from ((word, "a" if word in vocabulary.doubtful_months else "m", number) for word in words)
    for number, words in enumerate(vocabulary.seasons, 21):
        yield from ((word, _season_letter(word, vocabulary), number) for word in words)


def _season_letter(word: str, vocabulary: Vocabulary) -> str:
    return "S" if word in vocabulary.adverbial_seasons else "F" if word in vocabulary.years_seasons else "s"


def _roman_numerals(highest: int = 21) -> Iterable[tuple[str, int]]:
    """Lower-case numerals of centuries, also as typed with some Cyrillic letters."""
    tens, ones = ("", "x", "xx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    for number in range(1, highest + 1):
        numeral = tens[number // 10] + ones[number % 10]
        for typed in (numeral, numeral.replace("x", "х"), numeral.replace("i", "і")):
            yield typed, number
        yield numeral.replace("x", "х").replace("i", "і"), number


WORDS: dict[str, Meaning] = {numeral: ("r", number) for numeral, number in _roman_numerals()}
"""Single words. Words that are not here are `w`."""

PHRASES: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
"""First word of a phrase -> its other words and its meaning, the longest first."""

for _language in ALL:
    for _phrase, _letter, _value in _meanings(_language.vocabulary):
        _first, *_others = _phrase.split()
        if _others:
            PHRASES.setdefault(_first, []).append((tuple(_others), (_letter, _value)))
        else:
            WORDS[_first] = (_letter, _value)
for _phrases in PHRASES.values():
    _phrases.sort(key=lambda phrase: -len(phrase[0]))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(word) for word in words}, key=len, reverse=True))


ORDINAL_SUFFIXES = _alternatives(suffix for language in ALL for suffix in language.vocabulary.ordinal_suffixes)
DECADE_SUFFIXES = frozenset(suffix for language in ALL for suffix in language.vocabulary.decade_suffixes)
FIGURE_SUFFIXES = _alternatives({*ORDINAL_SUFFIXES.split("|"), *DECADE_SUFFIXES})

COUNTED = re.compile("|".join(language.vocabulary.counted for language in ALL))
"""Nouns (lower case) that a number before them counts, so that it is neither day nor year."""

MONTH_NAMES: dict[str, int] = {
    word: number
    for language in ALL
    for number, words in enumerate(language.vocabulary.months, 1)
    for word in words
    if len(word) > 3
}
"""Full names of months that are long enough to be told when misspelt, in all their forms."""

LOOK_ALIKES = frozenset(word for language in ALL for word in language.vocabulary.look_alikes)
