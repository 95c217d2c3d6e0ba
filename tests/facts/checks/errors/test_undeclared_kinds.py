"""undeclared-kind."""

from __future__ import annotations

from tests.packs import TINY, read, tiny


def test_a_kind_that_was_misspelt() -> None:
    [problem] = read(tiny(TINY["towns.yaml"].replace("kind: town", "kind: twon"))).problems
    assert str(problem) == (
        "towns.yaml:2:9: error: undeclared-kind: pack.yaml declares no kind `twon`; did you mean `town`?"
    )


def test_a_kind_like_no_other_lists_the_kinds() -> None:
    [problem] = read(tiny(TINY["towns.yaml"].replace("kind: town", "kind: ship"))).problems
    assert problem.sentence == "pack.yaml declares no kind `ship`; the kinds are town, diet"
