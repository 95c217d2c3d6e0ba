"""The models by themselves: short forms, and what validation needs from the manifest."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.dates import Calendar, CalendarRule
from bot.facts import Entity, Fact, Pack, PackContext, in_language
from tests.packs import library

FACT = {"id": "f", "text": "Lübeck is free.", "sources": [{"key": "dollinger"}]}


def test_bare_text_is_in_the_language_of_the_context() -> None:
    assert Fact.model_validate(FACT).text == {"en": "Lübeck is free."}
    assert Fact.model_validate(FACT, context=PackContext(language="de")).text == {"de": "Lübeck is free."}


@pytest.mark.parametrize(
    ("asks", "read"),
    [
        ("Who?", {"en": ("Who?",)}),
        (["Who?", "When?"], {"en": ("Who?", "When?")}),
        ({"ru": "Кто?"}, {"ru": ("Кто?",)}),
        ({"en": ["Who?"], "ru": ["Кто?"]}, {"en": ("Who?",), "ru": ("Кто?",)}),
    ],
)
def test_lists_by_language_have_short_forms(asks: object, read: object) -> None:
    assert Fact.model_validate({**FACT, "asks": asks}).asks == read


def test_numbers_are_read_from_text() -> None:
    fact = Fact.model_validate({**FACT, "tally": {"unit": "ships", "total": "18"}})
    assert fact.tally is not None
    assert fact.tally.total == 18


def test_a_bare_date_follows_the_rule_of_the_context() -> None:
    rule = CalendarRule.parse("julian", "1582-10-15")
    for edtf, calendar in (("1370-05-24", Calendar.JULIAN), ("1669-05-29", Calendar.GREGORIAN)):
        fact = Fact.model_validate({**FACT, "date": edtf}, context=PackContext(calendar_rule=rule))
        assert fact.date is not None
        assert (fact.date.edtf, fact.date.calendar) == (edtf, calendar)


def test_text_is_stripped() -> None:
    assert Fact.model_validate({**FACT, "text": " Lübeck is free.\n"}).text["en"] == "Lübeck is free."


def test_values_are_frozen() -> None:
    fact = Fact.model_validate(FACT)
    with pytest.raises(ValidationError, match="frozen"):
        fact.id = "g"


def test_the_models_take_their_own_values_again() -> None:
    for entity in library().entities.values():
        assert Entity.model_validate(dict(entity)) == entity


def test_the_rule_of_a_pack() -> None:
    pack = library().pack
    assert pack.calendar_rule == CalendarRule.parse("julian", "1582-10-15")
    assert pack.context == PackContext("en", pack.calendar_rule)


def test_a_pack_without_a_calendar_is_gregorian() -> None:
    kinds = {"town": {"name": "town", "plural": "towns"}}
    fields = {
        "format": 1,
        "id": "a",
        "title": "A",
        "scope": "A.",
        "languages": ["en"],
        "licence": "MIT",
        "kinds": kinds,
    }
    assert Pack.model_validate(fields).calendar_rule == CalendarRule()


@pytest.mark.parametrize(
    ("language", "text"), [("ru", "Любек"), ("ru-RU", "Любек"), ("en-GB", "Lübeck"), ("de", "Lübeck"), ("", "Lübeck")]
)
def test_text_in_a_language(language: str, text: str) -> None:
    assert in_language({"en": "Lübeck", "ru": "Любек"}, language) == text
