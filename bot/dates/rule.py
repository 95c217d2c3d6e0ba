"""Which calendar a date is in when nobody says: the rule of a country, or of a pack.

Most countries used the Julian calendar until some day and the Gregorian one from the next, and left out the days
between: in Britain Wednesday 2 September 1752 was followed by Thursday 14 September.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dates.calendars import Calendar, civil_date, day_number, days_in_month, is_day
from bot.dates.errors import DateError, SkippedDayError, written

_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """The calendar of undecorated dates: `default`, and from the day `switch` on the Gregorian one.

    `switch` is the Julian Day Number of the first day on which undecorated dates are Gregorian; None when they never
    change. With the Gregorian calendar as default there is nothing to switch.
    """

    default: Calendar = Calendar.GREGORIAN
    switch: int | None = None

    @classmethod
    def parse(cls, default: str, switch_text: str | None = None) -> CalendarRule:
        """The rule that a manifest writes as `calendar: julian` and `switch: 1752-09-14` (in Gregorian reckoning).

        Raises `DateError` when the calendar is unknown, the switch is no day, or a switch stands beside a Gregorian
        default.
        """
        if default not in set(Calendar):
            raise DateError(f"{default!r} is no calendar; calendars are {', '.join(Calendar)}", text=default)
        calendar = Calendar(default)
        if switch_text is None:
            return cls(calendar)
        if calendar is Calendar.GREGORIAN:
            raise DateError("a switch to the Gregorian calendar needs calendar: julian before it", text=switch_text)
        match = _DAY.fullmatch(switch_text.strip())
        if match is None:
            raise DateError(f"{switch_text!r} is no day; the switch is written like 1752-09-14", text=switch_text)
        year, month, day = map(int, match.groups())
        return cls(calendar, day_number(Calendar.GREGORIAN, year, month, day))

    def calendar_of(self, year: int, month: int, day: int) -> Calendar:
        """The calendar of one undecorated day, years astronomical.

        Raises `NoSuchDayError` when its calendar has no such day, `SkippedDayError` when it was left out at the switch.
        """
        if self.switch is None:
            day_number(self.default, year, month, day)
            return self.default
        last, first = civil_date(self.default, self.switch - 1), civil_date(Calendar.GREGORIAN, self.switch)
        if (year, month, day) <= last:
            day_number(self.default, year, month, day)
            return self.default
        if is_day(Calendar.GREGORIAN, year, month, day) and (year, month, day) < first:
            raise SkippedDayError(year, month, day, last=written(*last), first=written(*first))
        day_number(Calendar.GREGORIAN, year, month, day)
        return Calendar.GREGORIAN

    def first_day(self, year: int, month: int) -> tuple[int, Calendar]:
        """The first day that a month had, and its calendar: the switch where the month began in the gap."""
        number = day_number(self.default, year, month, 1)
        if self.switch is None or number < self.switch:
            return number, self.default
        return max(day_number(Calendar.GREGORIAN, year, month, 1), self.switch), Calendar.GREGORIAN

    def last_day(self, year: int, month: int) -> tuple[int, Calendar]:
        """The last day that a month had, and its calendar: the day before the switch where it ended in the gap."""
        number = day_number(self.default, year, month, days_in_month(self.default, year, month))
        if self.switch is None or number < self.switch:
            return number, self.default
        number = day_number(Calendar.GREGORIAN, year, month, days_in_month(Calendar.GREGORIAN, year, month))
        return (number, Calendar.GREGORIAN) if number >= self.switch else (self.switch - 1, self.default)


GREGORIAN_RULE = CalendarRule()
"""Every undecorated date is Gregorian: the rule where nothing else is said."""
