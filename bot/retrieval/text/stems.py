"""Stems: the forms of a word fall together, by the Snowball stemmer of the word's script or language."""

from __future__ import annotations

import Stemmer

from bot.retrieval.text.languages import speak
from bot.retrieval.text.transliteration import is_cyrillic


class Stems:
    """Stems folded words of a pack's languages; keeps what it has stemmed.

    With several languages in one script (English and German), the first one listed stems that script's words: a
    question does not say its language reliably, and both sides must be stemmed alike.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        spoken = [speak(code) for code in languages] or [speak("en")]
        cyrillic = [language for language in spoken if language.cyrillic]
        latin = [language for language in spoken if not language.cyrillic]
        self._latin = Stemmer.Stemmer((latin[0] if latin else speak("en")).snowball)
        self._cyrillic = Stemmer.Stemmer((cyrillic[0] if cyrillic else speak("ru")).snowball)
        self._irregular = {form: base for language in spoken for form, base in language.irregular.items()}
        self._known: dict[str, str] = {}

    def __reduce__(self) -> tuple[type[Stems], tuple[tuple[str, ...]]]:
        """Snowball's stemmers are not pickled, the languages are."""
        return Stems, (self._languages,)

    def stem(self, word: str) -> str:
        """The stem of one folded word; irregular forms by their base form first ("wrote" as "write")."""
        stem = self._known.get(word)
        if stem is None:
            base = self._irregular.get(word, word)
            stem = self._known[word] = (self._cyrillic if is_cyrillic(base) else self._latin).stemWord(base)
        return stem
