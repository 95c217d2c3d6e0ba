"""What can be wrong with a date that somebody wrote, each as a full sentence for the one who wrote it.

DateError            any of them; a ValueError
  NoSuchDayError     the calendar never has that day: 1900-02-29 in the Gregorian one
  SkippedDayError    the day was left out when the calendar changed: 1752-09-05 in Britain
"""

from __future__ import annotations

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def written(year: int, month: int, day: int) -> str:
    """A date as a curator writes it, `1370-05-24` or `-0043-03-15`."""
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


class DateError(ValueError):
    """A text that is no date, or no date that can be used. `text` is what was written; str() is the sentence."""

    def __init__(self, sentence: str, *, text: str = "") -> None:
        super().__init__(sentence)
        self.text = text


class NoSuchDayError(DateError):
    """A day that the calendar does not have. `days` is the length of that month, None when there is no such month."""

    def __init__(self, calendar: str, year: int, month: int, day: int, *, days: int | None) -> None:
        self.calendar, self.year, self.month, self.day, self.days = calendar, year, month, day, days
        text = written(year, month, day)
        if days is None:
            sentence = f"{text} is no day: months go from 01 to 12"
        else:
            sentence = (
                f"{text} is no day of the {calendar.capitalize()} calendar "
                f"({_MONTHS[month - 1]} {written(year, 1, 1)[:-6]} has {days} days there)"
            )
        super().__init__(sentence, text=text)


class SkippedDayError(DateError):
    """A day that was left out when the calendar changed. `last` and `first` are the days beside the gap, as written."""

    def __init__(self, year: int, month: int, day: int, *, last: str, first: str) -> None:
        self.year, self.month, self.day, self.last, self.first = year, month, day, last, first
        text = written(year, month, day)
        super().__init__(
            f"{text} never was: {last} (Julian) was followed by {first} (Gregorian); "
            f"if the day of one calendar is meant, name it, as in {{edtf: {text}, calendar: gregorian}}",
            text=text,
        )
