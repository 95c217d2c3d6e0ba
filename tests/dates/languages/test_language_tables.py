"""Every language says all that wording and reading need."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from bot.dates import Calendar
from bot.dates.languages import ALL, Era, Language
from bot.dates.languages.english import ordinal
from bot.dates.languages.russian import roman

LANGUAGES = pytest.mark.parametrize("language", ALL, ids=lambda language: language.code)


def test_codes_are_unique_and_english_is_the_fallback() -> None:
    codes = [language.code for language in ALL]
    assert codes[0] == "en"
    assert len(set(codes)) == len(codes)


@LANGUAGES
def test_tables_are_complete(language: Language) -> None:
    phrases, words = language.phrases, language.vocabulary
    assert len(phrases.months) == len(words.months) == len(words.abbreviated_months) == 12
    assert len(phrases.seasons) == len(words.seasons) == 4
    assert len(phrases.weekdays) == 7
    assert set(phrases.marks) == set(Calendar)
    assert set(phrases.year) == set(phrases.years) == set(Era)
    assert set(words.ordinals.values()) == set(range(1, 32))


@LANGUAGES
def test_templates_have_one_place(language: Language) -> None:
    phrases = language.phrases
    templates = [
        *phrases.year.values(),
        *phrases.years.values(),
        *phrases.decade,
        *phrases.century,
        phrases.probably,
        phrases.about,
        phrases.since,
        phrases.until,
        phrases.since_about,
        phrases.until_about,
    ]
    for template in templates:
        assert [name for _, name, _, _ in Formatter().parse(template) if name is not None] == [""], template
    assert phrases.on_weekday.format(weekday="A", date="B") != phrases.on_weekday


@LANGUAGES
def test_what_is_worded_can_be_read(language: Language) -> None:
    for pair, words in zip(language.phrases.months, language.vocabulary.months, strict=True):
        assert {form.lower() for form in pair} <= set(words)
    for pair, words in zip(language.phrases.seasons, language.vocabulary.seasons, strict=True):
        assert {form.lower() for form in pair} <= set(words)


@LANGUAGES
def test_words_are_folded(language: Language) -> None:
    vocabulary = language.vocabulary
    words = [
        *(
            word
            for table in (vocabulary.months, vocabulary.abbreviated_months, vocabulary.seasons)
            for row in table
            for word in row
        ),
        *vocabulary.ordinals,
        *vocabulary.parts,
        *vocabulary.calendars,
        *vocabulary.calendar_marks,
        *vocabulary.before_christ,
        *vocabulary.anno_domini,
        *vocabulary.prepositions,
    ]
    for word in words:
        assert re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", word), word
        assert word == word.lower().replace("ё", "е")


@LANGUAGES
def test_flagged_words_are_words(language: Language) -> None:
    vocabulary = language.vocabulary
    months = {word for row in vocabulary.months for word in row}
    seasons = {word for row in vocabulary.seasons for word in row}
    assert vocabulary.doubtful_months <= months
    assert vocabulary.adverbial_seasons | vocabulary.years_seasons <= seasons


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st")],
)
def test_ordinal(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_roman() -> None:
    assert [roman(number) for number in (1, 4, 5, 9, 14, 19, 20, 21)] == [
        "I",
        "IV",
        "V",
        "IX",
        "XIV",
        "XIX",
        "XX",
        "XXI",
    ]
