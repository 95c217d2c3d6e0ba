"""Every kind of answer as a card, in golden texts over the Hanseatic pack."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest

from bot.answers.model import Answer, Answered, Choices, Missing, Option, Ranked, Unknown, Why
from bot.dates import Calendar, parse_edtf
from bot.facts import Library
from bot.rendering import Card, Tone, Verb, render, to_text
from tests.packs import HANSE, edited, library


@pytest.fixture(scope="module")
def hanse() -> Library:
    return library()


def facts(base: Library, *ids: str) -> tuple[Ranked, ...]:
    return tuple(Ranked(base.facts[each], base.entity_of(each), 1.0) for each in ids)


def answered(base: Library, *ids: str, why: Why = Why.FACT, language: str = "en") -> Answered:
    return Answered(language=language, confidence=0.9, why=why, facts=facts(base, *ids))


def shown(answer: Answer, base: Library, language: str | None = None) -> str:
    return to_text(render(answer, base, language=language), language=language or answer.language)


def lines(text: str) -> str:
    return textwrap.dedent(text).strip()


def labels(card: Card, verb: Verb) -> list[str]:
    return [action.label for action in card.actions if action.verb is verb]


def test_an_accepted_fact_has_both_calendars_and_its_sources(hanse: Library) -> None:
    assert shown(answered(hanse, "diet-1669-lead"), hanse) == lines("""
        Last diet

        The last diet of the Hanseatic League opened at Lübeck on 29 May 1669, and only nine towns sent envoys. [1]
        29 May 1669 (O.S.) / 8 June 1669 (N.S.)

        Sources
        [1] Dollinger, The German Hansa (1970)
    """)


def test_an_accepted_fact_gets_no_yes(hanse: Library) -> None:
    answer = answered(hanse, "sack-of-visby-lead")
    assert render(replace(answer, yes_no=True), hanse) == render(answer, hanse)


def test_a_disputed_fact_gives_every_account_with_its_own_sources(hanse: Library) -> None:
    answer = answered(hanse, "hanseatic-league-beginning")
    assert render(answer, hanse).tone is Tone.DISPUTED
    assert shown(answer, hanse) == lines("""
        Hanseatic League

        Accounts of this differ.

        Historians do not agree on when the Hanseatic League began. [1]

        Account 1
        The League began with the second foundation of Lübeck in 1159. [2]

        Account 2
        The League began with the first general diet, in 1356. [1]

        Sources
        [1] Hammel-Kiesow, Die Hanse (2000)
        [2] Dollinger, The German Hansa (1970), ch. 1
    """)


def test_a_misconception_is_told_as_wrong_before_the_correction(hanse: Library) -> None:
    answer = answered(hanse, "hanseatic-league-never-dissolved")
    assert render(answer, hanse).tone is Tone.MISCONCEPTION
    assert shown(answer, hanse) == lines("""
        Hanseatic League

        It is often said: “The Hanseatic League was formally dissolved in 1669.” That is wrong.

        The Hanseatic League was never dissolved; the diet of 1669 was simply the last one that met. [1]

        Sources
        [1] Dollinger, The German Hansa (1970)
    """)


@pytest.mark.parametrize(("language", "no"), [("en", "No. It is often said"), ("ru", "Нет. Часто говорят")])
def test_a_yes_no_question_about_a_misconception_begins_with_no(hanse: Library, language: str, no: str) -> None:
    answer = replace(answered(hanse, "hanseatic-league-never-dissolved", language=language), yes_no=True)
    lead = render(answer, hanse).lead
    assert lead is not None
    assert lead.startswith(no)


def test_further_facts_keep_their_standing_and_say_whose_they_are(hanse: Library) -> None:
    answer = answered(
        hanse, "lubeck-refounded", "hanseatic-league-never-dissolved", "hanseatic-league-beginning", "lubeck-free-city"
    )
    card = render(answer, hanse)
    assert card.tone is Tone.ACCEPTED
    assert card.lead is None
    assert [passage.heading for passage in card.passages] == [
        None,
        "Hanseatic League: Often said, but wrong: “The Hanseatic League was formally dissolved in 1669.”",
        "Accounts of this differ.",
        "Account 1",
        "Account 2",
        "Lübeck",
    ]


def test_figures_stand_as_lines_under_their_unit_and_total(hanse: Library) -> None:
    assert shown(answered(hanse, "diet-1367-ships"), hanse) == lines("""
        Diet of Cologne

        The towns at Cologne in 1367 promised eighteen ships for the war. [1]
        November 1367

        In figures: ships, 18 in all
        Lübeck: 10
        Prussian towns: 5
        others: 3

        Sources
        [1] Kunze (ed.), Hansisches Urkundenbuch, vol. 4: 1361-1392 (1896), no. 413, https://example.org/hub-4
    """)


def test_offices_are_lines_with_their_spans(hanse: Library) -> None:
    text = shown(answered(hanse, "syndic-holders"), hanse)
    assert "Syndic, Hanseatic League\nHeinrich Sudermann, 1556" in text
    assert "\nJohannes Domann, 1605–1618\n" in text


def test_offices_that_differ_are_named_line_by_line_and_ends_may_be_open() -> None:
    one = "role: {en: syndic, ru: синдик}, body: hanseatic-league, start: 1605, end: 1618"
    base = library(edited("people/offices.yaml", one, "role: {en: envoy, ru: посол}, start: 1605"))
    text = shown(answered(base, "syndic-holders"), base)
    assert "Who held the office\nsyndic, Hanseatic League: Heinrich Sudermann, 1556" in text
    assert "\nenvoy: Johannes Domann, from 1605\n" in text


def test_a_description_that_the_fact_repeats_is_left_out(hanse: Library) -> None:
    assert render(answered(hanse, "heinrich-sudermann-lead"), hanse).subtitle is None
    assert render(answered(hanse, "syndic-holders"), hanse).subtitle == (
        "The League's only official, its lawyer and envoy."
    )


def test_buttons_lead_to_sources_to_the_subject_and_to_what_else_it_answers(hanse: Library) -> None:
    answer = replace(
        answered(hanse, "hanseatic-league-lead"), related=(hanse.entities["lubeck"], hanse.entities["hanseatic-league"])
    )
    card = render(answer, hanse)
    assert [(action.verb, action.target) for action in card.actions[:2]] == [
        (Verb.SOURCES, "hanseatic-league-lead"),
        (Verb.ENTITY, "hanseatic-league"),
    ]
    assert labels(card, Verb.FACT) == [
        "When was the Hanseatic League founded?",
        "When was the Hanseatic League dissolved?",
    ]
    assert labels(card, Verb.ENTITY) == ["More: Hanseatic League", "Lübeck"]


def test_an_entity_shows_its_facts_and_then_those_of_others(hanse: Library) -> None:
    answer = Answered(
        language="en",
        confidence=1.0,
        why=Why.ENTITY,
        facts=facts(hanse, "visby-lead", "sack-of-visby-lead"),
        entity=hanse.entities["visby"],
    )
    assert shown(answer, hanse) == lines("""
        Visby
        Walled trading town on Gotland.

        Visby on the island of Gotland was the meeting place of the German merchants who sailed to Novgorod. [1]

        Sack of Visby
        Valdemar IV beat the farmers of Gotland before the walls of Visby on 27 July 1361 and took the town. [2][1]
        27 July 1361

        Sources
        [1] Dollinger, The German Hansa (1970)
        [2] Kunze (ed.), Hansisches Urkundenbuch, vol. 4: 1361-1392 (1896), https://example.org/hub-4
    """)
    assert labels(render(answer, hanse), Verb.ENTITY) == [
        hanse.entities[each.id].name["en"] for each in hanse.related("visby")
    ]


def test_an_entity_with_too_many_facts_says_so_and_leads_on() -> None:
    long = "".join(
        f"    - id: lubeck-more-{number}\n"
        f"      text: {{en: 'Lübeck fact {number}. {'The council met in the hall again. ' * 12}'}}\n"
        "      sources: [{key: dollinger1970}]\n"
        f"      asks: {{en: ['What was number {number}?']}}\n"
        for number in range(20)
    )
    base = library(edited("places/towns.yaml", "- id: hamburg\n", f"{long}- id: hamburg\n"))
    answer = Answered("en", 1.0, Why.ENTITY, (), entity=base.entities["lubeck"])
    card = render(answer, base)
    assert card.note is not None
    left_out = 23 - len(card.passages)
    assert card.note == f"… and {left_out} more."
    first_left_out = base.entities["lubeck"].facts[len(card.passages)]
    assert card.actions[0].verb is Verb.SOURCES
    assert card.actions[1].target == first_left_out.id
    assert card.actions[1].label == first_left_out.asks["en"][0]


def test_a_day_is_read_in_both_calendars_and_says_where_nothing_is_known(hanse: Library) -> None:
    old = parse_edtf("1598-01-13", calendar=Calendar.JULIAN)
    new = parse_edtf("1598-01-13", calendar=Calendar.GREGORIAN)
    answer = replace(answered(hanse, "steelyard-closed", why=Why.DAY), dates=(old, new))
    assert shown(answer, hanse) == lines("""
        13 January 1598

        That date can be read in two calendars.

        13 January 1598 (O.S.) / 23 January 1598 (N.S.)
        The base tells of nothing then.

        13 January 1598 (N.S.) / 3 January 1598 (O.S.)
        Elizabeth I ordered the merchants out of the Steelyard in London on 13 January 1598. [1]

        Sources
        [1] Dollinger, The German Hansa (1970)
    """)


def test_facts_of_a_longer_span_keep_their_own_date_under_a_day(hanse: Library) -> None:
    november = parse_edtf("1367-11", calendar=Calendar.JULIAN)
    answer = replace(answered(hanse, "diet-1367-lead", "diet-1367-ships", why=Why.DAY), dates=(november,))
    card = render(answer, hanse)
    assert card.title == "November 1367"
    assert card.lead is None
    assert [passage.date for passage in card.passages[:2]] == ["19 November 1367", None]


def test_the_members_of_a_kind_are_lines_and_buttons(hanse: Library) -> None:
    answer = Answered("en", 1.0, Why.LIST, (), entities=hanse.of_kind("diet"), kind="diet")
    assert shown(answer, hanse) == lines("""
        Diets
        3 in the base

        First general diet: Assembly of the towns at Lübeck in 1356.
        Diet of Cologne: Assembly that armed the towns against Denmark.
        Last diet: Assembly of nine towns at Lübeck, the last one.
    """)
    assert labels(render(answer, hanse), Verb.ENTITY) == ["First general diet", "Diet of Cologne", "Last diet"]


def test_choices_ask_back_with_a_numbered_line_for_each_button(hanse: Library) -> None:
    options = (
        Option(hanse.entities["diet-1367"]),
        Option(hanse.entities["lubeck"], hanse.facts["lubeck-refounded"]),
    )
    answer = Choices("en", 0.4, options)
    assert shown(answer, hanse) == lines("""
        Which did you mean?

        Your question fits more than one thing.

        1. Diet of Cologne
        Assembly that armed the towns against Denmark.

        2. Lübeck
        Henry the Lion founded Lübeck anew in 1159, after a fire.
    """)
    assert [(action.verb, action.target, action.label) for action in render(answer, hanse).actions] == [
        (Verb.ENTITY, "diet-1367", "Diet of Cologne"),
        (Verb.FACT, "lubeck-refounded", "Who founded Lübeck anew?"),
    ]


def test_what_is_not_in_the_base_is_said_and_the_nearest_offered(hanse: Library) -> None:
    answer = Unknown("en", 0.1, nearest=(hanse.entities["visby"], hanse.entities["novgorod"]))
    assert render(answer, hanse).tone is Tone.MISSING
    assert shown(answer, hanse) == lines("""
        Not in the base

        My base has no answer to this, and I do not guess.

        Near to it, I know of:
        - Visby
        - Novgorod
    """)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_reason_for_no_answer_has_words_of_its_own(hanse: Library, language: str) -> None:
    cards = [render(Unknown(language, 0.0, reason=reason), hanse) for reason in Missing]
    assert len({(card.title, card.lead) for card in cards}) == len(Missing)


def test_a_quiet_day_is_named_in_both_calendars(hanse: Library) -> None:
    days = tuple(parse_edtf("1669-06-08", calendar=calendar) for calendar in Calendar)
    lead = render(Unknown("en", 0.0, reason=Missing.QUIET_DAY, dates=days), hanse).lead
    assert lead == (
        "My base tells of nothing then: "
        "8 June 1669 (O.S.) / 18 June 1669 (N.S.); 8 June 1669 (N.S.) / 29 May 1669 (O.S.)."
    )


def test_in_russian_the_bots_words_and_the_curators_are_russian(hanse: Library) -> None:
    assert shown(answered(hanse, "hanseatic-league-never-dissolved", language="ru"), hanse) == lines("""
        Ганзейский союз

        Часто говорят: «Ганза была официально распущена в 1669 году.» Это неверно.

        Ганзу никто не распускал: съезд 1669 года просто оказался последним. [1]

        Источники
        [1] Dollinger, The German Hansa (1970)
    """)


def test_a_language_without_phrases_has_english_words_around_the_curators_text(hanse: Library) -> None:
    card = render(answered(hanse, "hanseatic-league-beginning"), hanse, language="sv")
    assert card.lead == "Accounts of this differ."
    assert card.title == "Hanseatic League"


def test_a_pack_that_always_was_gregorian_shows_one_calendar() -> None:
    manifest = HANSE["pack.yaml"].replace("calendar: julian\n", "").replace("switch: 1582-10-15\n", "")
    base = library({**HANSE, "pack.yaml": manifest})
    (passage,) = render(answered(base, "steelyard-closed"), base).passages
    assert passage.date == "13 January 1598"
    (passage,) = render(answered(base, "diet-1669-lead"), base).passages
    assert passage.date == "29 May 1669 (O.S.) / 8 June 1669 (N.S.)"
