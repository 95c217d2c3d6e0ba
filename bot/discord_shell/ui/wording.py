"""The words on commands, in every language that the bot speaks; Discord shows each user those of their own.

To add a language: a line in each of the tables below, and its code in `DISCORD_LANGUAGES` where Discord has the
language. Names of kinds come from the pack, in the pack's languages.
"""

from __future__ import annotations

from collections.abc import Mapping

from discord import Locale
from discord.app_commands import TranslationContextTypes, Translator, locale_str

from bot.discord_shell.ui.escaping import label
from bot.facts.models import Kind

Words = Mapping[str, str]

LONGEST_DESCRIPTION = 100  # Discord's limit for commands and options
FIRST = "en"

ASK: Words = {"en": "Ask a question about history", "ru": "Задать вопрос по истории"}
QUESTION: Words = {"en": "Your question, in your own words", "ru": "Ваш вопрос, своими словами"}
ANSWER_THIS: Words = {"en": "Answer this", "ru": "Ответить на это"}
DATE: Words = {
    "en": "What happened on a day, in either calendar",
    "ru": "Что случилось в этот день, по любому календарю",
}
DAY: Words = {"en": "A day, a month or a year, as you would write it", "ru": "День, месяц или год, как вы их пишете"}
SOURCES: Words = {
    "en": "The sources of the base, or of one thing in it",
    "ru": "Источники базы или чего-то одного в ней",
}
SOURCES_OF: Words = {"en": "Whose sources to show; empty for all", "ru": "Чьи источники показать; пусто — все"}
HELP: Words = {"en": "What I know, and how to ask", "ru": "Что я знаю и как спрашивать"}
ABOUT: Words = {
    "en": "Look up anything in the base by its kind and name",
    "ru": "Найти что угодно в базе по виду и имени",
}
KIND: Words = {"en": "What kind of thing it is", "ru": "Какого это вида"}
NAME: Words = {"en": "Its name, as far as you know it", "ru": "Имя или название, насколько помните"}
_LOOK_UP: Words = {"en": "{kinds}: look one up by name", "ru": "{kinds}: найти по имени или названию"}
_LOOK_UP_NUMBERED: Words = {
    "en": "{kinds}: look one up by number or name",
    "ru": "{kinds}: найти по номеру или названию",
}

# Discord's name of a locale is its code here; en-US and en-GB share one language, which is the first.
DISCORD_LANGUAGES: Mapping[Locale, str] = {locale: locale.value.partition("-")[0] for locale in Locale}


def look_up(kind: Kind) -> Words:
    """What the lookup command of `kind` does, with the pack's own name for things of that kind."""
    frames = _LOOK_UP_NUMBERED if kind.numbered else _LOOK_UP
    named = {language: kind.plural.get(language) or kind.plural.get(FIRST) for language in frames}
    fallback = next(iter(kind.plural.values()))
    return {
        language: label(frame.format(kinds=_capital(named[language] or fallback)), LONGEST_DESCRIPTION)
        for language, frame in frames.items()
    }


def _capital(text: str) -> str:
    """`text` with a capital first letter, the rest left as it is."""
    return text[:1].upper() + text[1:]


def in_words(words: Words) -> locale_str:
    """A text for Discord that carries its translations with it, for `CarriedTranslator`."""
    return locale_str(words[FIRST], words=words)


class CarriedTranslator(Translator):
    """Translates what `in_words` made, from the translations that it carries; leaves all else alone."""

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:  # noqa: ARG002
        """The text in the language of `locale`; None where that is the first one, or there is no translation."""
        words: Words | None = string.extras.get("words")
        language = DISCORD_LANGUAGES[locale]
        return words.get(language) if words and language != FIRST else None
