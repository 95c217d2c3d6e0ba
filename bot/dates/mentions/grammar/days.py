"""Days as people write them: in words, in figures, several of a month, and in both calendars at once."""

from __future__ import annotations

import re

from bot.dates.mentions.grammar.question import DAY, MONTH, TO, YEAR, YEAR_AT_WILL, Question, Way, dated_spec, year_of
from bot.dates.mentions.spec import Spec, day_text, days_text, exists
from bot.dates.mentions.years import counts_something, full_year


def _day_month(match: re.Match[str], question: Question) -> Spec | None:
    """2 March 1370, 2nd of March, 27-го февраля."""
    month, day = question.number(match, "month"), question.number(match, "day")
    if not exists(month, day, year_of(match, question)):
        return None
    return dated_spec(match, question, day_text(month, day), month=month)


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
    if not (first < last and exists(month, last, year_of(match, question))):
        return None
    return dated_spec(match, question, days_text(month, first, last), month=month)


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
        return dated_spec(match, question, days_text(month, day, other), month=month)
    return dated_spec(match, question, day_text(month, day), month=month, twin=(month, other))


def _double_days(match: re.Match[str], question: Question) -> Spec | None:
    """3–5 (15–17) July 1850: the same days in both calendars."""
    month, first, last, other = (question.number(match, group) for group in ("month", "day", "until", "twin"))
    if not (first < last and exists(month, last, year_of(match, question))):
        return None
    return dated_spec(match, question, days_text(month, first, last), month=month, twin=(month, other))


def _double_date(match: re.Match[str], question: Question) -> Spec | None:
    """27 May (8 June) 1850."""
    month, day, other, other_day = (question.number(match, group) for group in ("month", "day", "twin", "twinday"))
    if not (exists(month, day) and exists(other, other_day)):
        return None
    return dated_spec(match, question, day_text(month, day), month=month, twin=(other, other_day))


def _short_year(match: re.Match[str], question: Question) -> Spec | None:
    """2 March 70, when that is near the pack's own year."""
    year = full_year(question.number(match, "short"), question.default_year, near=True)
    month, day = question.number(match, "month"), question.number(match, "day")
    if year is None or not exists(month, day) or counts_something(question.tokens, match.end()):
        return None
    return Spec(match.start(), match.end(), (day_text(month, day),), year=year, month=month)


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


WAYS: tuple[Way, ...] = (
    (rf"(?P<day>{DAY})f?{MONTH}{YEAR_AT_WILL}", _day_month),
    (rf"(?P<day>d)-{MONTH}-(?P<year>y)(?P<era>)(?P<gera>)(?P<ad>)", _day_month),
    (rf"(?P<day>O)fh?{MONTH}{YEAR_AT_WILL}", _day_month),
    (rf"(?P<day>O)f?{MONTH}{YEAR}", _day_month),
    (rf"{MONTH}h?(?P<day>[do]){YEAR_AT_WILL}", _month_day),
    (rf"{MONTH}h?(?P<day>O){YEAR}", _month_day),
    (rf"(?P<day>{DAY}){TO}h?(?P<until>{DAY})f?{MONTH}{YEAR_AT_WILL}", _days),
    (rf"(?<=b)(?P<day>{DAY})&h?(?P<until>{DAY})f?{MONTH}{YEAR_AT_WILL}", _days),
    (rf"(?<=bh)(?P<day>{DAY})&h?(?P<until>{DAY})f?{MONTH}{YEAR_AT_WILL}", _days),
    (rf"{MONTH}h?(?P<day>[do]){TO}h?(?P<until>[do]){YEAR_AT_WILL}", _days),
    (rf"(?<=b){MONTH}h?(?P<day>[do])&h?(?P<until>[do]){YEAR_AT_WILL}", _days),
    (rf"(?P<day>{DAY})[,&](?=(?:{DAY}[,&]){{0,5}}{DAY}f?{MONTH}{YEAR_AT_WILL})", _one_of_days),
    (rf"(?P<day>{DAY})\((?P<until>{DAY})\){MONTH}{YEAR_AT_WILL}", _double_day),
    (rf"(?P<day>[do])/(?P<until>[do])f?{MONTH}{YEAR_AT_WILL}", _double_day),
    (rf"(?P<day>[do])-(?P<until>[do])\((?P<twin>[do])-[do]\){MONTH}{YEAR_AT_WILL}", _double_days),
    (rf"(?P<day>{DAY})f?{MONTH}\((?P<twinday>{DAY})f?(?P<twin>[maz])\.?\){YEAR_AT_WILL}", _double_date),
    (rf"(?P<day>{DAY})f?{MONTH},?(?P<short>[dn])(?![-/t])", _short_year),
    (r"N", _in_figures),
    (r"e", _day_and_month_in_figures),
)
