"""The library: looking things up in a snapshot."""

from __future__ import annotations

import pytest

from bot.facts import Library
from tests.packs import HANSE, TINY, library, tiny


@pytest.fixture(scope="module")
def base() -> Library:
    return library(HANSE)


def test_everything_is_there_in_the_order_of_the_files(base: Library) -> None:
    assert list(base.entities)[:4] == ["diet-1356", "diet-1367", "diet-1669", "sack-of-visby"]
    assert list(base.facts)[:3] == ["diet-1356-lead", "diet-1367-lead", "diet-1367-ships"]
    assert list(base.sources) == ["dollinger1970", "hammel-kiesow", "hub-4", "rybina1986"]


def test_a_fact_knows_its_entity(base: Library) -> None:
    assert base.entity_of("lubeck-refounded") is base.entities["lubeck"]
    with pytest.raises(KeyError):
        base.entity_of("lubeck")


def test_entities_of_a_kind(base: Library) -> None:
    assert [entity.id for entity in base.of_kind("diet")] == ["diet-1356", "diet-1367", "diet-1669"]
    assert base.of_kind("ship") == ()


def test_entities_by_number(base: Library) -> None:
    assert base.by_number("diet", 2) is base.entities["diet-1367"]
    assert base.by_number("diet", 4) is None
    assert base.by_number("town", 1) is None


def test_zero_is_a_number() -> None:
    text = TINY["towns.yaml"].replace("kind: town", "kind: diet\n  number: 0")
    assert library(tiny(text)).by_number("diet", 0) is not None


def test_facts_about_an_entity_are_its_own_first(base: Library) -> None:
    assert [fact.id for fact in base.about("lubeck")] == [
        "lubeck-lead",
        "lubeck-refounded",
        "lubeck-free-city",
        "diet-1356-lead",
        "diet-1367-ships",
        "diet-1669-lead",
        "hanseatic-league-beginning",
        "hamburg-lubeck-pact",
    ]


def test_tallies_and_roles_are_about_those_they_name(base: Library) -> None:
    assert "diet-1367-ships" in {fact.id for fact in base.about("lubeck")}
    assert [fact.id for fact in base.about("heinrich-sudermann")] == ["heinrich-sudermann-lead", "syndic-holders"]
    assert [fact.id for fact in base.about("hanseatic-league")][-1] == "syndic-holders"


def test_a_fact_that_names_an_entity_twice_comes_once(base: Library) -> None:
    assert [fact.id for fact in base.about("hanseatic-league")].count("syndic-holders") == 1


def test_related_entities_are_relations_first(base: Library) -> None:
    assert [entity.id for entity in base.related("diet-1367")] == [
        "diet-1356",
        "diet-1669",
        "treaty-of-stralsund",
        "valdemar-iv",
        "lubeck",
    ]


def test_an_entity_is_not_related_to_itself(base: Library) -> None:
    for entity in base.entities:
        related = [each.id for each in base.related(entity)]
        assert entity not in related
        assert len(related) == len(set(related))


def test_an_unknown_entity_is_an_error(base: Library) -> None:
    with pytest.raises(KeyError):
        base.about("atlantis")
    with pytest.raises(KeyError):
        base.related("atlantis")


def test_a_snapshot_cannot_be_changed(base: Library) -> None:
    with pytest.raises(TypeError):
        base.entities["lubeck"] = base.entities["visby"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        base.entities["lubeck"].id = "visby"


def test_its_repr_is_short(base: Library) -> None:
    assert repr(base) == "<Library hanse: 24 facts on 16 entities>"
