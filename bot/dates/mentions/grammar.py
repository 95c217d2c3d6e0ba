"""How people write dates: one pattern over the letters of `lexicon` for each way, and what it means.

To add a way of writing, add a pattern to `_WAYS` with a function that turns its match into a `Spec`, or None when a
closer look finds no date. Ways may overlap: the longest date wins. A date without a year is found too; whether a year
can be had elsewhere is decided later.

The patterns look at one letter for each token, so their groups are positions of tokens. None has a repetition inside a
repetition: matching takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from bot.dates.languages import Part
from bot.dates.mentions.spec import Spec, day_text, days_text, exists, part_of_month, part_of_year, year_text
from bot.dates.mentions.tokens import Token
from bot.dates.mentions.years import counts_something, full_year, is_bare_year, is_year_of_month


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


_DAY = r"(?:d\.?|o)"
_OF = r"f?h?"
_MONTH = r"(?P<month>[ma]|z)\.?"
# The year of a date: ", 1370", "of the year 1370", "AD 14", "44 г. до н. э.". Small figures need their era.
_AFTER_CHRIST = r"A(?P<ad>[dny])"
_MARKED = r"(?:[gG](?:\.?,?(?P<gera>[AB]))?|,?(?P<era>[AB]))?"
_NUMBERED = rf"(?P<year>y|q|[dno](?=[gG]?\.?,?[AB])){_MARKED}"
_YEAR = rf",?f?[iv]?h?[gG]?(?:{_AFTER_CHRIST}|{_NUMBERED})"
_YEAR_AT_WILL = rf"(?:{_YEAR})?"
_TO = r"(?:-|t)"


def candidates(question: Question) -> Iterator[Spec]:
    """Every date that the question may contain, overlapping ones too."""
    if not _DATED.search(question.letters):
        return
    for pattern, build in _compiled_ways():
        for match in pattern.finditer(question.letters):
            spec = build(match, question)
            if spec is not None:
                yield spec


def _year_of(match: re.Match[str], question: Question) -> int | None:
    """The astronomical year that a match of `_YEAR` names, None when there is none or its century is unknown."""
    if match["ad"]:
        return question.number(match, "ad")
    if not match["year"]:
        return None
    year = question.number(match, "year")
    if match["year"] == "q":
        return full_year(year, question.default_year)
    return 1 - year if "B" in {match["era"], match["gera"]} else year


def _spec(
    match: re.Match[str], question: Question, *texts: str, month: int | None = None, twin: tuple[int, int] | None = None
) -> Spec | None:
    """A spec over the whole match, with its year if it has one."""
    year = _year_of(match, question)
    plain = match["year"] and not (match["era"] or match["gera"])  # else it is a year without doubt
    if plain and (year is None or not is_year_of_month(question.tokens, match.start("year"))):
        return None
    return Spec(match.start(), match.end(), texts, year=year, month=month, twin=twin)


def _day_month(match: re.Match[str], question: Question) -> Spec | None:
    """2 March 1370, 2nd of March, 27-го февраля."""
    month, day = question.number(match, "month"), question.number(match, "day")
    if not exists(month, day, _year_of(match, question)):
        return None
    return _spec(match, question, day_text(month, day), month=month)


def _month_day(match: re.Match[str], question: Question) -> Spec | None:
    """March 2nd, 1370; without a year not in "who may 5 members elect"."""
    if not (match["year"] or match["ad"]) and match["day"] == "d":
        doubtful = match["month"] == "a" and not re.search(r"(?:^|[ivbtfh,(-])$", question.before(match))
        closed = question.after(match)[:1] in {"", *"x.,)Kk-t&"}
        if counts_something(question.tokens, match.end()) or (doubtful and not closed):
            return None
    return _day_month(match, question)


def _days(match: re.Match[str], question: Question) -> Spec | None:
    """27–31 August, between 3 and 5 July, с 3 по 5 июля."""
    month, first, last = (question.number(match, group) for group in ("month", "day", "until"))
    if not (first < last and exists(month, last, _year_of(match, question))):
        return None
    return _spec(match, question, days_text(month, first, last), month=month)


def _one_of_days(match: re.Match[str], question: Question) -> Spec | None:
    """The 3 of "3 and 5 July": the month stands behind a later day."""
    spec = _day_month(match, question)
    return spec and spec._replace(last=match.end("day"))


def _double_day(match: re.Match[str], question: Question) -> Spec | None:
    """2 (14) May 1850: one day in both calendars; 2/3 May are two days."""
    month, day, other = (question.number(match, group) for group in ("month", "day", "until"))
    if not (exists(month, day) and exists(month, other)):
        return None
    if 0 < other - day < 10 and "/" in match[0]:
        return _spec(match, question, days_text(month, day, other), month=month)
    return _spec(match, question, day_text(month, day), month=month, twin=(month, other))


def _double_days(match: re.Match[str], question: Question) -> Spec | None:
    """3–5 (15–17) July 1850: the same days in both calendars."""
    month, first, last, other = (question.number(match, group) for group in ("month", "day", "until", "twin"))
    if not (first < last and exists(month, last, _year_of(match, question))):
        return None
    return _spec(match, question, days_text(month, first, last), month=month, twin=(month, other))


def _double_date(match: re.Match[str], question: Question) -> Spec | None:
    """27 May (8 June) 1850."""
    month, day, other, other_day = (question.number(match, group) for group in ("month", "day", "twin", "twinday"))
    if not (exists(month, day) and exists(other, other_day)):
        return None
    return _spec(match, question, day_text(month, day), month=month, twin=(other, other_day))


def _short_year(match: re.Match[str], question: Question) -> Spec | None:
    """2 March 70, when that is near the pack's own year."""
    year = full_year(question.number(match, "short"), question.default_year, near=True)
    month, day = question.number(match, "month"), question.number(match, "day")
    if year is None or not exists(month, day) or counts_something(question.tokens, match.end()):
        return None
    return Spec(match.start(), match.end(), (day_text(month, day),), year=year, month=month)


