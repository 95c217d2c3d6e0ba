"""outside-lifetime."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read, spots

DOMANN = "Синдик Ганзы после Зудермана.}"


def with_lifetime(lifetime: str, death: str = "1195-08-06") -> dict[str, str]:
    """The sample, in which Henry the Lion has a lifetime."""
    files = edited("people/people.yaml", "Герцог Саксонии и Баварии.}\n", f"Герцог.}}\n  lifetime: {lifetime}\n")
    text = files["people/people.yaml"].replace("date: 1195-08-06", f"date: {death}")
    return {**files, "people/people.yaml": text}


@pytest.mark.parametrize(
    ("lifetime", "words"),
    [
        ("1129/1194", "the fact (1195-08-06) lies after the life of `henry-the-lion` (1129/1194)"),
        ("1129/1195-08-05", "lies after the life"),
        ("1196/..", "lies before the life"),
    ],
)
def test_a_fact_outside_the_life_of_its_entity(lifetime: str, words: str) -> None:
    files = with_lifetime(lifetime)
    reading = read(files)
    assert spots(reading) == [
        ("people/people.yaml", *place(files["people/people.yaml"], "1195-08-06"), "outside-lifetime")
    ]
    assert words in reading.problems[0].sentence


@pytest.mark.parametrize(
    "lifetime", ["1129/1195", "1129/1195-08", "../1195-08-06", "1129/..", "1129/1195-08-06", "11XX"]
)
def test_a_fact_in_it(lifetime: str) -> None:
    assert read(with_lifetime(lifetime)).problems == ()


@pytest.mark.parametrize(
    ("lifetime", "death"), [("1129/1194~", "1195"), ("1129/1194", "1195~"), ("1129/1194?", "1195?")]
)
def test_what_is_not_certain_has_its_own_length_as_grace(lifetime: str, death: str) -> None:
    assert read(with_lifetime(lifetime, death)).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "lifetime", "at", "words"),
    [
        ("people/people.yaml", DOMANN, "1564/1604", "1605, end", "the start of the role (1605)"),
        ("people/people.yaml", DOMANN, "1564/1617", "1618}", "the end of the role (1618)"),
        ("league.yaml", 'Северного моря."}', "1159/1600", "1605, end", "the life of `hanseatic-league`"),
    ],
)
def test_a_role_outside_the_life_of_holder_or_body(file: str, old: str, lifetime: str, at: str, words: str) -> None:
    files = edited(file, old, f"{old}\n  lifetime: {lifetime}")
    reading = read(files)
    found = [problem for problem in reading.problems if problem.file == "people/offices.yaml"]
    assert [(problem.line, problem.column, problem.rule) for problem in found] == [
        (*place(files["people/offices.yaml"], at), "outside-lifetime")
    ]
    assert words in found[0].sentence
