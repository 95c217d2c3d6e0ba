"""long-text."""

from __future__ import annotations

from bot.facts.checks.warnings.texts.long_texts import MAX_CHARACTERS
from tests.packs import TINY, read, spots, tiny

TEXT = "Lübeck became a free city in 1226."


def test_a_text_longer_than_a_card_takes() -> None:
    text = "Lübeck" + " x" * (MAX_CHARACTERS // 2) + "."
    reading = read(tiny(TINY["towns.yaml"].replace(TEXT, text)))
    assert spots(reading) == [("towns.yaml", 7, 13, "long-text")]
    assert reading.library is not None


def test_a_text_as_long_as_a_card_takes() -> None:
    text = "Lübeck " + "x" * (MAX_CHARACTERS - 8) + "."
    assert read(tiny(TINY["towns.yaml"].replace(TEXT, text))).problems == ()
