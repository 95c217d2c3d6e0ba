"""missing-first-language."""

from __future__ import annotations

import pytest

from tests.packs import IN_RUSSIAN_TOO, TINY, read, tiny

TOWN = TINY["towns.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("name: Lübeck", "name: {ru: Любек}", 3, 9),
        ("description: A town on the Trave.", "description: {ru: Город на Траве.}", 4, 16),
        ("text: Lübeck became a free city in 1226.", "text: {ru: Любек стал вольным городом.}", 7, 13),
        ("sources:", "roles: [{holder: lubeck, role: {ru: глава}}]\n      sources:", 9, 38),
        ("sources:", "standing: misconception\n      claim: {ru: Любек - деревня.}\n      sources:", 10, 14),
    ],
)
def test_a_text_without_the_first_language(old: str, new: str, line: int, column: int) -> None:
    [problem] = read(tiny(TOWN.replace(old, new, 1), **IN_RUSSIAN_TOO)).errors
    assert (problem.line, problem.column, problem.rule) == (line, column, "missing-first-language")
    assert "add `en: ...`" in problem.sentence


def test_aliases_and_questions_may_be_in_any_of_the_languages() -> None:
    text = TOWN.replace("name: Lübeck", "name: Lübeck\n  aliases: {ru: [Любек]}")
    assert read(tiny(text, **IN_RUSSIAN_TOO)).library is not None
