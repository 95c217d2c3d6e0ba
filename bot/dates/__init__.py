"""Historical dates: calendars, the dates of curators (EDTF), their wording, and the dates in a question.

Pure, and of nothing else of ours. Reading goes from `calendars` (days) over `rule` (which calendar) and `historical`
(the value) to `edtf` (text of curators -> value), `phrasing` (value -> words) and `mentions` (question -> values).
"""

from bot.dates.calendars import Calendar, civil_date, day_number, days_in_month, weekday
from bot.dates.edtf import parse_edtf
from bot.dates.errors import DateError, NoSuchDayError, SkippedDayError
from bot.dates.historical import HistoricalDate, Precision
from bot.dates.mentions import DateMention, find_dates
from bot.dates.phrasing import wording
from bot.dates.rule import GREGORIAN_RULE, CalendarRule

__all__ = [
    "GREGORIAN_RULE",
    "Calendar",
    "CalendarRule",
    "DateError",
    "DateMention",
    "HistoricalDate",
    "NoSuchDayError",
    "Precision",
    "SkippedDayError",
    "civil_date",
    "day_number",
    "days_in_month",
    "find_dates",
    "parse_edtf",
    "weekday",
    "wording",
]
