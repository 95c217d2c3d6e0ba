"""Years, several years, decades and centuries."""

from __future__ import annotations

import re

from bot.dates.mentions.grammar.question import AFTER_CHRIST, NUMBERED, Question, Way, year_of
from bot.dates.mentions.spec import Spec, year_text
from bot.dates.mentions.years import LATEST_BARE_YEAR, counts_something, full_year, is_bare_year


def _year(match: re.Match[str], question: Question) -> Spec | None:
    """1370, in 476, AD 14, 44 BC, в 1370 году."""
    year = year_of(match, question)
    if year is None:
        return None
    marked = match["ad"] or match["year"] == "q" or match[0][-1] in "gGAB" or match[0][0] in "gG"
    if not marked and not is_bare_year(question.tokens, question.letters, match.start("year"), question.default_year):
        return None
    return Spec(match.start(), match.end(), ("{year}",), year=year, coarse=True)


def _short_year_alone(match: re.Match[str], question: Question) -> Spec | None:
    """В 70 году, when that is near the pack's own year."""
    year = full_year(question.number(match, "short"), question.default_year, near=True)
    return None if year is None else Spec(match.start(), match.end(), ("{year}",), year=year, coarse=True)


def _years(match: re.Match[str], question: Question) -> Spec | None:
    """1370–1385, 1370/71, between 1370 and 1385, 50–44 BC. 1370-05 may be May or the years to 1405, so both."""
    start, end = question.tokens[match.start("year")], question.tokens[match.start("until")]
    first, last = start.number, end.number
    if "B" in match[0]:
        first, last = 1 - first, 1 - last
    elif len(end.word) <= 2 and first >= 100:
        last += first // 100 * 100
    texts = [f"{year_text(first)}/{year_text(last)}"] if first < last else []
    is_month = len(end.word) == 2 and 1 <= end.number <= 12 and match[0] == "y-" + end.letter
    if is_month and end.start - start.end == 1:
        texts.insert(0, f"{year_text(first)}-{end.number:02}")
    if (
        not texts
        or max(first, last) > LATEST_BARE_YEAR
        or (first % 100 == 0 and counts_something(question.tokens, match.end()))
    ):
        return None
    return Spec(match.start(), match.end(), tuple(texts), coarse=not is_month)


def _decade(match: re.Match[str], question: Question) -> Spec | None:
    """1370s, 1370-е годы; the 1300s may be ten years or a hundred."""
    year = question.number(match, "decade")
    texts = (f"{year // 100:02}XX", f"{year // 10:03}X") if year % 100 == 0 else (f"{year // 10:03}X",)
    return Spec(match.start(), match.end(), texts, coarse=True) if year <= LATEST_BARE_YEAR else None


def _century(match: re.Match[str], question: Question) -> Spec | None:
    """14th century, the fourteenth century, XIV век, 5th century BC."""
    number = question.number(match, "century")
    if not 1 <= number <= 21:
        return None
    if "B" in match[0]:
        text = f"{year_text(1 - number * 100)}/{year_text(-(number - 1) * 100)}"
    else:
        text = f"{number - 1:02}XX"
    return Spec(match.start(), match.end(), (text,), coarse=True)


WAYS: tuple[Way, ...] = (
    (rf"[gG]?(?:{NUMBERED}|{AFTER_CHRIST})", _year),
    (r"(?<=[iv])(?P<short>[dno])-?G", _short_year_alone),
    (r"(?P<year>y)(?:-|t|/|(?<=b.)&)(?P<until>y|[dn](?!f?[maz]))[gG]?\.?B?", _years),
    (r"(?P<year>[dny])-(?P<until>[dny])[gG]?\.?B", _years),
    (r"(?P<year>[dny])-(?P<until>[dny])[gG]?\.?A", _years),
    (r"A(?P<year>[dny])-(?P<until>[dny])", _years),
    (r"(?P<decade>D)[gG]?", _decade),
    (r"(?P<century>[dnoOr])-?c(?:\.?B)?", _century),
    (r"(?P<century>r)v(?:\.B?|B)", _century),
)
