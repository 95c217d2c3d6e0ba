"""Folding makes spellings that people think of as the same the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.text import fold, sentences, words, words_of_all


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Lübeck", ["lubeck"]),
        ("What’s the Hanse's", ["what", "the", "hanse"]),
        ("№2", ["no", "2"]),
        ("Diet #3", ["diet", "no", "3"]),
        ("C# minor", ["c", "minor"]),
        ("1,300 or 1\u00a0300 ships", ["1300", "or", "1300", "ships"]),
        ("in 1367 200 ships", ["in", "1367", "200", "ships"]),
        ("the H.R.E. fell", ["the", "hre", "fell"]),
        ("ЁЛКА", ["елка"]),
        ("Straße", ["strasse"]),
        ("z\u0336a\u0337l\u0338g\u0332o", ["zalgo"]),
        ("lone \ud800 surrogate", ["lone", "surrogate"]),
        ("...", []),
    ],
)
def test_words_of(written: str, folded: list[str]) -> None:
    assert words(written) == folded


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x52F)))
def test_no_mark_of_the_covered_scripts_is_left(text: str) -> None:
    # The quick table of ranges against the slow definition: no combining mark remains after folding.
    assert not any(unicodedata.combining(letter) for letter in fold(text))


@given(st.text())
def test_any_text_folds_into_words_that_can_be_encoded(text: str) -> None:
    for word in words(text):
        word.encode("utf-8")
        assert word.strip()


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs", "P"])))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.lists(st.text()))
def test_many_texts_fold_as_each_by_itself(texts: list[str]) -> None:
    assert words_of_all(texts) == [words(text) for text in texts]


def test_sentences_are_cut_at_their_ends_only() -> None:
    assert sentences("The diet met in 1356. It chose Lübeck. Nine came.") == [
        "The diet met in 1356.",
        "It chose Lübeck.",
        "Nine came.",
    ]
    assert sentences("pp. xv of it") == ["pp. xv of it"]
    assert sentences("") == [""]
