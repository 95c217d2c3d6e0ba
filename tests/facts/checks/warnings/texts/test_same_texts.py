"""same-text."""

from __future__ import annotations

from tests.packs import IN_RUSSIAN_TOO, TINY, of, read, tiny


def test_a_fact_that_was_copied() -> None:
    copy = TINY["towns.yaml"].replace("lubeck", "visby").replace("name: Lübeck", "name: Visby")
    [problem] = of("same-text", read(tiny(TINY["towns.yaml"] + copy)))
    assert (problem.line, problem.column, problem.severity) == (17, 13, "warning")
    assert "`lubeck-free` has the same text (towns.yaml:7)" in problem.sentence


def test_a_text_that_is_the_same_in_two_languages_is_no_copy() -> None:
    text = TINY["towns.yaml"].replace("text: Lübeck", "text:\n        ru: Hansa\n        en: Hansa #")
    assert of("same-text", read(tiny(text, **IN_RUSSIAN_TOO))) == []
