"""The EDTF of curators, against the edtf library for what both know."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import (
    Calendar,
    CalendarRule,
    DateError,
    HistoricalDate,
    Precision,
    civil_date,
    day_number,
    days_in_month,
    parse_edtf,
)

with warnings.catch_warnings():  # pyparsing deprecates how the edtf library builds its grammar, on import only
    warnings.simplefilter("ignore")
    import edtf

RUSSIA = CalendarRule.parse("julian", "1918-02-14")
YEARS = st.integers(-3000, 2999)


def written(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


@st.composite
def days(draw: st.DrawFn) -> str:
    year, month = draw(YEARS), draw(st.integers(1, 12))
    return f"{written(year)}-{month:02}-{draw(st.integers(1, days_in_month(Calendar.GREGORIAN, year, month))):02}"


QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
MONTHS = st.builds(lambda year, month: f"{written(year)}-{month:02}", YEARS, st.integers(1, 12))
PLAIN = st.one_of(days(), MONTHS, YEARS.map(written))
SEASONS = st.builds(lambda year, season: f"{written(year)}-{season}", YEARS, st.integers(21, 23))
UNSPECIFIED = st.one_of(
    st.integers(10, 299).map("{:03}X".format),
    st.integers(10, 29).map("{:02}XX".format),
    st.integers(1000, 2999).map("{}-XX".format),
    st.integers(1000, 2999).map("{}-XX-XX".format),
    st.builds("{}-{:02}-XX".format, st.integers(1000, 2999), st.integers(1, 12)),
)


def spans(date: HistoricalDate) -> tuple[tuple[int, ...], tuple[int, ...]]:
    assert date.earliest is not None
    assert date.latest is not None
    return civil_date(Calendar.GREGORIAN, date.earliest), civil_date(Calendar.GREGORIAN, date.latest)


@given(st.one_of(PLAIN, SEASONS, UNSPECIFIED))
@settings(deadline=None, max_examples=200)
def test_single_dates_span_the_same_days_as_in_the_edtf_library(text: str) -> None:
    theirs = edtf.parse_edtf(text)
    assert spans(parse_edtf(text)) == (tuple(theirs.lower_strict())[:3], tuple(theirs.upper_strict())[:3])


@given(PLAIN, QUALIFIERS)
@settings(deadline=None)
def test_qualified_dates_agree_with_the_edtf_library(text: str, qualifier: str) -> None:
    ours, theirs = parse_edtf(text + qualifier), edtf.parse_edtf(text + qualifier)
    assert spans(ours) == (tuple(theirs.lower_strict())[:3], tuple(theirs.upper_strict())[:3])
    assert (ours.uncertain, ours.approximate) == (qualifier in "?%" and qualifier != "", qualifier in {"~", "%"})


@given(PLAIN, PLAIN)
@settings(deadline=None)
def test_intervals_span_the_same_days_as_in_the_edtf_library(one: str, other: str) -> None:
    first, last = sorted((one, other), key=lambda text: parse_edtf(text).sort_key)
    ours, theirs = parse_edtf(f"{first}/{last}"), edtf.parse_edtf(f"{first}/{last}")
    assert ours.is_interval
    assert spans(ours) == (tuple(theirs.lower_strict())[:3], tuple(theirs.upper_strict())[:3])


@given(st.text(alphabet="0123456789-/.?~%XYTuxBC \n", max_size=24) | st.text(max_size=24))
@settings(deadline=None, max_examples=500)
def test_any_text_is_a_date_or_an_error_with_a_sentence(text: str) -> None:
    try:
        date = parse_edtf(text, rule=RUSSIA)
    except DateError as error:
        assert len(str(error)) > 10  # noqa: PT017
    else:
        assert date.earliest is not None or date.latest is not None
        assert parse_edtf(date.edtf, rule=RUSSIA) == date


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("1917-03-02", Precision.DAY, (1917, 3, 2), (1917, 3, 2)),
        ("1917-03", Precision.MONTH, (1917, 3, 1), (1917, 3, 31)),
        ("1917-03-XX", Precision.MONTH, (1917, 3, 1), (1917, 3, 31)),
        ("1917-21", Precision.SEASON, (1917, 3, 1), (1917, 5, 31)),
        ("1917-22", Precision.SEASON, (1917, 6, 1), (1917, 8, 31)),
        ("1917-23", Precision.SEASON, (1917, 9, 1), (1917, 11, 30)),
        ("1915-24", Precision.SEASON, (1915, 12, 1), (1916, 2, 29)),
        ("1917", Precision.YEAR, (1917, 1, 1), (1917, 12, 31)),
        ("1917-XX", Precision.YEAR, (1917, 1, 1), (1917, 12, 31)),
        ("1917-XX-XX", Precision.YEAR, (1917, 1, 1), (1917, 12, 31)),
        ("191X", Precision.DECADE, (1910, 1, 1), (1919, 12, 31)),
        ("19XX", Precision.CENTURY, (1900, 1, 1), (1999, 12, 31)),
        ("-0043-03-15", Precision.DAY, (-43, 3, 15), (-43, 3, 15)),
        ("0000", Precision.YEAR, (0, 1, 1), (0, 12, 31)),
        (" 1917 ", Precision.YEAR, (1917, 1, 1), (1917, 12, 31)),
    ],
)
@pytest.mark.parametrize("calendar", Calendar)
def test_precision_and_span(
    calendar: Calendar, text: str, precision: Precision, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    date = parse_edtf(text, calendar=calendar)
    assert (date.precision, date.calendar, date.is_interval) == (precision, calendar, False)
    assert (date.earliest, date.latest) == (day_number(calendar, *first), day_number(calendar, *last))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "approximate", "uncertain"),
    [
        ("1917-08-27/1917-08-31", True, True, Precision.DAY, False, False),
        ("1917-03-02/..", True, False, Precision.DAY, False, False),
        ("1917-03-02/", True, False, Precision.DAY, False, False),
        ("../1917-03~", False, True, Precision.MONTH, True, False),
        ("/1917", False, True, Precision.YEAR, False, False),
        ("1914?/1918-11-11", True, True, Precision.YEAR, False, True),
        ("1917~/1918?", True, True, Precision.YEAR, True, True),
        ("191X/1917", True, True, Precision.DECADE, False, False),
        ("1917/1917-03", True, True, Precision.YEAR, False, False),
    ],
)
def test_intervals(text: str, start: bool, end: bool, precision: Precision, approximate: bool, uncertain: bool) -> None:
    date = parse_edtf(text)
    assert date.is_interval
    assert (date.start is not None, date.end is not None) == (start, end)
    assert (date.earliest is not None, date.latest is not None) == (start, end)
    assert (date.precision, date.approximate, date.uncertain) == (precision, approximate, uncertain)


def test_a_bare_date_is_in_the_calendar_of_the_rule() -> None:
    assert parse_edtf("1918-01-31", rule=RUSSIA).calendar is Calendar.JULIAN
    assert parse_edtf("1918-02-14", rule=RUSSIA).calendar is Calendar.GREGORIAN
    assert parse_edtf("1918-02-14", rule=RUSSIA).earliest == RUSSIA.switch
    assert parse_edtf("1917-03-02").calendar is Calendar.GREGORIAN


def test_the_ends_of_an_interval_over_the_switch_have_their_own_calendars() -> None:
    date = parse_edtf("1917-10-25/1918-03-03", rule=RUSSIA)
    assert date.calendar is Calendar.JULIAN
    assert date.start == parse_edtf("1917-10-25", calendar=Calendar.JULIAN)
    assert date.end == parse_edtf("1918-03-03", calendar=Calendar.GREGORIAN)
    assert parse_edtf("../1918-03-03", rule=RUSSIA).calendar is Calendar.GREGORIAN


def test_the_month_and_year_of_the_switch_have_only_the_days_that_were() -> None:
    february, year = parse_edtf("1918-02", rule=RUSSIA), parse_edtf("1918", rule=RUSSIA)
    assert february.earliest == RUSSIA.switch
    assert february.latest == day_number(Calendar.GREGORIAN, 1918, 2, 28)
    assert year.earliest == day_number(Calendar.JULIAN, 1918, 1, 1)
    assert year.latest == day_number(Calendar.GREGORIAN, 1918, 12, 31)


def test_a_skipped_day_is_a_date_when_its_calendar_is_named() -> None:
    with pytest.raises(DateError, match="never was"):
        parse_edtf("1918-02-05", rule=RUSSIA)
    with pytest.raises(DateError, match="never was"):
        parse_edtf("1918-01-31/1918-02-05", rule=RUSSIA)
    assert parse_edtf("1918-02-05", rule=RUSSIA, calendar=Calendar.GREGORIAN).calendar is Calendar.GREGORIAN


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "an empty text is no date; leave the field out when the date is unknown"),
        ("/", "'/' is no interval: one of its ends must be a date"),
        ("../..", "'../..' is no interval: one of its ends must be a date"),
        ("1918/1917", "1918/1917 ends before it starts; the earlier date comes first"),
        ("1917/1918/1919", "'1918/1919' is no date: an interval has two ends with one slash between them"),
        ("1917-13", "1917-13 has no month: months go from 01 to 12, seasons from 21 to 24"),
        ("1917-00-01", "1917-00-01 has no month: months go from 01 to 12, seasons from 21 to 24"),
        ("1917-21-05", "1917-21-05 names a day of a season; write 1917-21"),
        ("1917-XX-02", "1917-XX-02 names a day of an unknown month; write 1917 or 1917-XX-XX"),
        ("19XX-03", "19XX-03 names a month of an unknown year; write 19XX"),
        ("1917-3-2", "'1917-3-2' is no date: months and days have two digits, as in 1370-05-04"),
        ("917", "'917' is no date: years have four digits, as in 0476"),
        ("Y19170", "'Y19170' is no date: years of more than four digits are not supported"),
        ("-004X", "'-004X' is no date: X cannot stand in a year before 0; use an interval, -0049/-0040"),
        ("1X17", "'1X17' is no date: X stands for unknown digits from the right only, as in 137X, 13XX, 1370-XX"),
        ("[1917,1918]", "'[1917,1918]' is no date: sets of dates are not supported"),
        ("1917-03-02T12:00", "'1917-03-02T12:00' is no date: a time of day is not supported; leave it out"),
        ("1917?-03", "'1917?-03' is no date: only a whole date can be qualified, at its end: 1370-05-24~"),
        ("44 BC", "'44 BC' is no date: 44 BC is written -0043"),
        ("2 March 1917", "'2 March 1917' is no date; write it year first, like 1370-05-24, 1370-05 or 1370"),
        ("1917-02-29", "1917-02-29 is no day of the Gregorian calendar (February 1917 has 28 days there)"),
        ("١٩١٧", "'١٩١٧' is no date; write it year first"),
    ],
)
def test_errors_say_what_to_do(text: str, sentence: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_edtf(text)
    assert str(raised.value).startswith(sentence)
