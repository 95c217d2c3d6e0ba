"""bare-source."""

from __future__ import annotations

import pytest

from tests.packs import TINY, read, spots, tiny


def with_source(rest: str) -> dict[str, str]:
    return tiny(TINY["towns.yaml"], sources=f"- {{id: dollinger, title: The German Hansa, {rest}}}\n")


@pytest.mark.parametrize("kind", ["book", "chapter", "article-journal", "thesis"])
def test_a_title_alone(kind: str) -> None:
    reading = read(with_source(f"type: {kind}"))
    assert spots(reading) == [("sources.yaml", 1, 8, "bare-source")]
    assert "`dollinger` has no author, no editor and no date" in reading.problems[0].sentence


@pytest.mark.parametrize(
    "rest",
    [
        "type: book, issued: 1970",
        "type: book, author: [{family: Dollinger, given: Philippe}]",
        "type: chapter, editor: [{literal: City of Lübeck}]",
        "type: webpage",
        "type: entry-encyclopedia",
        "type: manuscript",
    ],
)
def test_what_can_be_found(rest: str) -> None:
    assert read(with_source(rest)).problems == ()