def _month(match: re.Match[str], question: Question) -> Spec | None:
    """May 1370; alone only behind words that make it a date ("in may"), never behind "ides of"."""
    month = question.number(match, "month")
    named = match["year"] or match["ad"]
    if not named and not _month_stands_alone(match, question):
        return None
    return _spec(match, question, f"{{year}}-{month:02}", month=month)


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
    year = _year_of(match, question)
    if year is None and not _season_stands_alone(match, question):
        return None
    texts = ("{year}-01/{year}-02", "{year}-24") if code == 24 else (f"{{year}}-{code}",)
    month = 1 if code == 24 else (code - 21) * 3 + 3
    return Spec(match.start(), match.end(), texts, year=year, month=month, coarse=True)


def _season_stands_alone(match: re.Match[str], question: Question) -> bool:
    before, after = question.before(match), question.after(match)
    if match["season"] == "S" or not (before or after):
        return True
    named = r"[ivbt]$" if after.startswith("w") else r"[ivbt]h?$"  # not "before the winter palace"
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
        return Spec(match.start(), match.end(), (f"{{year}}-{month}",), year=_year_of(match, question), coarse=True)
    if match["month"] == "z" and not (match["year"] or match["ad"]):
        return None
    return _spec(match, question, part_of_month(part, month), month=month)


def _part_of_year(match: re.Match[str], question: Question) -> Spec | None:
    """Early 1370, the end of 1370, в начале 1370 года."""
    part, year = question.tokens[match.start("part")].value, _year_of(match, question)
    if not isinstance(part, Part) or year is None:
        return None
    return Spec(match.start(), match.end(), (part_of_year(part),), year=year, coarse=True)


def _in_figures(match: re.Match[str], question: Question) -> Spec | None:
    """24.05.1370, 5/24/1370, 24/5/70, 1370-05-24. Where day and month may be exchanged the day comes first."""
    first, second, third = (part.strip() for part in re.split(r"[./-]", question.tokens[match.start()].word))
    if len(first) == 4:
        year, orders = int(first), [(int(second), int(third))]
    else:
        short = int(third)
        full = short if len(third) == 4 else full_year(short, question.default_year)
        if full is None:
            return None
        year, orders = full, [(int(second), int(first)), (int(first), int(second))]
    texts = tuple(dict.fromkeys(day_text(month, day) for month, day in orders if exists(month, day)))
    return Spec(match.start(), match.end(), texts, year=year, month=orders[0][0]) if texts else None


def _day_and_month_in_figures(match: re.Match[str], question: Question) -> Spec | None:
    """24.05, the year to come; two figures each, so that no decimal is taken for a day."""
    day, month = (int(part) for part in question.tokens[match.start()].word.split("."))
    return Spec(match.start(), match.end(), (day_text(month, day),), month=month) if exists(month, day) else None


def _year(match: re.Match[str], question: Question) -> Spec | None:
    """1370, in 476, AD 14, 44 BC, в 1370 году."""
    year = _year_of(match, question)
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
    if not texts or max(first, last) > 2100 or (first % 100 == 0 and counts_something(question.tokens, match.end())):
        return None
    return Spec(match.start(), match.end(), tuple(texts), coarse=not is_month)


