"""Dates in English."""

from __future__ import annotations

from bot.dates.calendars import Calendar
from bot.dates.languages.base import Era, Language, Part, Phrasebook, Vocabulary, both, forms

_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _spelt_ordinals() -> dict[str, int]:
    units = _UNITS.split()
    words = [*units, *_TEENS.split(), "twentieth", *(f"twenty {unit}" for unit in units), "thirtieth", "thirty first"]
    return {word: number for number, word in enumerate(words, start=1)}


def _parts(*words: str, to: Part) -> dict[str, Part]:
    return {phrase: to for word in words for phrase in (word, f"the {word}")}


def _calendar(*adjectives: str, to: Calendar) -> dict[str, Calendar]:
    """ "Old style", "old calendar" and their like, with the slips that are common."""
    nouns = ("style", "stile", "calendar", "calender", "date", "style date", "style calendar", "reckoning")
    return {f"{adjective} {noun}": to for adjective in adjectives for noun in nouns}


_PHRASES = Phrasebook(
    months=both("January February March April May June July August September October November December"),
    seasons=both("spring summer autumn winter"),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    on_weekday="{weekday}, {date}",
    marks={Calendar.JULIAN: "O.S.", Calendar.GREGORIAN: "N.S."},
    year={Era.COMMON: "{}", Era.BEFORE: "{} BC", Era.EARLY: "AD {}"},
    years={Era.COMMON: "{}", Era.BEFORE: "{} BC", Era.EARLY: "AD {}"},
    decade=("{}s", "{}s"),
    century=("{} century", "{} century"),
    century_number=ordinal,
    probably="probably {}",
    about="about {}",
    since="from {}",
    until="until {}",
    since_about="from about {}",
    until_about="until about {}",
)

_VOCABULARY = Vocabulary(
    months=forms(
        "january\nfebruary\nmarch\napril\nmay\njune\njuly\naugust\nseptember\noctober\nnovember\ndecember",
    ),
    abbreviated_months=forms("jan\nfeb\nmar\napr\n\njun\njul\naug\nsep sept\noct\nnov\ndec"),
    seasons=forms("spring springtime\nsummer summertime\nautumn fall\nwinter wintertime"),
    ordinals=_spelt_ordinals(),
    ordinals_stand_before_months=False,
    ordinal_suffixes=("st", "nd", "rd", "th"),
    decade_suffixes=("s",),
    parts={
        **_parts("early", "beginning", "start", "first days", "first week", to=Part.EARLY),
        **_parts("mid", "middle", to=Part.MIDDLE),
        **_parts("late", "end", "last days", "last week", to=Part.LATE),
        **_parts("first half", to=Part.FIRST_HALF),
        **_parts("second half", to=Part.SECOND_HALF),
    },
    calendars={
        **_calendar("old", "julian", to=Calendar.JULIAN),
        **_calendar("new", "gregorian", to=Calendar.GREGORIAN),
        "gregorian": Calendar.GREGORIAN,
    },
    calendar_marks={
        "o s": Calendar.JULIAN,
        "os": Calendar.JULIAN,
        "julian": Calendar.JULIAN,
        "n s": Calendar.GREGORIAN,
        "ns": Calendar.GREGORIAN,
    },
    before_christ=("bc", "b c", "bce", "b c e", "before christ"),
    anno_domini=("ad", "a d", "ce", "c e"),
    year_words=("year",),
    century_words=("century", "centuries", "cent"),
    openers=("from", "between"),
    joiners=("to", "until", "till", "through", "thru"),
    conjunctions=("and", "or"),
    prepositions=tuple(
        "in on at by during since before after around about circa within throughout dated according under".split()
    ),
    of=("of",),
    articles=("the",),
    numbering=tuple(
        "no nr number numbers num order orders page pages p pp vol volume chapter issue decree article section".split()
    ),
    not_months_after=tuple("ides nones kalends calends".split()),
    doubtful_months=frozenset({"may", "march"}),
    years_seasons=frozenset({"fall"}),
    counted=(
        r"(?!(?:as|is|was|has|does|this|us|its|his|hers|ours|yours|theirs|always|perhaps|thus|across|towards|versus|"
        r"congress|crisis|politics|press|process)$)"
        r"(?:\w{2,}s|people|men|women|children|percent|per|million|thousand|hundred|staff|dead|or|more)"
    ),
    look_alikes=frozenset("match marsh mach marc jury juno jude jane jules augusta augustus apron".split()),
)

ENGLISH = Language("en", _PHRASES, _VOCABULARY)
