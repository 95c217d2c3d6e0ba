"""The bot's own words, one table per language.

To add a language: copy `english.py` to a module of the language's name; translate each phrase and keep its
placeholders; write its `plural_form` after the Unicode CLDR's plural rules (https://cldr.unicode.org/index/cldr-spec/plural-rules)
and give every `Counted` as many forms; list the table in `TABLES` below. A test compares all tables with the English
one, field by field. Dates are worded by `bot.dates.wording`, which has words of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.rendering.phrases.english import ENGLISH
from bot.rendering.phrases.russian import RUSSIAN
from bot.rendering.phrases.table import Counted, Phrases

TABLES: Mapping[str, Phrases] = {table.language: table for table in (ENGLISH, RUSSIAN)}

__all__ = ["TABLES", "Counted", "Phrases", "phrases_in"]


def phrases_in(language: str) -> Phrases:
    """The table for `language` ("ru", "en-GB"); English for a language that has none."""
    return TABLES.get(language.partition("-")[0].lower(), ENGLISH)
