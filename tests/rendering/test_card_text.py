"""A card as plain text."""

from __future__ import annotations

from bot.rendering import Action, Card, Passage, SourceLine, Tone, Verb, to_text

CARD = Card(
    tone=Tone.ACCEPTED,
    title="Visby",
    subtitle="Town on Gotland.",
    lead="Accounts of this differ.",
    passages=(Passage("Visby was taken.", heading="The sack", date="27 July 1361", cites=(1, 2)), Passage("It fell.")),
    sources=(SourceLine(1, "A chronicle"), SourceLine(2, "A charter", "https://example.org/2")),
    note="… and 3 more.",
    actions=(Action(Verb.SOURCES, "visby-taken", "Sources"),),
)


def test_every_part_is_there_in_the_order_of_reading() -> None:
    assert to_text(CARD) == (
        "Visby\nTown on Gotland.\n\nAccounts of this differ.\n\nThe sack\nVisby was taken. [1][2]\n27 July 1361\n\n"
        "It fell.\n\n… and 3 more.\n\nSources\n[1] A chronicle\n[2] A charter, https://example.org/2"
    )


def test_the_word_over_the_sources_is_in_the_language_of_the_card() -> None:
    assert "\n\nИсточники\n[1]" in to_text(CARD, language="ru")


def test_a_card_of_a_title_alone_is_that_title() -> None:
    assert to_text(Card(Tone.PLAIN, "Visby")) == "Visby"


def test_control_characters_do_not_reach_a_terminal() -> None:
    passage = Passage("red \x1b[31mtext\x07 and \x9b2Jmore\r\n")
    assert to_text(Card(Tone.PLAIN, "a\x00b", passages=(passage,))) == "ab\n\nred [31mtext and 2Jmore\n"
