"""duplicate-id."""

from __future__ import annotations

import pytest

from tests.packs import HANSE, TINY, edited, place, read, spots, tiny


def test_entities_in_two_files() -> None:
    files = edited("people/people.yaml", "id: valdemar-iv\n", "id: lubeck\n")
    [problem] = [each for each in read(files).problems if each.rule == "duplicate-id"]
    assert (problem.file, problem.line, problem.column) == ("places/towns.yaml", 1, 7)
    line, _ = place(files["people/people.yaml"], "lubeck\n")
    assert problem.sentence == f"another entity has the id `lubeck` (people/people.yaml:{line}); rename one of them"


def test_facts_of_one_entity() -> None:
    files = edited("places/towns.yaml", "id: lubeck-free-city", "id: lubeck-lead")
    [problem] = read(files).problems
    line, _ = place(files["places/towns.yaml"], "Emperor Frederick")
    assert (problem.file, problem.line, problem.rule) == ("places/towns.yaml", line - 1, "duplicate-id")
    assert "another fact has the id `lubeck-lead` (places/towns.yaml:8)" in problem.sentence


def test_sources() -> None:
    text = "- {id: dollinger, type: webpage, title: T}\n- {id: dollinger, type: webpage, title: U}\n"
    assert spots(read(tiny(TINY["towns.yaml"], sources=text))) == [("sources.yaml", 2, 8, "duplicate-id")]


@pytest.mark.parametrize("name", ["lubeck", "dollinger"])
def test_an_entity_a_fact_and_a_source_may_share_an_id(name: str) -> None:
    assert read(tiny(TINY["towns.yaml"].replace("id: lubeck-free", f"id: {name}"))).problems == ()


def test_the_sample_has_none() -> None:
    assert "duplicate-id" not in {problem.rule for problem in read(HANSE).problems}
