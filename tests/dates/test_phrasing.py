"""Dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import Calendar, CalendarRule, find_dates, parse_edtf, wording
from bot.dates.languages import ALL, phrases_of

RUSSIA = CalendarRule.parse("julian", "1918-02-14")


@pytest.mark.parametrize(
    ("edtf", "english", "russian"),
    [
        (
            "1917-03-01",
            "1 March 1917 (O.S.) / 14 March 1917 (N.S.)",
            "1 марта 1917 г. (ст. ст.) / 14 марта 1917 г. (н. ст.)",
        ),
        (
            "1918-03-03",
            "3 March 1918 (N.S.) / 18 February 1918 (O.S.)",
            "3 марта 1918 г. (н. ст.) / 18 февраля 1918 г. (ст. ст.)",
        ),
        (
            "1917-05",
            "May 1917 (O.S.) / 14 May – 13 June 1917 (N.S.)",
            "май 1917 г. (ст. ст.) / 14 мая – 13 июня 1917 г. (н. ст.)",
        ),
        (
            "1918-02",
            "February 1918 (N.S.) / 1–15 February 1918 (O.S.)",
            "февраль 1918 г. (н. ст.) / 1–15 февраля 1918 г. (ст. ст.)",
        ),
        ("1917-22", "summer 1917", "лето 1917 г."),
        ("1903", "1903", "1903 г."),
        ("1917-XX-XX", "1917", "1917 г."),
        ("191X", "1910s", "1910-е годы"),
        ("18XX", "19th century", "XIX век"),
        ("20XX", "21st century", "XXI век"),
        ("-0043", "44 BC", "44 г. до н. э."),
        ("0000", "1 BC", "1 г. до н. э."),
        ("0014", "AD 14", "14 г. н. э."),
        ("0476", "476", "476 г."),
        ("-0043-03-15", "15 March 44 BC", "15 марта 44 г. до н. э."),
        ("1582-10-04", "4 October 1582", "4 октября 1582 г."),
        (
            "1582-10-05",
            "5 October 1582 (O.S.) / 15 October 1582 (N.S.)",
            "5 октября 1582 г. (ст. ст.) / 15 октября 1582 г. (н. ст.)",
        ),
        (
            "1917-08-27/1917-08-31",
            "27–31 August 1917 (O.S.) / 9–13 September 1917 (N.S.)",
            "27–31 августа 1917 г. (ст. ст.) / 9–13 сентября 1917 г. (н. ст.)",
        ),
        (
            "1917-02-28/1917-03-01",
            "28 February – 1 March 1917 (O.S.) / 13–14 March 1917 (N.S.)",
            "28 февраля – 1 марта 1917 г. (ст. ст.) / 13–14 марта 1917 г. (н. ст.)",
        ),
        (
            "1916-12-16/1916-12-30",
            "16–30 December 1916 (O.S.) / 29 December 1916 – 12 January 1917 (N.S.)",
            "16–30 декабря 1916 г. (ст. ст.) / 29 декабря 1916 г. – 12 января 1917 г. (н. ст.)",
        ),
        (
            "1917-10-25/1918-03-03",
            "25 October 1917 – 18 February 1918 (O.S.) / 7 November 1917 – 3 March 1918 (N.S.)",
            "25 октября 1917 г. – 18 февраля 1918 г. (ст. ст.) / 7 ноября 1917 г. – 3 марта 1918 г. (н. ст.)",
        ),
        (
            "1917-03/1917-06",
            "March – June 1917 (O.S.) / 14 March – 13 July 1917 (N.S.)",
            "март – июнь 1917 г. (ст. ст.) / 14 марта – 13 июля 1917 г. (н. ст.)",
        ),
        (
            "1914/1918-11-11",
            "1914 – 29 October 1918 (O.S.) / 1914 – 11 November 1918 (N.S.)",
            "1914 г. – 29 октября 1918 г. (ст. ст.) / 1914 г. – 11 ноября 1918 г. (н. ст.)",
        ),
        ("1905/1907", "1905–1907", "1905–1907 гг."),
        ("1905~/1907~", "about 1905–1907", "около 1905–1907 гг."),
        ("1917-22/1917-23", "summer – autumn 1917", "лето – осень 1917 г."),
        ("18XX/19XX", "19th century – 20th century", "XIX век – XX век"),
        ("-0049/-0043", "50–44 BC", "50–44 гг. до н. э."),
        ("-0043/0014", "44 BC – AD 14", "44 г. до н. э. – 14 г. н. э."),
        ("0068/0117", "AD 68–117", "68–117 гг. н. э."),
        ("1905/1905", "1905", "1905 г."),
        (
            "1917-03-02/..",
            "from 2 March 1917 (O.S.) / 15 March 1917 (N.S.)",
            "с 2 марта 1917 г. (ст. ст.) / 15 марта 1917 г. (н. ст.)",
        ),
        ("1905/", "from 1905", "с 1905 г."),
        (
            "../1917-05",
            "until May 1917 (O.S.) / 13 June 1917 (N.S.)",
            "до мая 1917 г. (ст. ст.) / 13 июня 1917 г. (н. ст.)",
        ),
        (
            "1917-05/..",
            "from May 1917 (O.S.) / 14 May 1917 (N.S.)",
            "с мая 1917 г. (ст. ст.) / 14 мая 1917 г. (н. ст.)",
        ),
        ("1905~/..", "from about 1905", "примерно с 1905 г."),
        ("../18XX?", "probably until 19th century", "вероятно, до XIX века"),
        ("1905~", "about 1905", "около 1905 г."),
        ("1905?", "probably 1905", "вероятно, 1905 г."),
        ("1905%", "probably about 1905", "вероятно, около 1905 г."),
        ("191X~", "about 1910s", "около 1910-х годов"),
        ("1917-24~", "about winter 1917", "около зимы 1917 г."),
        (
            "1917-03-02~",
            "about 2 March 1917 (O.S.) / 15 March 1917 (N.S.)",
            "около 2 марта 1917 г. (ст. ст.) / 15 марта 1917 г. (н. ст.)",
        ),
        ("1905/1907~", "1905 – about 1907", "1905 г. – около 1907 г."),
        ("1905?/1907%", "probably 1905 – probably about 1907", "вероятно, 1905 г. – вероятно, около 1907 г."),
    ],
)
def test_wording(edtf: str, english: str, russian: str) -> None:
    date = parse_edtf(edtf, rule=RUSSIA)
    assert wording(date) == english
    assert wording(date, language="ru") == russian


def test_a_gregorian_date_before_the_reform_shows_both() -> None:
    date = parse_edtf("-0043-03-13", calendar=Calendar.GREGORIAN)
    assert wording(date) == "13 March 44 BC (N.S.) / 15 March 44 BC (O.S.)"


def test_days_that_both_calendars_call_alike_are_said_once() -> None:
    assert wording(parse_edtf("0250-03-05")) == "5 March 250"
    assert wording(parse_edtf("0250-03")) == "March 250"


def test_one_calendar_needs_no_mark() -> None:
    date = parse_edtf("1917-03-02", rule=RUSSIA)
    assert wording(date, calendars=(Calendar.JULIAN,)) == "2 March 1917"
    assert wording(date, calendars=(Calendar.GREGORIAN,)) == "15 March 1917"
    assert wording(parse_edtf("1917-05", rule=RUSSIA), calendars=(Calendar.GREGORIAN,)) == "14 May – 13 June 1917"
    assert wording(parse_edtf("-0043-03-15", rule=RUSSIA), calendars=(Calendar.GREGORIAN,)) == "13 March 44 BC"
    assert wording(date, calendars=(Calendar.GREGORIAN, Calendar.JULIAN)) == wording(date)
    assert wording(date, calendars=()) == "2 March 1917"


def test_the_weekday_stands_before_an_exact_day_only() -> None:
    def worded(edtf: str, language: str = "en") -> str:
        return wording(parse_edtf(edtf, rule=RUSSIA), language=language, weekday=True)

    assert worded("1917-03-01") == "Wednesday, 1 March 1917 (O.S.) / 14 March 1917 (N.S.)"
    assert worded("1917-02-27", "ru") == "понедельник, 27 февраля 1917 г. (ст. ст.) / 12 марта 1917 г. (н. ст.)"
    assert worded("1917-03-01?") == "probably Wednesday, 1 March 1917 (O.S.) / 14 March 1917 (N.S.)"
    assert worded("1917-03-01~").startswith("about 1 March")
    assert worded("1917-03").startswith("March")
    assert worded("1917-03-01/..").startswith("from 1 March")


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "de", "", "fr-CA"])
def test_other_languages_fall_back_to_english(language: str) -> None:
    assert wording(parse_edtf("1905"), language=language) == "1905"
    assert phrases_of(language) is phrases_of("en")


def test_regions_of_a_language_are_that_language() -> None:
    assert wording(parse_edtf("1905"), language="ru-RU") == "1905 г."


POINTS = st.one_of(
    st.builds("{:04}-{:02}-{:02}".format, st.integers(100, 2099), st.integers(1, 12), st.integers(1, 28)),
    st.builds("{:04}-{:02}".format, st.integers(100, 2099), st.integers(1, 12)),
    st.builds("-{:04}-{:02}-{:02}".format, st.integers(1, 999), st.integers(1, 12), st.integers(1, 28)),
    st.builds("{:04}-{}".format, st.integers(1000, 2099), st.integers(21, 24)),
    st.integers(1000, 2099).map(str),
    st.integers(1, 999).map("-{:04}".format),
    st.integers(1, 999).map("{:04}-01-01".format),
    st.integers(100, 209).map("{}X".format),
    st.integers(0, 20).map("{:02}XX".format),
)
DAYS = st.builds("{:04}-{:02}-{:02}".format, st.integers(100, 2099), st.integers(1, 12), st.integers(1, 28))


@given(
    POINTS | st.lists(DAYS, min_size=2, max_size=2).map(lambda ends: "/".join(sorted(ends))),
    st.sampled_from([language.code for language in ALL]),
    st.sampled_from(Calendar),
)
@settings(deadline=None, max_examples=600)
def test_what_is_worded_is_read_back_as_the_same_days(edtf: str, language: str, calendar: Calendar) -> None:
    date = parse_edtf(edtf, calendar=calendar)
    text = wording(date, language=language)
    mentions = find_dates(text, rule=CalendarRule(calendar))
    assert mentions, text
    for mention in mentions:
        assert date.sort_key in {reading.sort_key for reading in mention.readings}, (text, mention)
