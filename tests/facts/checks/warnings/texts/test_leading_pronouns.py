"""leading-pronoun."""

from __future__ import annotations

import pytest

from tests.packs import IN_RUSSIAN_TOO, TINY, of, place, read, tiny

TEXT = "Lübeck became a free city in 1226."


@pytest.mark.parametrize("text", ["It became free in 1226.", "“They” were free.", "HIS town was free."])
def test_an_english_pronoun(text: str) -> None:
    [problem] = read(tiny(TINY["towns.yaml"].replace(TEXT, text))).problems
    assert (problem.line, problem.column, problem.rule) == (7, 13, "leading-pronoun")


def test_a_russian_pronoun() -> None:
    text = TINY["towns.yaml"].replace(TEXT, f"{{en: '{TEXT}', ru: Он стал вольным городом.}}")
    [problem] = of("leading-pronoun", read(tiny(text, **IN_RUSSIAN_TOO)))
    assert (problem.line, problem.column) == place(text, "Он стал")
    assert "`Он`" in problem.sentence


def test_a_claim() -> None:
    claim = "standing: misconception\n      claim: She ruled it.\n      sources:"
    [problem] = read(tiny(TINY["towns.yaml"].replace("sources:", claim))).problems
    assert (problem.line, problem.column, problem.rule) == (10, 14, "leading-pronoun")


@pytest.mark.parametrize("text", ["Hermann ruled Lübeck.", "Italy had no part in it.", "1226 made Lübeck free."])
def test_words_that_only_begin_like_one(text: str) -> None:
    assert read(tiny(TINY["towns.yaml"].replace(TEXT, text))).problems == ()
