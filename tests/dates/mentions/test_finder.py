"""Dates in questions: what is found, what is not, and that nothing is ever raised.

`J` and `G` are the calendars of readings.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import GREGORIAN_RULE, Calendar, CalendarRule, DateMention, find_dates, parse_edtf

RUSSIA = CalendarRule.parse("julian", "1918-02-14")
J, G = Calendar.JULIAN, Calendar.GREGORIAN


def found(text: str, default_year: int | None = 1917) -> list[DateMention]:
    mentions = find_dates(text, rule=RUSSIA, default_year=default_year)
    for mention in mentions:
        assert mention.text == text[mention.start : mention.end]
        assert mention.readings
        assert mention.stated is None or {date.calendar for date in mention.readings} == {mention.stated}
    return list(mentions)


def only(text: str, default_year: int | None = 1917) -> DateMention:
    mentions = found(text, default_year)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("question", "text", "edtf"),
    [
        ("what happened on 2 march 1917", "2 march 1917", "1917-03-02"),
        ("what happened on 2 MARCH 1917?", "2 MARCH 1917", "1917-03-02"),
        ("march 2nd, 1917", "march 2nd, 1917", "1917-03-02"),
        ("on the 2nd of march", "2nd of march", "1917-03-02"),
        ("on March the 2nd", "March the 2nd", "1917-03-02"),
        ("2nd march,1917", "2nd march,1917", "1917-03-02"),
        ("2march1917", "2march1917", "1917-03-02"),
        ("Mar. 15, 1917", "Mar. 15, 1917", "1917-03-15"),
        ("15-mar-1917", "15-mar-1917", "1917-03-15"),
        ("1st of sept 17", "1st of sept 17", "1917-09-01"),
        ("who was elected on 27 feb", "27 feb", "1917-02-27"),
        ("what happened march 2", "march 2", "1917-03-02"),
        ("the first of may", "first of may", "1917-05-01"),
        ("on the thirty-first of august 1917", "thirty-first of august 1917", "1917-08-31"),
        ("twenty seventh february 1917", "twenty seventh february 1917", "1917-02-27"),
        ("15.03.1917", "15.03.1917", "1917-03-15"),
        ("15. 3. 1917", "15. 3. 1917", "1917-03-15"),
        ("3/15/1917", "3/15/1917", "1917-03-15"),
        ("15/3/17", "15/3/17", "1917-03-15"),
        ("1917-03-02", "1917-03-02", "1917-03-02"),
        ("1917/3/2", "1917/3/2", "1917-03-02"),
        ("24.02", "24.02", "1917-02-24"),
        ("in may 1917", "may 1917", "1917-05"),
        ("in may", "may", "1917-05"),
        ("in oct", "oct", "1917-10"),
        ("it was so in May. 5 people came", "May", "1917-05"),
        ("15. March 1917", "15. March 1917", "1917-03-15"),
        ("in Sept. 1917", "Sept. 1917", "1917-09"),
        ("May, 1917", "May, 1917", "1917-05"),
        ("in May of 1917", "May of 1917", "1917-05"),
        ("march '17", "march '17", "1917-03"),
        ("1917-03", "1917-03", "1917-03"),
        ("the events of july", "july", "1917-07"),
        ("early march 1917", "early march 1917", "1917-03-01~/1917-03-10~"),
        ("mid-march", "mid-march", "1917-03-11~/1917-03-20~"),
        ("at the end of august", "the end of august", "1917-08-21~/1917-08-31~"),
        ("in the first half of july", "the first half of july", "1917-07-01~/1917-07-15~"),
        ("second half of february", "second half of february", "1917-02-16~/1917-02-28~"),
        ("27-31 august 1917", "27-31 august 1917", "1917-08-27/1917-08-31"),
        ("August 27–31, 1917", "August 27–31, 1917", "1917-08-27/1917-08-31"),
        ("between 3 and 5 july", "3 and 5 july", "1917-07-03/1917-07-05"),
        ("between the 3rd and the 5th of july", "3rd and the 5th of july", "1917-07-03/1917-07-05"),
        ("between march 1 and march 5", "march 1 and march 5", "1917-03-01/1917-03-05"),
        ("from 27 february to 2 march 1917", "27 february to 2 march 1917", "1917-02-27/1917-03-02"),
        ("from 27 december to 2 january 1918", "27 december to 2 january 1918", "1917-12-27/1918-01-02"),
        ("from 27 december 1917 to 2 january", "27 december 1917 to 2 january", "1917-12-27/1918-01-02"),
        ("from march to october 1917", "march to october 1917", "1917-03/1917-10"),
        ("between february and october", "february and october", "1917-02/1917-10"),
        ("march-june 1917", "march-june 1917", "1917-03/1917-06"),
        ("Feb-Oct 1917", "Feb-Oct 1917", "1917-02/1917-10"),
        ("2/3 March 1917", "2/3 March 1917", "1917-03-02/1917-03-03"),
        ("27 февраля 1917 года", "27 февраля 1917 года", "1917-02-27"),
        ("27-го февраля", "27-го февраля", "1917-02-27"),
        ("1го марта 1917-го года", "1го марта 1917-го года", "1917-03-01"),
        ("2 ма\u0301рта", "2 ма\u0301рта", "1917-03-02"),
        ("первого мая", "первого мая", "1917-05-01"),
        ("двадцать седьмого февраля", "двадцать седьмого февраля", "1917-02-27"),
        ("что было 5 нояб 1917 г.?", "5 нояб 1917 г", "1917-11-05"),
        ("в мае", "мае", "1917-05"),
        ("до июля 1917-го", "июля 1917-го", "1917-07"),
        ("в начале марта", "начале марта", "1917-03-01~/1917-03-10~"),
        ("в конце августа 1917 г", "конце августа 1917 г", "1917-08-21~/1917-08-31~"),
        ("с 3 по 5 июля", "3 по 5 июля", "1917-07-03/1917-07-05"),
        ("в ночь с 27 на 28 февраля", "27 на 28 февраля", "1917-02-27/1917-02-28"),
        ("25-26 октября", "25-26 октября", "1917-10-25/1917-10-26"),
        ("с 27 февраля по 2 марта", "27 февраля по 2 марта", "1917-02-27/1917-03-02"),
        ("между мартом и июлем 1917", "мартом и июлем 1917", "1917-03/1917-07"),
        ("24 maya 1917", "24 maya 1917", "1917-05-24"),
        ("order no. 1 of 1 march 1917", "1 march 1917", "1917-03-01"),
        ("приказ № 1 от 1 марта", "1 марта", "1917-03-01"),
        ("at 12:30 on 3 march", "3 march", "1917-03-03"),
        ("of the 72 members, 3 left on 5 july 1917", "5 july 1917", "1917-07-05"),
    ],
)
def test_without_a_calendar_both_are_read_that_of_the_rule_first(question: str, text: str, edtf: str) -> None:
    mention = only(question)
    assert mention.text == text
    assert mention.stated is None
    assert mention.readings == (parse_edtf(edtf, calendar=J), parse_edtf(edtf, calendar=G))


@pytest.mark.parametrize(
    ("question", "text", "edtf"),
    [
        ("1917", "1917", "1917"),
        ("what happened in 1917?", "1917", "1917"),
        ("in the year 1917", "year 1917", "1917"),
        ("1917's revolutions", "1917's", "1917"),
        ("in 1905, 3 seats", "1905", "1905"),
        ("in 476", "476", "0476"),
        ("the 1917 elections", "1917", "1917"),
        ("1917 elections", "1917", "1917"),
        ("в 1917 году", "1917 году", "1917"),
        ("в 17 году", "17 году", "1917"),
        ("1917-й", "1917-й", "1917"),
        ("1905-1907", "1905-1907", "1905/1907"),
        ("1905 to 1907", "1905 to 1907", "1905/1907"),
        ("between 1905 and 1907", "1905 and 1907", "1905/1907"),
        ("1914–18", "1914–18", "1914/1918"),
        ("1916/17", "1916/17", "1916/1917"),
        ("в 1905—1907 гг.", "1905—1907 гг.", "1905/1907"),
        ("1910s", "1910s", "191X"),
        ("the 1910's", "1910's", "191X"),
        ("1910-е годы", "1910-е годы", "191X"),
        ("в 1910-х", "1910-х", "191X"),
        ("12th century", "12th century", "11XX"),
        ("the twelfth century", "twelfth century", "11XX"),
        ("a 12th-century town", "12th-century", "11XX"),
        ("XIX век", "XIX век", "18XX"),
        ("в ХIХ веке", "ХIХ веке", "18XX"),
        ("в XIX в. было", "XIX в.", "18XX"),
        ("двадцатый век", "двадцатый век", "19XX"),
        ("5th century BC", "5th century BC", "-0499/-0400"),
        ("I век до н. э.", "I век до н. э.", "-0099/0000"),
        ("44 BC", "44 BC", "-0043"),
        ("44 b.c.e.", "44 b.c.e.", "-0043"),
        ("в 44 году до нашей эры", "44 году до нашей эры", "-0043"),
        ("50–44 BC", "50–44 BC", "-0049/-0043"),
        ("AD 14", "AD 14", "0014"),
        ("14 CE", "14 CE", "0014"),
        ("14 г. н. э.", "14 г. н. э.", "0014"),
        ("44 BC – AD 14", "44 BC – AD 14", "-0043/0014"),
        ("summer 1917", "summer 1917", "1917-22"),
        ("in the summer of 1917", "summer of 1917", "1917-22"),
        ("fall 1917", "fall 1917", "1917-23"),
        ("in spring", "spring", "1917-21"),
        ("летом 1917", "летом 1917", "1917-22"),
        ("осенью", "осенью", "1917-23"),
        ("winter 1916-17", "winter 1916-17", "1916-24"),
        ("зимой 1916/17 годов", "зимой 1916/17 годов", "1916-24"),
        ("late 1917", "late 1917", None),
        ("в начале 1917 года", "начале 1917 года", None),
        ("in 2014", "2014", "2014"),
    ],
)
def test_years_and_seasons_are_read_once_by_the_rule(question: str, text: str, edtf: str | None) -> None:
    mention = only(question)
    assert mention.text == text
    assert len(mention.readings) == 1
    if edtf is not None:
        assert mention.readings == (parse_edtf(edtf, rule=RUSSIA),)


@pytest.mark.parametrize(
    ("question", "text", "edtf", "calendar"),
    [
        ("march 15 1917 new style", "march 15 1917 new style", "1917-03-15", G),
        ("15 March 1917 (New Style)?", "15 March 1917 (New Style)", "1917-03-15", G),
        ("2 march 1917 O.S.", "2 march 1917 O.S.", "1917-03-02", J),
        ("2 march 1917, old-style", "2 march 1917, old-style", "1917-03-02", J),
        ("2 march 1917 (NS)", "2 march 1917 (NS)", "1917-03-02", G),
        ("2 march n.s. please", "2 march n.s.", "1917-03-02", G),
        ("2 march 1917 [julian]", "2 march 1917 [julian]", "1917-03-02", J),
        ("2 march in the gregorian calendar", "2 march in the gregorian calendar", "1917-03-02", G),
        ("2 march by the julian calender", "2 march by the julian calender", "1917-03-02", J),
        ("2 march according to the old style", "2 march according to the old style", "1917-03-02", J),
        ("on the old style date 2 march", "old style date 2 march", "1917-03-02", J),
        ("O.S. 2 march", "O.S. 2 march", "1917-03-02", J),
        ("12 марта по новому стилю", "12 марта по новому стилю", "1917-03-12", G),
        ("12 марта (по н. ст.)", "12 марта (по н. ст.)", "1917-03-12", G),
        ("2 марта ст. ст.", "2 марта ст. ст.", "1917-03-02", J),
        ("2 марта 1917 г. н.ст.", "2 марта 1917 г. н.ст.", "1917-03-02", G),
        ("2 марта 1917 года по юлианскому календарю", "2 марта 1917 года по юлианскому календарю", "1917-03-02", J),
        ("по старому стилю 2 марта", "старому стилю 2 марта", "1917-03-02", J),
        ("in may 1917 old style", "may 1917 old style", "1917-05", J),
        ("27-31 august 1917 N.S.", "27-31 august 1917 N.S.", "1917-08-27/1917-08-31", G),
        ("27 february to 2 march O.S.", "27 february to 2 march O.S.", "1917-02-27/1917-03-02", J),
        ("from 27 february o.s. to 2 march", "27 february o.s. to 2 march", "1917-02-27/1917-03-02", J),
        ("by the julian calendar, what was on 2 march?", "2 march", "1917-03-02", J),
        ("2 (15) марта 1917 года", "2 (15) марта 1917 года", "1917-03-02", J),
        ("2/15 March 1917", "2/15 March 1917", "1917-03-02", J),
        ("15 (2) March 1917", "15 (2) March 1917", "1917-03-15", G),
        ("27 февраля (12 марта) 1917", "27 февраля (12 марта) 1917", "1917-02-27", J),
        ("7 November (25 October) 1917", "7 November (25 October) 1917", "1917-11-07", G),
        ("3–5 (16–18) июля", "3–5 (16–18) июля", "1917-07-03/1917-07-05", J),
        ("1917 old style", "1917 old style", "1917", J),
    ],
)
def test_a_stated_calendar_leaves_one_reading(question: str, text: str, edtf: str, calendar: Calendar) -> None:
    mention = only(question)
    assert (mention.text, mention.stated) == (text, calendar)
    assert mention.readings == (parse_edtf(edtf, calendar=calendar),)


@pytest.mark.parametrize(
    ("question", "readings"),
    [
        ("2/3/1917", [("1917-03-02", J), ("1917-03-02", G), ("1917-02-03", J), ("1917-02-03", G)]),
        ("2/2/1917", [("1917-02-02", J), ("1917-02-02", G)]),
        ("1905-07", [("1905-07", J), ("1905-07", G), ("1905/1907", J)]),
        ("1800s", [("18XX", J), ("180X", J)]),
        ("winter 1917", [("1917-01/1917-02", J), ("1917-24", J)]),
        ("3 march 1918", [("1918-03-03", G), ("1918-03-03", J)]),
        ("5 february 1918", [("1918-02-05", G), ("1918-02-05", J)]),
        ("29 february 1900", [("1900-02-29", J)]),
        ("5 march 250", [("0250-03-05", J)]),
        ("15 march 44 BC", [("-0043-03-15", J), ("-0043-03-15", G)]),
        ("15 марта 44 г. до н. э.", [("-0043-03-15", J), ("-0043-03-15", G)]),
        ("19 august AD 14", [("0014-08-19", J), ("0014-08-19", G)]),
        ("30 february 1917", [("1917-02", J), ("1917-02", G)]),
        ("2 (20) March 1917", [("1917-03-02", J), ("1917-03-02", G)]),
    ],
)
def test_other_readings(question: str, readings: list[tuple[str, Calendar]]) -> None:
    assert [(date.edtf, date.calendar) for date in only(question).readings] == readings


@pytest.mark.parametrize(
    "question",
    [
        "2 febuary 1917",
        "2 Febuary",
        "2 feburary 1917",
        "2nd of febrary",
        "febuary 2, 1917",
        "2 феврля",
        "2 феврала 1917",
        "2-го феваля",
    ],
)
def test_a_misspelt_month_beside_a_figure(question: str) -> None:
    assert only(question).readings[0].edtf == "1917-02-02"


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "who was the chairman?",
        "on the ides of march",
        "иды марта",
        "may i ask something",
        "they may march on the palace",
        "who may 17 members elect",
        "they may march 5 times",
        "they decided to march to may",
        "the october revolution",
        "after the february revolution",
        "the july days",
        "the fall of the monarchy",
        "Order No. 1",
        "order number 1917",
        "приказ №1",
        "№ 1917",
        "page 1917",
        "13 to 8",
        "from 13 to 8",
        "72 members",
        "30 000 soldiers",
        "30,000 soldiers",
        "3 seats",
        "1000 deputies",
        "2000 рабочих",
        "1890 delegates",
        "300 men",
        "476",
        "12.5 roubles",
        "$1917",
        "19.17%",
        "1.2.3.4",
        "192.168.1.1",
        "123456789012345678",
        "12:30",
        "99.99.1917",
        "0/0/0000",
        "2017-13-45",
        "31 june",
        "12 jury members",
        "через 22 года",
        "what about the 27th?",
        "jan was there",
        "dec it",
        "before the winter palace",
        "the 20s",
        "fourth july",
        "١ مارس ١٩١٧",
    ],
)
def test_what_is_no_date(question: str) -> None:
    assert found(question) == []


@pytest.mark.parametrize(
    ("text", "edtf"), [("march", "1917-03"), ("Май", "1917-05"), ("oct", "1917-10"), ("лето", "1917-22")]
)
def test_a_month_or_season_that_is_all_there_is(text: str, edtf: str) -> None:
    assert only(text).readings[0].edtf == edtf


def test_without_a_default_year_a_date_needs_its_own() -> None:
    for question in (
        "2 march",
        "in may",
        "летом",
        "15/3/17",
        "march '17",
        "24.02",
        "between 3 and 5 july",
        "в 17 году",
    ):
        assert found(question, default_year=None) == [], question
    assert only("2 march 1917", None).readings[0].edtf == "1917-03-02"
    assert only("from 27 february to 2 march 1917", None).readings[0].edtf == "1917-02-27/1917-03-02"
    assert found("1917 elections", default_year=None) == []
    assert only("the 1917 elections", None).readings[0].edtf == "1917"


def test_several_dates_come_in_the_order_of_the_text() -> None:
    assert [mention.text for mention in found("on 1, 3 and 5 july, then 1918 and the 19th century")] == [
        "1",
        "3",
        "5 july",
        "1918",
        "19th century",
    ]
    assert [mention.text for mention in found("15 march n.s. and 2 march o.s.")] == ["15 march n.s.", "2 march o.s."]
    assert [mention.text for mention in found("2 march 1917 old style in new style")] == ["2 march 1917 old style"]


def test_a_calendar_that_is_asked_for_is_not_stated() -> None:
    assert only("На какое число старого стиля приходилось 8 марта?").stated is None
    assert only("which old style day was 8 march?").stated is None
    assert only("Was it 8 march 1917 by new style?").stated is G
    assert only("according to the new style, was it on 8 march 1917?").stated is G


def test_two_stated_calendars_are_not_joined() -> None:
    assert [mention.stated for mention in found("from 27 february O.S. to 15 march N.S.")] == [J, G]


def test_a_gregorian_rule_reads_gregorian_first() -> None:
    (mention,) = find_dates("14 july 1789", rule=GREGORIAN_RULE)
    assert [date.calendar for date in mention.readings] == [G, J]


ODD = st.sampled_from(
    "1 2 31 32 1917 44 2nd 27-го 1910s '17 15.03.1917 1917-03-02 march may март мая jan febuary summer летом early "
    "of the in в с по до н. э. от from to between and и - – , . / ( ) № # century век XIX BC AD г. году old new style "
    "O.S. ст. julian calendar members \ud800 \U0001f600 \u0301 \x00 0 00 0000 99999".split(" ")
)


@given(st.text(max_size=80) | st.lists(ODD, max_size=25).map(" ".join) | st.lists(ODD, max_size=25).map("".join))
@settings(deadline=None, max_examples=1500)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for default_year in (None, 1917, 1, -43):
        end = 0
        for mention in find_dates(text, rule=RUSSIA, default_year=default_year):
            assert end <= mention.start < mention.end <= len(text)
            assert mention.text == text[mention.start : mention.end]
            assert mention.readings
            end = mention.end


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1 march ",
        "may ",
        "2-",
        "1917-",
        "((1)",
        "1 and ",
        "early ",
        "до н ",
        "old ",
        "1 qwertyui ",
        "м\u0301",
        "1/2/",
    ],
)
def test_long_monotonous_texts_are_read(piece: str) -> None:
    text = (piece * 4000)[:4000]
    assert all(mention.readings for mention in find_dates(text, rule=RUSSIA, default_year=1917))
