"""Months, seasons, and parts of months and years."""

from __future__ import annotations

import re

from bot.dates.languages import Part
from bot.dates.mentions.grammar.question import MONTH, YEAR, YEAR_AT_WILL, Question, Way, dated_spec, year_of
from bot.dates.mentions.spec import Spec, part_of_month, part_of_year


def _month(match: re.Match[str], question: Question) -> Spec | None:
    """May 1370; alone only behind words that make it a date ("in may"), never behind "ides of"."""
    month = question.number(match, "month")
    named = match["year"] or match["ad"]
    if not named and not _month_stands_alone(match, question):
        return None
    return dated_spec(match, question, f"{{year}}-{month:02}", month=month)


def _month_stands_alone(match: re.Match[str], question: Question) -> bool:
    before, after = question.before(match), question.after(match)
    if not before and not after:  # all that was written, as for the command that asks for a date
        return True
    if re.search(r"!f?$", before):
        return False
    match match["month"]:
        case "m":
            context, other = r"[ivbtf-]$|b[maz]&$", r"-[maz]|[t&][maz]"
        case "a":
            context, other = r"[ivb]$|[mz][-t]$|[maz]-$|b[maz][t&]$", r"-[maz]|tm"
        case _:
            context, other = r"[iv]$", r"[-t][maz]\.?,?y"
    opened = before.endswith("b") and re.match(r"[-t&][maz]", after)
    return bool(opened or re.search(context, before) or re.match(other, after))


def _season(match: re.Match[str], question: Question) -> Spec | None:
    """Summer 1370, in summer, летом. Winter may be the one that begins with the year or the one that ends it."""
    code = question.number(match, "season")
    year = year_of(match, question)
    if year is None and not _season_stands_alone(match, question):
        return None
    texts = ("{year}-01/{year}-02", "{year}-24") if code == 24 else (f"{{year}}-{code}",)
    month = 1 if code == 24 else (code - 21) * 3 + 3
    return Spec(match.start(), match.end(), texts, year=year, month=month, coarse=True)


def _season_stands_alone(match: re.Match[str], question: Question) -> bool:
    before, after = question.before(match), question.after(match)
    if match["season"] == "S" or not (before or after):
        return True
    named = r"[ivbt]$" if after.startswith("w") else r"[ivbt]h?$"  # not "before the winter fair"
    return match["season"] == "s" and re.search(named, before) is not None


def _winter_of_two_years(match: re.Match[str], question: Question) -> Spec | None:
    """Winter 1370–71, which names the winter without doubt."""
    first, last = question.tokens[match.start("year")], question.tokens[match.start("next")]
    if last.number not in {first.number + 1, (first.number + 1) % 100} or question.number(match, "season") != 24:
        return None
    return Spec(match.start(), match.end(), ("{year}-24",), year=first.number, coarse=True)


def _part(match: re.Match[str], question: Question) -> Spec | None:
    """Early March, the end of August 1370, mid-summer 1370."""
    part, month = question.tokens[match.start("part")].value, question.number(match, "month")
    if not isinstance(part, Part):
        return None
    if month > 12:
        return Spec(match.start(), match.end(), (f"{{year}}-{month}",), year=year_of(match, question), coarse=True)
    if match["month"] == "z" and not (match["year"] or match["ad"]):
        return None
    return dated_spec(match, question, part_of_month(part, month), month=month)


def _part_of_year(match: re.Match[str], question: Question) -> Spec | None:
    """Early 1370, the end of 1370, в начале 1370 года."""
    part, year = question.tokens[match.start("part")].value, year_of(match, question)
    if not isinstance(part, Part) or year is None:
        return None
    return Spec(match.start(), match.end(), (part_of_year(part),), year=year, coarse=True)


WAYS: tuple[Way, ...] = (
    (rf"{MONTH}{YEAR_AT_WILL}", _month),
    (rf"(?P<season>[sSF])(?:{YEAR})?(?P<month>)", _season),
    (r"(?P<season>[sS])f?(?P<year>y)[-/](?P<next>[dny])[gG]?", _winter_of_two_years),
    (rf"(?P<part>p)-?f?h?(?P<month>[mazsSF])(?:(?<=z)\.)?{YEAR_AT_WILL}", _part),
    (rf"(?P<part>p)-?(?P<month>){YEAR}", _part_of_year),
)
