"""The tables of phrases: the same fields, placeholders and kinds of plural in every language."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

import bot.rendering
from bot.rendering.phrases import TABLES, Counted, Phrases, phrases_in

ENGLISH = TABLES["en"]
WORDED = [field.name for field in fields(Phrases) if field.name not in {"language", "plural_form"}]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", TABLES)
@pytest.mark.parametrize("name", WORDED)
def test_a_phrase_has_the_placeholders_of_the_english_one(language: str, name: str) -> None:
    english, phrase = getattr(ENGLISH, name), getattr(TABLES[language], name)
    assert type(phrase) is type(english)
    if isinstance(phrase, Counted):
        assert [placeholders(form) for form in phrase.forms] == [{"count"}] * len(phrase.forms)
    else:
        assert phrase.strip() == phrase != ""
        assert placeholders(phrase) == placeholders(english)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_every_number_has_its_form_and_every_form_its_number(table: Phrases) -> None:
    met = {table.plural_form(count) for count in range(1001)}
    assert met == set(range(max(met) + 1))
    for name in WORDED:
        if isinstance(phrase := getattr(table, name), Counted):
            assert len(phrase.forms) == len(met), name


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("en", 0, "0 sources"),
        ("en", 1, "1 source"),
        ("en", 21, "21 sources"),
        ("ru", 1, "1 источник"),
        ("ru", 2, "2 источника"),
        ("ru", 5, "5 источников"),
        ("ru", 11, "11 источников"),
        ("ru", 21, "21 источник"),
        ("ru", 112, "112 источников"),
        ("ru", 123, "123 источника"),
    ],
)
def test_plurals(language: str, count: int, words: str) -> None:
    table = TABLES[language]
    assert table.counted(table.sources_counted, count) == words


@pytest.mark.parametrize(
    ("asked", "found"), [("ru", "ru"), ("ru-RU", "ru"), ("RU", "ru"), ("en-GB", "en"), ("sv", "en"), ("", "en")]
)
def test_a_language_without_a_table_is_answered_in_english(asked: str, found: str) -> None:
    assert phrases_in(asked).language == found


def test_every_phrase_is_said_somewhere() -> None:
    folder = Path(bot.rendering.__file__).parents[1]
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.parent.name != "phrases")
    unsaid = [name for name in WORDED if not re.search(rf"\.{name}\b", code)]
    assert unsaid == []
