"""From text to words that can be compared: folding, stems, languages, scripts."""

from bot.retrieval.text.folding import fold, sentences, words, words_of_all
from bot.retrieval.text.languages import Language, language_of, of_all, speak
from bot.retrieval.text.stems import Stems
from bot.retrieval.text.transliteration import is_cyrillic, to_latin

__all__ = [
    "Language",
    "Stems",
    "fold",
    "is_cyrillic",
    "language_of",
    "of_all",
    "sentences",
    "speak",
    "to_latin",
    "words",
    "words_of_all",
]
