"""A question cut into tokens, each with its part in a date (the letters of `lexicon`)."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from bot.dates.mentions.lexicon import DECADE_SUFFIXES, FIGURE_SUFFIXES, PHRASES, WORDS
from bot.dates.mentions.misspelt import misspelt_month


class Token(NamedTuple):
    """A piece of the text: its span, the letter of its part, its folded words or figures, and what they mean."""

    start: int
    end: int
    letter: str
    word: str
    value: object = None

    @property
    def number(self) -> int:
        """The value of a figure, an ordinal, a month or a season."""
        return self.value if isinstance(self.value, int) else 0


# The order matters: the first alternative that fits is taken. Only ASCII figures count; longer runs of figures, sums,
# decimals and times of day are taken whole, so that no part of them is a date.
_TOKEN = re.compile(
    rf"""
    (?P<word>(?:[^\W\d_]|[\u0300-\u036f])+)
  | (?P<date>(?<![0-9])(?<![0-9]\.)
        (?:[0-9]{{1,2}}(?P<sep>[./-])\ ?[0-9]{{1,2}}(?P=sep)\ ?(?:[0-9]{{4}}|[0-9]{{2}})(?!(?P=sep)[0-9])
          |[0-9]{{4}}(?P<sep2>[./-])[0-9]{{1,2}}(?P=sep2)[0-9]{{1,2}}(?!(?P=sep2)[0-9]))(?![0-9]))
  | (?P<daymonth>(?:0[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2])(?![0-9]|[.:,][0-9]))
  | (?P<other>[$€£₽]\ ?[0-9][0-9.,]*
        |[0-9]{{1,3}}(?:[ \u00a0\u202f,'][0-9]{{3}})+(?![0-9])
        |[0-9]+(?:[.:][0-9]+)+
        |[0-9]+\ ?[%‰°]
        |[0-9]{{5,}})
  | (?P<figure>[0-9]+)(?:['’]?-?(?P<suffix>{FIGURE_SUFFIXES})(?![^\W_]))?
  | ['’](?P<short>[0-9]{{2}})(?![^\W_])
  | (?P<dash>[-–—‒−]+)
  | (?P<sign>[,./()\[\]\#№])
  | (?P<rest>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LETTERS = {"date": "N", "sep": "N", "sep2": "N", "daymonth": "e", "dash": "-"}
_BRACKETS = {"[": "(", "]": ")", "№": "#"}

# The number of something, as in "diet no. 1"; but "the diet 1 March" has its date.
_NUMBERED = re.compile(r"(?:(?<=#)|(?<=#\.))[dnoyq](?!\.?[maz])")

# Where a word that is not known stands beside a figure it may be a misspelt month.
_BESIDE_FIGURE = re.compile(r"(?<=[doO])w|(?<=[doO]f)w|(?<=o\.)w|(?<=d\.)w|(?<=[do]h)w|w(?=\.?,?f?h?[doyq])")


def read_tokens(text: str) -> tuple[list[Token], str]:
    """The tokens of any text, and the string of their letters."""
    tokens = _with_phrases([_token(match) for match in _TOKEN.finditer(text)])
    letters = _NUMBERED.sub("x", "".join([token.letter for token in tokens]))
    for match in _BESIDE_FIGURE.finditer(letters):
        token = tokens[match.start()]
        month = misspelt_month(token.word)
        if month is not None:
            tokens[match.start()] = token._replace(letter="z", value=month)
            letters = letters[: match.start()] + "z" + letters[match.end() :]
    return tokens, letters


def fold(word: str) -> str:
    """A word as the lexicon has it: composed, without stress marks, lower case, `е` for `ё`."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).replace("\u0301", "").replace("ё", "е").replace("Ё", "е")
    return word.lower()


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    text = match[0]
    group = match.lastgroup
    if group == "word":
        word = fold(text)
        letter, value = WORDS.get(word, ("w", None))
        return Token(start, end, letter, word, value)
    if group in {"figure", "suffix"}:
        return _figure(start, end, match["figure"], (match["suffix"] or "").lower())
    if group == "short":
        return Token(start, end, "q", text, int(match["short"]))
    if group == "sign":
        return Token(start, end, _BRACKETS.get(text, text), text)
    return Token(start, end, _LETTERS.get(group or "", "x"), text)


def _figure(start: int, end: int, figure: str, suffix: str) -> Token:
    number = int(figure)
    if suffix in DECADE_SUFFIXES and len(figure) >= 3 and number % 10 == 0:
        return Token(start, end, "D", figure, number)
    if len(figure) >= 3:
        return Token(start, end, "y", figure, number)
    if suffix == "s":
        return Token(start, end, "x", figure)
    if suffix:
        return Token(start, end, "o" if 1 <= number <= 31 else "n", figure, number)
    return Token(start, end, "d" if 1 <= number <= 31 else "n", figure, number)


def _with_phrases(tokens: list[Token]) -> list[Token]:
    """The tokens with those that make up a phrase ("до н. э.", "old style") put together."""
    merged: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.word in PHRASES and (phrase := _phrase_at(tokens, position)):
            token, position = phrase
        else:
            position += 1
        merged.append(token)
    return merged


def _phrase_at(tokens: list[Token], position: int) -> tuple[Token, int] | None:
    """The phrase that begins at `position`, and the position behind it; points and hyphens in it are skipped."""
    for words, (letter, value) in PHRASES[tokens[position].word]:
        last = position
        for word in words:
            last += 1
            while last < len(tokens) and tokens[last].letter in ".-":
                last += 1
            if last >= len(tokens) or tokens[last].word != word:
                break
        else:
            if len(words[-1]) <= 2 and last + 1 < len(tokens) and tokens[last + 1].letter == ".":
                last += 1  # the point of an abbreviation
            first = tokens[position]
            return Token(first.start, tokens[last].end, letter, " ".join((first.word, *words)), value), last + 1
    return None
