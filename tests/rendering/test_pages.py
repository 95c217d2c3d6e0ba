"""Pages that no question asks for: sources, bibliography, help, notices."""

from __future__ import annotations

import pytest

from bot.facts import Library
from bot.rendering import (
    Notice,
    Verb,
    bibliography_pages,
    render_bibliography,
    render_help,
    render_notice,
    render_sources,
    to_text,
)
from bot.rendering.limits import TEXT_MOST, component_count, text_cost
from tests.packs import HANSE, library


@pytest.fixture(scope="module")
def hanse() -> Library:
    return library()


def with_sources(count: int) -> Library:
    more = "".join(
        f"- {{id: work-{number}, type: book, title: {'A long title of a work on the Hanse ' * 4}, "
        f"author: [{{family: Author{number:03}}}], URL: 'https://example.org/{number}'}}\n"
        for number in range(count)
    )
    return library({**HANSE, "sources.yaml": HANSE["sources.yaml"] + more})


def test_the_sources_of_a_fact_are_full_entries_under_what_they_support(hanse: Library) -> None:
    assert to_text(render_sources("hanseatic-league-beginning", hanse, language="en")) == "\n".join(
        [
            "Sources",
            "Hanseatic League",
            "",
            "Accounts of this differ.",
            "",
            "Historians do not agree on when the Hanseatic League began. [1]",
            "",
            "Account 1",
            "The League began with the second foundation of Lübeck in 1159. [2]",
            "",
            "Account 2",
            "The League began with the first general diet, in 1356. [1]",
            "",
            "Sources",
            "[1] Hammel-Kiesow, Rolf. Die Hanse. Munich: C. H. Beck, 2000.",
            "[2] Dollinger, Philippe. The German Hansa. London: Macmillan, 1970. Ch. 1.",
        ]
    )


def test_the_sources_of_a_fact_that_is_gone_are_a_notice(hanse: Library) -> None:
    assert render_sources("no-such-fact", hanse, language="ru") == render_notice(Notice.GONE, language="ru")


def test_a_short_bibliography_is_one_page_in_alphabetical_order(hanse: Library) -> None:
    card = render_bibliography(hanse, language="en")
    assert [source.text.partition(".")[0] for source in card.sources] == [
        "Dollinger, Philippe",
        "Hammel-Kiesow, Rolf",
        "Kunze, Karl (ed",
        "Рыбина, Елена",
    ]
    assert card.subtitle == "4 sources"
    assert card.note is None


def test_a_long_bibliography_has_pages_within_the_limits_and_loses_nothing() -> None:
    base = with_sources(60)
    pages = bibliography_pages(base, language="en")
    assert len(pages) > 2
    assert [source.number for page in pages for source in page] == list(range(1, len(base.sources) + 1))
    for number in range(1, len(pages) + 1):
        card = render_bibliography(base, language="en", page=number)
        assert card.sources == pages[number - 1]
        assert card.note == f"Page {number} of {len(pages)}"
        assert text_cost(card) <= TEXT_MOST
        around = [page for page in (number - 1, number + 1) if 1 <= page <= len(pages)]
        assert [(action.verb, action.target) for action in card.actions] == [
            (Verb.BIBLIOGRAPHY, str(page)) for page in around
        ]


def test_a_page_out_of_range_is_the_nearest() -> None:
    base = with_sources(60)
    last = len(bibliography_pages(base, language="en"))
    assert render_bibliography(base, language="en", page=0) == render_bibliography(base, language="en", page=1)
    assert render_bibliography(base, language="en", page=99) == render_bibliography(base, language="en", page=last)


def test_help_is_made_from_the_pack_and_the_commands_of_the_surface(hanse: Library) -> None:
    text = to_text(render_help(hanse, language="en", commands=[("/town", "Look up a town"), ("/help", "This")]))
    assert text.startswith("The Hanseatic League\nHow to ask\n\nThe towns, diets and people")
    assert "\nFor example\nWhere did the first diet meet?\n" in text
    assert "\nCommands\n/town: Look up a town\n/help: This\n" in text
    assert "O.S., Julian" in text
    assert text.endswith(f"Texts of the base: {hanse.pack.licence}.")


def test_help_of_a_pack_with_one_calendar_does_not_speak_of_two() -> None:
    manifest = HANSE["pack.yaml"].replace("calendar: julian\n", "").replace("switch: 1582-10-15\n", "")
    text = to_text(render_help(library({**HANSE, "pack.yaml": manifest}), language="en"))
    assert "Julian" not in text


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("notice", Notice)
def test_every_notice_has_a_title_and_a_sentence(notice: Notice, language: str) -> None:
    card = render_notice(notice, language=language, wait=2)
    assert card.title
    assert card.lead is not None
    assert card.lead.endswith(".")
    assert "{" not in card.lead
    assert component_count(card) == 3


@pytest.mark.parametrize(
    ("wait", "language", "words"),
    [(0.2, "en", "in 1 second."), (3.4, "en", "in 3 seconds."), (21, "ru", "через 21 секунду.")],
)
def test_a_cooldown_says_how_long(wait: float, language: str, words: str) -> None:
    lead = render_notice(Notice.COOLDOWN, language=language, wait=wait).lead
    assert lead is not None
    assert lead.endswith(words)
