"""Words of a base: found in any form and script, and repaired when misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.retrieval.index.vocabulary import Vocabulary
from bot.retrieval.text import Stems

FORMS = ["merchant", "merchants", "herring", "council", "lubeck", "купцы", "норманны", "norman", "normandy", "1356"]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    made = Vocabulary(Stems(("en", "ru")))
    for form in FORMS:
        made.add(form)
    made.close()
    return made


def test_forms_of_one_word_are_one_term(vocabulary: Vocabulary) -> None:
    assert vocabulary.find("merchant") == vocabulary.find("merchants") is not None


def test_a_form_not_seen_is_found_by_its_stem(vocabulary: Vocabulary) -> None:
    assert vocabulary.find("councils") == vocabulary.find("council")
    assert vocabulary.find_form("councils") is None


def test_cyrillic_is_found_in_latin_letters(vocabulary: Vocabulary) -> None:
    assert vocabulary.find("kuptsy") == vocabulary.find("купцы")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("merchnat", "merchant"), ("hering", "herring"), ("counsil", "council"), ("lubek", "lubeck"), ("купцыы", "купцы")],
)
def test_a_misspelt_word_is_repaired(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.repair(typed)[0].term == vocabulary.find(meant)


@pytest.mark.parametrize("typed", ["her", "1357", "photosynthesis", ""])
def test_what_resembles_nothing_or_cannot_tell_is_not_repaired(vocabulary: Vocabulary, typed: str) -> None:
    assert vocabulary.repair(typed) == []


@given(st.text(alphabet="abcdefghilmnorstu", min_size=4, max_size=12))
def test_repair_never_reaches_further_than_it_says(typed: str) -> None:
    vocabulary = Vocabulary(Stems(("en",)))
    for form in FORMS[:5]:
        vocabulary.add(form)
    vocabulary.close()
    reach = 1 if len(typed) < 6 else 2 if len(typed) < 9 else 3
    near = {form for form in FORMS[:5] if OSA.distance(typed, form) <= reach}
    assert {vocabulary.find(each.form) for each in vocabulary.repair(typed)} == {vocabulary.find(f) for f in near}


def test_kin_share_the_beginning_of_a_stem(vocabulary: Vocabulary) -> None:
    assert vocabulary.find("normandy") in vocabulary.kin("norman")
    assert vocabulary.find("norman") not in vocabulary.kin("norman")
    assert vocabulary.kin("1356") == []
