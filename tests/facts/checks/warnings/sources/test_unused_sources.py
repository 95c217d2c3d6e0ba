"""unused-source."""

from __future__ import annotations

from tests.packs import TINY, edited, read, spots, tiny

MORE = (
    TINY["sources.yaml"] + "- id: rybina\n  type: book\n  title: T\n  issued: 1986\n- {id: hub, type: map, title: U}\n"
)


def test_each_source_that_nothing_cites() -> None:
    reading = read(tiny(TINY["towns.yaml"], sources=MORE))
    assert spots(reading) == [("sources.yaml", 2, 7, "unused-source"), ("sources.yaml", 6, 8, "unused-source")]
    assert reading.library is not None


def test_an_account_cites_too() -> None:
    text = """\
      standing: disputed
      accounts:
        - {text: It was 1226., sources: [{key: rybina}]}
        - {text: It was 1227., sources: [{key: hub}]}
"""
    assert read(tiny(TINY["towns.yaml"] + text, sources=MORE)).problems == ()


def test_while_a_file_of_facts_is_broken_nobody_can_say() -> None:
    assert {
        problem.rule for problem in read(edited("people/people.yaml", "kind: person", "kind: [person")).problems
    } == {"syntax"}
