"""dangling-reference."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong", "meant"),
    [
        (
            "places/towns.yaml",
            "target: hanseatic-league",
            "target: hanseatic-leage",
            "hanseatic-leage",
            "hanseatic-league",
        ),
        ("league.yaml", "about: [lubeck, diet-1356]", "about: [lubeck, diet-1536]", "diet-1536", "diet-1356"),
        ("diets.yaml", "{of: lubeck,", "{of: lubek,", "lubek", "lubeck"),
        ("people/offices.yaml", "holder: johannes-domann", "holder: johann-domann", "johann-domann", "johannes-domann"),
        ("people/offices.yaml", "body: hanseatic-league", "body: kontor", "kontor", None),
        ("diets.yaml", "{key: hub-4, locator", "{key: hub4, locator", "hub4", "hub-4"),
        (
            "league.yaml",
            "{key: dollinger1970, locator: ch. 1}",
            "{key: dollinger1971}",
            "dollinger1971",
            "dollinger1970",
        ),
    ],
)
def test_every_reference_is_followed(file: str, old: str, new: str, wrong: str, meant: str | None) -> None:
    files = edited(file, old, new)
    [problem] = read(files).errors
    assert (problem.file, problem.rule) == (file, "dangling-reference")
    assert (problem.line, problem.column) == place(files[file], wrong)
    assert f"`{wrong}`" in problem.sentence
    assert (f"did you mean `{meant}`?" if meant else "correct it, or add it to the pack") in problem.sentence
