"""Dates in questions, as people write them in any of the languages we have.

A text is cut into tokens (`tokens`), each with its part in a date (`lexicon`, `misspelt`); the ways of writing a date
(`grammar`, with `years` for bare years) find specs, dates that may still lack their year (`spec`); the calendars that
are named (`styles`) are put to them; and `finder` joins intervals and makes readings of them.
"""

from bot.dates.mentions.finder import DateMention, find_dates

__all__ = ["DateMention", "find_dates"]
