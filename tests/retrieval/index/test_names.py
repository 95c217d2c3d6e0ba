"""Names: whole ones in a question, and what a few typed letters may become."""

from __future__ import annotations

import pytest

from bot.retrieval import Names
from bot.retrieval.index.numbering import numbered_names
from bot.retrieval.text import Stems, words
from tests.packs import library

LIBRARY = library()
NAMES = Names(LIBRARY.entities.values(), Stems(("en", "ru")), numbered_names(LIBRARY))


def spanned(text: str) -> set[str]:
    return {entity for span in NAMES.spans(words(text)) for entity in span.entities}


@pytest.mark.parametrize(
    ("question", "entity"),
    [
        ("who was Heinrich Sudermann", "heinrich-sudermann"),
        ("the hanse's wars", "hanseatic-league"),
        ("о взятии Висбю", "sack-of-visby"),
        ("waldemar iv", "valdemar-iv"),
        ("diet no 2", "diet-1367"),
        ("diet number two", "diet-1367"),
        ("the second diet", "diet-1367"),
        ("второй съезд", "diet-1367"),
        ("съезд №2", "diet-1367"),
    ],
)
def test_a_whole_name_is_found_in_a_question(question: str, entity: str) -> None:
    assert entity in spanned(question)


def test_half_a_name_is_no_name() -> None:
    assert "steelyard-sale" not in spanned("what was the steelyard")


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        ("sud", "heinrich-sudermann"),
        ("зуд", "heinrich-sudermann"),
        ("sudremann", "heinrich-sudermann"),
        ("zuderman", "heinrich-sudermann"),
        ("atter", "valdemar-iv"),
        ("Hanza", "hanseatic-league"),
    ],
)
def test_completion_by_beginning_alias_typo_and_script(typed: str, entity: str) -> None:
    assert NAMES.complete(typed)[0].entity.id == entity


def test_a_kind_limits_the_completion() -> None:
    assert {match.entity.kind for match in NAMES.complete("d", kind="person")} == {"person"}
    assert NAMES.complete("d", kind="no-such-kind") == []


def test_each_entity_is_offered_once_and_the_limit_holds() -> None:
    matches = NAMES.complete("l", limit=3)
    assert len(matches) <= 3
    assert len({match.entity.id for match in matches}) == len(matches)


def test_nothing_typed_and_nothing_like_it_complete_to_nothing() -> None:
    assert NAMES.complete("  ") == []
    assert NAMES.complete("qqqqqqqq") == []


def test_called_takes_any_inflection_but_only_whole_names() -> None:
    assert [entity.id for entity in NAMES.called("ганзы")] == ["hanseatic-league"]
    assert NAMES.called("hanse town") == []
