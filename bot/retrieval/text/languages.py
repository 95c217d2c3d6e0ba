"""What the search knows of a language: its stemmer, function words, irregular forms, number words, question words.

To add a language: a module beside `english.py` that defines one `Language`, and its line in `_SPOKEN`. A language that
is not listed is searched with English function words and its own Snowball stemmer, when Snowball has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.retrieval.text.english import ENGLISH
from bot.retrieval.text.language import Language
from bot.retrieval.text.russian import RUSSIAN

_SPOKEN = {language.code: language for language in (ENGLISH, RUSSIAN)}

__all__ = ["Language", "language_of", "of_all", "speak"]


def speak(code: str) -> Language:
    """The language for a two-letter code, else English."""
    return _SPOKEN.get(code.partition("-")[0], ENGLISH)


def of_all(codes: Iterable[str], table: Callable[[Language], Iterable[str]]) -> frozenset[str]:
    """The words of one table of several languages together."""
    return frozenset(word for code in codes for word in table(speak(code)))


def language_of(text: str, languages: tuple[str, ...], preferred: str) -> str:
    """The language to answer in: the pack's language whose script `text` is written in, preferring the asker's own.

    `languages` are the pack's, first one foremost; `preferred` is a locale such as "en-GB".
    """
    letters = [c for c in text if c.isalpha()]
    cyrillic = 2 * sum("\u0400" <= c <= "\u04ff" for c in letters) > len(letters)
    fitting = [code for code in languages if speak(code).cyrillic == cyrillic] if letters else list(languages)
    wanted = preferred.partition("-")[0]
    return wanted if wanted in fitting else (fitting or list(languages))[0]
