"""Sources: CSL items as Zotero writes them, and as people do."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from bot.facts import Name, Source
from bot.facts.sources import UNSHOWN_VARIABLES
from tests.packs import TINY, library, read, spots, tiny

ZOTERO_JSON = [
    {
        "id": "http://zotero.org/users/1/items/ABCD",
        "type": "article-journal",
        "abstract": "Long.",
        "container-title": "Hansische Geschichtsblätter",
        "DOI": "10.1000/hansa",
        "ISSN": "0073-0327",
        "issue": "2",
        "language": "de",
        "page": "51-92",
        "title": 'Die Hanse: "Städte" und Märkte',
        "volume": "129",
        "author": [{"family": "Hammel-Kiesow", "given": "Rolf"}, {"literal": "Hansischer Geschichtsverein"}],
        "issued": {"date-parts": [["2011", 5, 3]]},
        "accessed": {"date-parts": [["2020", 1]]},
    }
]

ZOTERO_YAML = """\
references:
- id: dollinger
  author:
  - family: Dollinger
    given: Philippe
  citation-key: dollinger
  issued:
  - year: 1970
    month: 5
  publisher: Macmillan
  publisher-place: London
  title: The German Hansa
  title-short: Hansa
  type: book
"""


def source(**fields: object) -> Source:
    return Source.model_validate({"id": "a", "type": "book", "title": "T", **fields})


def test_csl_json_drops_in() -> None:
    text = TINY["towns.yaml"].replace("key: dollinger", "key: 'http://zotero.org/users/1/items/ABCD'")
    [item] = library(tiny(text, sources=json.dumps(ZOTERO_JSON, ensure_ascii=False))).sources.values()
    assert (item.container_title, item.doi, item.page) == ("Hansische Geschichtsblätter", "10.1000/hansa", "51-92")
    assert (item.issued, item.accessed, item.year) == ("2011-05-03", "2020-01", "2011")
    assert [name.short for name in item.author] == ["Hammel-Kiesow", "Hansischer Geschichtsverein"]


def test_csl_yaml_with_references_drops_in() -> None:
    [item] = library(tiny(TINY["towns.yaml"], sources=ZOTERO_YAML)).sources.values()
    assert (item.title_short, item.publisher_place, item.issued) == ("Hansa", "London", "1970-05")


def test_a_problem_in_references_has_its_place() -> None:
    text = ZOTERO_YAML.replace("type: book", "type: bok")
    reading = read(tiny(TINY["towns.yaml"], sources=text))
    assert spots(reading) == [("sources.yaml", 14, 9, "bad-value")]
    assert "did you mean `book`?" in reading.problems[0].sentence


def test_a_file_of_sources_is_a_list() -> None:
    assert spots(read(tiny(TINY["towns.yaml"], sources="id: dollinger\n"))) == [("sources.yaml", 1, 1, "wrong-type")]


@pytest.mark.parametrize("key", ["pipes1990russian", "pipes_1990/xy", "Dollinger:1970", "10.1000/x#2", "a+b~c"])
def test_keys_of_reference_managers_are_keys(key: str) -> None:
    text = TINY["towns.yaml"].replace("key: dollinger", f"key: {key!r}")
    assert key in library(tiny(text, sources=f"- {{id: {key!r}, type: book, title: T}}\n")).sources


@pytest.mark.parametrize("key", ["two words", "-a", "", "ключ", "a,b"])
def test_other_keys_are_not(key: str) -> None:
    with pytest.raises(ValidationError):
        source(id=key)


@pytest.mark.parametrize(
    ("written", "issued", "year"),
    [
        ("1970", "1970", "1970"),
        ("1970-05", "1970-05", "1970"),
        ("1970~", "1970~", "1970"),
        ("n.d.", "n.d.", "n.d."),
        ({"date-parts": [["1896"]]}, "1896", "1896"),
        ({"date-parts": [["1896", "2", "1"]]}, "1896-02-01", "1896"),
        ({"date-parts": [["1896"], ["1899", "12"]]}, "1896/1899-12", "1896–1899"),
        ({"date-parts": [["1896"]], "circa": "true"}, "1896~", "1896"),
        ({"literal": "before 1900"}, "before 1900", "before 1900"),
        ({"raw": "May 1990"}, "May 1990", "May 1990"),
        ([{"year": "1990"}], "1990", "1990"),
        ([{"year": "1990"}, {"year": "1992", "month": "3"}], "1990/1992-03", "1990–1992"),
        ({"year": "1990", "month": "5"}, "1990-05", "1990"),
    ],
)
def test_every_way_to_write_a_date(written: object, issued: str, year: str) -> None:
    item = source(issued=written)
    assert (item.issued, item.year) == (issued, year)


@pytest.mark.parametrize(
    "written", [[], {}, {"date-parts": []}, {"date-parts": [["May"]]}, {"years": "1990"}, ["1990"], {"month": "5"}, ""]
)
def test_what_is_no_date(written: object) -> None:
    with pytest.raises(ValidationError):
        source(issued=written)


def test_a_source_without_a_date_has_no_year() -> None:
    assert source().year is None


def test_variables_that_no_card_shows_are_left_alone() -> None:
    assert source(**dict.fromkeys(UNSHOWN_VARIABLES, "x")) == source()


def test_no_variable_is_both_shown_and_left_alone() -> None:
    assert {field.alias for field in Source.model_fields.values()}.isdisjoint(UNSHOWN_VARIABLES)


def test_a_name_needs_a_name() -> None:
    with pytest.raises(ValidationError, match="a name needs `family`"):
        Name.model_validate({"suffix": "Jr."})


@pytest.mark.parametrize(
    ("name", "short", "full"),
    [
        ({"family": "Dollinger", "given": "Philippe"}, "Dollinger", "Philippe Dollinger"),
        (
            {"family": "Warendorp", "given": "Bruno", "non-dropping-particle": "von"},
            "von Warendorp",
            "Bruno von Warendorp",
        ),
        ({"literal": "City archive of Lübeck"}, "City archive of Lübeck", "City archive of Lübeck"),
        ({"given": "Detmar"}, "Detmar", "Detmar"),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "King", "Martin King Jr."),
    ],
)
def test_names_are_written_short_and_in_full(name: dict[str, str], short: str, full: str) -> None:
    person = Name.model_validate(name)
    assert (person.short, person.full) == (short, full)
