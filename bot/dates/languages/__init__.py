"""The languages that dates are worded in, and read in. `base` tells how to add one."""

from __future__ import annotations

from bot.dates.languages.base import Case, Era, Forms, Language, Part, Phrasebook, Vocabulary
from bot.dates.languages.english import ENGLISH
from bot.dates.languages.russian import RUSSIAN

__all__ = ["ALL", "Case", "Era", "Forms", "Language", "Part", "Phrasebook", "Vocabulary", "phrases_of"]

ALL = (ENGLISH, RUSSIAN)
"""Every language, the fallback first."""

_PHRASES = {language.code: language.phrases for language in ALL}


def phrases_of(language: str) -> Phrasebook:
    """The phrases of a language tag ("ru", "en-GB"), English where there are none."""
    return _PHRASES.get(language.partition("-")[0].lower(), ENGLISH.phrases)
