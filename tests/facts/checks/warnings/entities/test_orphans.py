"""orphan."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read, spots

LINK = "  relations: [{type: part-of, target: hanseatic-league}]\n"


def test_an_entity_without_any_link() -> None:
    files = edited("events.yaml", LINK, "")
    reading = read(files)
    assert spots(reading) == [("events.yaml", *place(files["events.yaml"], "steelyard-sale\n"), "orphan")]
    assert "`steelyard-sale` is linked with nothing" in reading.problems[0].sentence


def test_a_link_to_itself_is_none() -> None:
    files = edited("events.yaml", LINK, LINK.replace("hanseatic-league", "steelyard-sale"))
    assert [rule for *_, rule in spots(read(files))] == ["orphan"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("places/towns.yaml", "about: [henry-the-lion]", "about: [henry-the-lion, steelyard-sale]"),
        ("places/towns.yaml", "relations: [", "relations: [{type: saw, target: steelyard-sale}, "),
        ("diets.yaml", "{of: lubeck, value: 10}", "{of: lubeck, value: 10}, {of: steelyard-sale, value: 0}"),
        ("people/offices.yaml", "body: hanseatic-league, start: 1605", "body: steelyard-sale, start: 1605"),
    ],
)
def test_one_that_another_entity_names(file: str, old: str, new: str) -> None:
    files = edited("events.yaml", LINK, "")
    assert read({**files, file: edited(file, old, new)[file]}).problems == ()


def test_while_a_file_is_broken_nobody_can_say() -> None:
    files = {**edited("events.yaml", LINK, ""), "people/people.yaml": "- [\n"}
    assert "orphan" not in {rule for *_, rule in spots(read(files))}