def _decade(match: re.Match[str], question: Question) -> Spec | None:
    """1370s, 1370-е годы; the 1300s may be ten years or a hundred."""
    year = question.number(match, "decade")
    texts = (f"{year // 100:02}XX", f"{year // 10:03}X") if year % 100 == 0 else (f"{year // 10:03}X",)
    return Spec(match.start(), match.end(), texts, coarse=True) if year <= 2100 else None


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


_Build = Callable[[re.Match[str], Question], Spec | None]

_WAYS: tuple[tuple[str, _Build], ...] = (
    (rf"(?P<day>{_DAY})f?{_MONTH}{_YEAR_AT_WILL}", _day_month),
    (rf"(?P<day>d)-{_MONTH}-(?P<year>y)(?P<era>)(?P<gera>)(?P<ad>)", _day_month),
    (rf"(?P<day>O)fh?{_MONTH}{_YEAR_AT_WILL}", _day_month),
    (rf"(?P<day>O)f?{_MONTH}{_YEAR}", _day_month),
    (rf"{_MONTH}h?(?P<day>[do]){_YEAR_AT_WILL}", _month_day),
    (rf"{_MONTH}h?(?P<day>O){_YEAR}", _month_day),
    (rf"(?P<day>{_DAY}){_TO}h?(?P<until>{_DAY})f?{_MONTH}{_YEAR_AT_WILL}", _days),
    (rf"(?<=b)(?P<day>{_DAY})&h?(?P<until>{_DAY})f?{_MONTH}{_YEAR_AT_WILL}", _days),
    (rf"(?<=bh)(?P<day>{_DAY})&h?(?P<until>{_DAY})f?{_MONTH}{_YEAR_AT_WILL}", _days),
    (rf"{_MONTH}h?(?P<day>[do]){_TO}h?(?P<until>[do]){_YEAR_AT_WILL}", _days),
    (rf"(?<=b){_MONTH}h?(?P<day>[do])&h?(?P<until>[do]){_YEAR_AT_WILL}", _days),
    (rf"(?P<day>{_DAY})[,&](?=(?:{_DAY}[,&]){{0,5}}{_DAY}f?{_MONTH}{_YEAR_AT_WILL})", _one_of_days),
    (rf"(?P<day>{_DAY})\((?P<until>{_DAY})\){_MONTH}{_YEAR_AT_WILL}", _double_day),
    (rf"(?P<day>[do])/(?P<until>[do])f?{_MONTH}{_YEAR_AT_WILL}", _double_day),
    (rf"(?P<day>[do])-(?P<until>[do])\((?P<twin>[do])-[do]\){_MONTH}{_YEAR_AT_WILL}", _double_days),
    (rf"(?P<day>{_DAY})f?{_MONTH}\((?P<twinday>{_DAY})f?(?P<twin>[maz])\.?\){_YEAR_AT_WILL}", _double_date),
    (rf"(?P<day>{_DAY})f?{_MONTH},?(?P<short>[dn])(?![-/t])", _short_year),
    (rf"{_MONTH}{_YEAR_AT_WILL}", _month),
    (rf"(?P<season>[sSF])(?:{_YEAR})?(?P<month>)", _season),
    (r"(?P<season>[sS])f?(?P<year>y)[-/](?P<next>[dny])[gG]?", _winter_of_two_years),
    (rf"(?P<part>p)-?f?h?(?P<month>[mazsSF])\.?{_YEAR_AT_WILL}", _part),
    (rf"(?P<part>p)-?(?P<month>){_YEAR}", _part_of_year),
    (r"N", _in_figures),
    (r"e", _day_and_month_in_figures),
    (rf"[gG]?(?:{_NUMBERED}|{_AFTER_CHRIST})", _year),
    (r"(?<=[iv])(?P<short>[dno])-?G", _short_year_alone),
    (r"(?P<year>y)(?:-|t|/|(?<=b.)&)(?P<until>y|[dn](?!f?[maz]))[gG]?\.?B?", _years),
    (r"(?P<year>[dny])-(?P<until>[dny])[gG]?\.?B", _years),
    (r"(?P<year>[dny])-(?P<until>[dny])[gG]?\.?A", _years),
    (r"A(?P<year>[dny])-(?P<until>[dny])", _years),
    (r"(?P<decade>D)[gG]?", _decade),
    (r"(?P<century>[dnoOr])-?c(?:\.?B)?", _century),
    (r"(?P<century>r)v(?:\.B?|B)", _century),
)

_DATED = re.compile(r"[dnoOyqNeDmazsSF]|rc|rv")


@cache
def _compiled_ways() -> tuple[tuple[re.Pattern[str], _Build], ...]:
    """The ways, compiled when the first question with a figure or a month comes: most of the cost of an import."""
    return tuple((re.compile(pattern), build) for pattern, build in _WAYS)
