"""colliding-name."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read


@pytest.mark.parametrize("alias", ["Lübeck", "LUBECK", "queen of the 'Hanse'"])
def test_an_alias_that_another_town_has(alias: str) -> None:
    files = edited("places/towns.yaml", "[Wisby]", f'[Wisby, "{alias}"]')
    [problem] = read(files).problems
    line, column = place(files["places/towns.yaml"], "[Wisby, ")
    assert (problem.file, problem.line, problem.column) == ("places/towns.yaml", line, column + len("[Wisby, "))
    assert (problem.rule, problem.severity) == ("colliding-name", "warning")
    assert problem.sentence.startswith(f"`lubeck` is called `{alias}` too (places/towns.yaml:")


def test_entities_of_different_kinds_may_have_one_name() -> None:
    assert read(edited("events.yaml", "[Battle of Visby]", "[Visby]")).problems == ()


def test_an_entity_may_spell_its_own_name_in_two_ways() -> None:
    assert read(edited("places/towns.yaml", "[Wisby]", "[VISBY, Visby]")).problems == ()
