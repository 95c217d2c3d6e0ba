"""missing-language."""

from __future__ import annotations

from tests.packs import IN_RUSSIAN_TOO, TINY, edited, place, read, spots, tiny


def test_a_name_and_a_description_in_one_language_of_two() -> None:
    reading = read(tiny(TINY["towns.yaml"], **IN_RUSSIAN_TOO))
    assert spots(reading) == [("towns.yaml", 3, 9, "missing-language"), ("towns.yaml", 4, 16, "missing-language")]
    assert reading.problems[0].sentence == "`name` is not there in every language of the pack; add `ru: ...`"
    assert reading.library is not None


def test_one_name_that_lacks_a_language() -> None:
    files = edited("places/towns.yaml", "{en: Hamburg, ru: Гамбург}", "{en: Hamburg}")
    line, column = place(files["places/towns.yaml"], "{en: Hamburg}")
    assert spots(read(files)) == [("places/towns.yaml", line, column, "missing-language")]


def test_texts_of_facts_may_lag_behind() -> None:
    assert read(edited("places/towns.yaml", ', ru: "Любек на реке Траве', ' # ru: "Любек на реке Траве')).errors != ()
    text = "{en: Emperor Frederick II made Lübeck a free imperial city in June 1226.}"
    assert text in edited("places/towns.yaml", text, text)["places/towns.yaml"]
    assert read().problems == ()
