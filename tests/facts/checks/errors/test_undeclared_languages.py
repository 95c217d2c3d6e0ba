"""undeclared-language."""

from __future__ import annotations

import pytest

from tests.packs import TINY, read, tiny

TOWN = TINY["towns.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("name: Lübeck", "name: {en: Lübeck, rus: Любек}", 3, 22),
        ("name: Lübeck", "name: Lübeck\n  aliases: {de: [Liubice]}", 4, 13),
        ('asks: ["', 'asks:\n        de: ["Was?"]\n        en: ["', 11, 9),
        ("sources:", "tally: {unit: {en: towns, fr: villes}, total: 3}\n      sources:", 9, 33),
    ],
)
def test_texts_and_lists_of_facts(old: str, new: str, line: int, column: int) -> None:
    [problem] = read(tiny(TOWN.replace(old, new, 1))).problems
    assert (problem.line, problem.column, problem.rule) == (line, column, "undeclared-language")


def test_texts_of_the_manifest() -> None:
    [problem] = read(tiny(TOWN, pack=TINY["pack.yaml"] + "examples: {fr: [Où est Lübeck ?]}\n")).problems
    assert (problem.file, problem.line, problem.column) == ("pack.yaml", 12, 12)
    assert problem.sentence == "pack.yaml declares no language `fr`; its languages are en"
