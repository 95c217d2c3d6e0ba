"""Look-ups by name, as the commands make them."""

from __future__ import annotations

import pytest

from bot.answers import Answered, Answerer, Choices, Missing, Unknown
from tests.packs import library

ANSWERER = Answerer(library())


def found(kind: str | None, name: str) -> str:
    answer = ANSWERER.lookup(kind, name, language="en")
    assert isinstance(answer, Answered), answer
    assert answer.entity
    return answer.entity.id


@pytest.mark.parametrize(
    ("kind", "name", "entity"),
    [
        ("person", "heinrich-sudermann", "heinrich-sudermann"),
        ("person", "Sudermann", "heinrich-sudermann"),
        ("person", "зудерман", "heinrich-sudermann"),
        ("person", "suderman", "heinrich-sudermann"),
        ("diet", "2", "diet-1367"),
        ("diet", "No. 2", "diet-1367"),
        ("town", "Lubeck", "lubeck"),
        (None, "Hanse", "hanseatic-league"),
    ],
)
def test_by_id_name_alias_script_typo_and_number(kind: str | None, name: str, entity: str) -> None:
    assert found(kind, name) == entity


def test_a_name_of_another_kind_is_not_found() -> None:
    answer = ANSWERER.lookup("town", "Heinrich Sudermann", language="en")
    assert not isinstance(answer, Answered)


def test_nothing_like_it() -> None:
    answer = ANSWERER.lookup("person", "Xerxes the Unheard-of", language="en")
    assert isinstance(answer, Unknown)
    assert answer.reason is Missing.NO_SUCH_NAME


def test_a_number_that_no_member_has() -> None:
    assert isinstance(ANSWERER.lookup("diet", "99", language="en"), Unknown)
    assert isinstance(ANSWERER.lookup("diet", "9" * 400, language="en"), Unknown)


def test_several_that_fit_are_asked_back() -> None:
    answer = ANSWERER.lookup("diet", "diet", language="en")
    assert isinstance(answer, Choices)
    assert 2 <= len(answer.options) <= 4


def test_completion_of_nothing_shows_the_foremost() -> None:
    offered = ANSWERER.complete("", kind="diet", language="en")
    assert [line.entity.number for line in offered] == [1, 2, 3]


def test_completion_shows_the_name_that_matched_beside_the_own_one() -> None:
    (line, *_) = ANSWERER.complete("atterdag", kind="person", language="en")
    assert line.label == "Valdemar Atterdag (Valdemar IV)"
    (line, *_) = ANSWERER.complete("valdemar iv", kind="person", language="en")
    assert line.label == "Valdemar IV"
