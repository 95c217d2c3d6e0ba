"""Sources in words: short, full, numbered."""

from __future__ import annotations

import pytest

from bot.facts import Citation, Name, Source
from bot.rendering.citations import Numbering, full_citation, short_citation, web_address
from bot.rendering.phrases import phrases_in

EN, RU = phrases_in("en"), phrases_in("ru")

BOOK = Source(
    id="dollinger1970",
    type="book",
    title="The German Hansa",
    author=(Name(family="Dollinger", given="Philippe"),),
    publisher="Macmillan",
    publisher_place="London",
    issued="1970",
)
ARTICLE = Source(
    id="wubs-mrozewicz",
    type="article-journal",
    title="Rules of inclusion, rules of exclusion",
    author=(Name(family="Wubs-Mrozewicz", given="Justyna"), Name(family="Jenks", given="Stuart")),
    container_title="Hansische Geschichtsblätter",
    volume="129",
    issue="2",
    page="51-92",
    issued="2011-05",
    doi="10.1000/hansa",
)
CHARTERS = Source(
    id="hub",
    type="book",
    title="Hansisches Urkundenbuch",
    editor=(Name(family="Kunze", given="Karl"), Name(family="Höhlbaum"), Name(literal="Verein für Geschichte")),
    issued="1876~",
)
PAGE = Source(
    id="page", type="webpage", title="What was the Hanse?", container_title="Museum", url="https://example.org/hanse"
)


def cited(key: str, locator: str | None = None, url: str | None = None) -> Citation:
    return Citation(key=key, locator=locator, url=url)


@pytest.mark.parametrize(
    ("source", "locator", "words"),
    [
        (BOOK, None, "Dollinger, The German Hansa (1970)"),
        (BOOK, "64", "Dollinger, The German Hansa (1970), p. 64"),
        (BOOK, "xv-xx", "Dollinger, The German Hansa (1970), pp. xv-xx"),
        (BOOK, "64-70, 99", "Dollinger, The German Hansa (1970), pp. 64-70, 99"),
        (BOOK, "ch. 1", "Dollinger, The German Hansa (1970), ch. 1"),
        (ARTICLE, "p. 60", "Wubs-Mrozewicz and Jenks, Rules of inclusion, rules of exclusion (2011), p. 60"),
        (CHARTERS, "no. 413", "Kunze et al. (ed.), Hansisches Urkundenbuch (1876), no. 413"),
        (PAGE, None, "What was the Hanse?, Museum"),
    ],
)
def test_short_form(source: Source, locator: str | None, words: str) -> None:
    assert short_citation(source, cited(source.id, locator), EN) == words


def test_short_form_in_russian() -> None:
    assert short_citation(BOOK, cited("dollinger1970", "64-70"), RU) == "Dollinger, The German Hansa (1970), с. 64-70"
    assert short_citation(CHARTERS, None, RU) == "Kunze и др. (ред.), Hansisches Urkundenbuch (1876)"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (BOOK, "Dollinger, Philippe. The German Hansa. London: Macmillan, 1970. Ch. 1."),
        (
            ARTICLE,
            (
                "Wubs-Mrozewicz, Justyna and Stuart Jenks. Rules of inclusion, rules of exclusion. "
                "Hansische Geschichtsblätter, 129(2), pp. 51-92. 2011. Ch. 1."
            ),
        ),
        (PAGE, "What was the Hanse? Museum. Ch. 1."),
    ],
)
def test_full_form(source: Source, words: str) -> None:
    assert full_citation(source, cited(source.id, "ch. 1"), EN) == words


def test_an_address_is_the_sources_own_or_its_doi() -> None:
    assert web_address(PAGE) == "https://example.org/hanse"
    assert web_address(ARTICLE) == "https://doi.org/10.1000/hansa"
    assert web_address(BOOK) is None


def test_a_place_is_numbered_once_and_the_citations_own_address_wins() -> None:
    numbering = Numbering({source.id: source for source in (BOOK, PAGE)}, EN)
    first = numbering.cite([cited("page"), cited("dollinger1970", "64"), cited("page")])
    second = numbering.cite([cited("dollinger1970", "65"), cited("dollinger1970", "64")])
    third = numbering.cite([cited("page", url="https://example.org/hanse#end")])
    assert (first, second, third) == ((1, 2), (3, 2), (4,))
    assert [(line.number, line.url) for line in numbering.lines()] == [
        (1, "https://example.org/hanse"),
        (2, None),
        (3, None),
        (4, "https://example.org/hanse#end"),
    ]
    assert [line.text for line in numbering.lines()][1:3] == [
        "Dollinger, The German Hansa (1970), p. 64",
        "Dollinger, The German Hansa (1970), p. 65",
    ]
