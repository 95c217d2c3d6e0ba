"""calendars-disagree: where a text gives a day in both calendars, it is the same day.

The second date is reckoned by hand, and a slip of a day stays for years: nobody reckons it again.

Passes: "27 June 1709 (8 July New Style)", "27 июня (8 июля) 1709 года", "2/13 May 1709".
Fails: "27 June 1709 (9 July New Style)", "2 (14) May 1709".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.dates import civil_date
from bot.facts.checks.base import Draft, Finding
from bot.facts.checks.texts import statements
from bot.facts.checks.warnings.dates.mentioned import reader
from bot.facts.checks.warnings.dates.pairs import disagreeing

ID = "calendars-disagree"


def check(draft: Draft) -> Iterator[Finding]:
    """Every pair of days, or of intervals of days, in a text of a fact or an account that cannot be the same."""
    if draft.pack is None:
        return
    pack = draft.pack.value
    read = reader(pack.calendar_rule)
    for entity, fact, path, text in statements(draft):
        year = pack.default_year
        if fact.date is not None and fact.date.earliest is not None:
            year = civil_date(fact.date.calendar, fact.date.earliest)[0]
        for pair in disagreeing(text, year, read):
            sentence = f"“{pair}” is not one day in the two calendars; reckon it again"
            yield Finding(entity.at(*path), sentence)
