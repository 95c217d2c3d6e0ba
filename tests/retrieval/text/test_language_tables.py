"""The tables of languages, and the choice of the language to answer in."""

from __future__ import annotations

import pytest

from bot.retrieval.text import Stems, language_of, speak, to_latin, words


@pytest.mark.parametrize("code", ["en", "ru"])
def test_tables_hold_folded_words_only(code: str) -> None:
    language = speak(code)
    tables = [
        *language.function_words, *language.irregular, *language.numbers, *language.list_words, *language.happening,
        *language.pronouns, *language.spoken_of, *language.number_words, *language.continuations, *language.negations,
    ]  # fmt: skip
    assert [word for word in tables if words(word) != [word]] == []


def test_an_unknown_language_is_searched_like_english() -> None:
    assert speak("xx") is speak("en")
    assert speak("en-GB") is speak("en")


@pytest.mark.parametrize(
    ("text", "locale", "language"),
    [
        ("who sold the Steelyard", "ru", "en"),
        ("кто продал Стальной двор", "en-US", "ru"),
        ("когда собрался Hansetag", "en", "ru"),
        ("1356?", "ru", "ru"),
        ("1356?", "de", "en"),
        ("", "en-GB", "en"),
    ],
)
def test_the_answer_is_in_the_script_of_the_question(text: str, locale: str, language: str) -> None:
    assert language_of(text, ("en", "ru"), locale) == language


def test_stems_bring_the_forms_of_a_word_together() -> None:
    stems = Stems(("en", "ru"))
    assert stems.stem("merchants") == stems.stem("merchant")
    assert stems.stem("wrote") == stems.stem("write")
    assert stems.stem("купцами") == stems.stem("купцы")


def test_a_pack_of_one_script_still_stems_the_other() -> None:
    assert Stems(("en",)).stem("купцами") == Stems(("en",)).stem("купцы")


def test_transliteration_leaves_latin_alone() -> None:
    assert to_latin("любек") == "lyubek"
    assert to_latin("lubeck 1356") == "lubeck 1356"
