"""The calendar that a question names: "15 March, new style", "by the Julian calendar ..."."""

from __future__ import annotations

import re

from bot.dates.calendars import Calendar
from bot.dates.mentions.spec import Spec
from bot.dates.mentions.tokens import Token

_BEHIND = re.compile(r"[.,]?\(?[ivtf]{0,2}h?[Kk]\)?")
_APART = re.compile(r"[it]h?K")
_BEFORE = re.compile(r"[Kk]\)?,?$")


def with_styles(specs: list[Spec], tokens: list[Token], letters: str) -> list[Spec]:
    """The dates with the calendars that stand beside them; their spans take in those words.

    A calendar behind a date belongs to it rather than to the next one. A single one that stands apart from all dates,
    as in "by the Julian calendar, ...", holds for all of them; not in "which day old style was ...", which asks for it.
    """
    taken: set[int] = set()
    styled = [_with_style(spec, tokens, letters, taken) for spec in specs]
    apart = [match.end() - 1 for match in _APART.finditer(letters)]
    if len(apart) == 1 and not taken:
        calendar = tokens[apart[0]].value
        if isinstance(calendar, Calendar):
            return [spec if spec.stated else spec._replace(stated=calendar) for spec in styled]
    return styled


def _with_style(spec: Spec, tokens: list[Token], letters: str, taken: set[int]) -> Spec:
    behind = _BEHIND.match(letters, spec.last)
    before = _BEFORE.search(letters[max(0, spec.first - 3) : spec.first])
    if behind:
        position = next(place for place in range(spec.last, behind.end()) if letters[place] in "Kk")
        first, last = spec.first, behind.end()
        if letters[last - 1] == ")" and "(" not in behind[0]:
            last -= 1
    elif before:
        position = spec.first - len(before[0])
        first, last = position, spec.last
    else:
        return spec
    calendar = tokens[position].value
    if position in taken or not isinstance(calendar, Calendar) or spec.stated not in {None, calendar}:
        return spec
    taken.add(position)
    return spec._replace(first=first, last=last, stated=calendar)
