"""Dates in Russian: a day takes the genitive of its month, a month alone the nominative."""

from __future__ import annotations

from bot.dates.calendars import Calendar
from bot.dates.languages.base import Era, Forms, Language, Part, Phrasebook, Vocabulary, forms

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

_ORDINAL_STEMS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
    "шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split()


def roman(number: int) -> str:
    """A positive number in Roman numerals, as centuries are counted in Russian."""
    numeral = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


def _ordinal_forms(stem: str) -> tuple[str, ...]:
    if stem == "трет":
        return ("третьего", "третье", "третий", "третьем", "третьему")
    return tuple(stem + ending for ending in ("ого", "ое", "ый", "ой", "ом", "ому"))


def _spelt_ordinals() -> dict[str, int]:
    spelt = {form: number for number, stem in enumerate(_ORDINAL_STEMS, 1) for form in _ordinal_forms(stem)}
    spelt |= {f"двадцать {form}": 20 + number for form, number in spelt.items() if number < 10}
    spelt |= dict.fromkeys(_ordinal_forms("тридцат"), 30)
    return spelt | dict.fromkeys((f"тридцать {form}" for form in _ordinal_forms("перв")), 31)


def _pairs(words: str) -> tuple[Forms, ...]:
    return tuple((nominative, genitive) for nominative, genitive in (pair.split("/") for pair in words.split()))


def _styles(adjective: str, calendar: Calendar) -> dict[str, Calendar]:
    """All cases of "старый стиль", "старый календарь"; `adjective` is the stem."""
    short = adjective[:2]
    return dict.fromkeys(
        (
            f"{adjective}ый стиль",
            f"{adjective}ого стиля",
            f"{adjective}ому стилю",
            f"{adjective}ым стилем",
            f"{adjective}ом стиле",
            f"{adjective}ый календарь",
            f"{adjective}ого календаря",
            f"{adjective}ому календарю",
            f"{adjective}ом календаре",
            f"{short} стиля",
            f"{short} стилю",
            f"{short} стиль",
        ),
        calendar,
    )


def _named(adjective: str, calendar: Calendar) -> dict[str, Calendar]:
    """All cases of "юлианский календарь"; `adjective` is the stem."""
    return dict.fromkeys(
        (
            f"{adjective}ий календарь",
            f"{adjective}ого календаря",
            f"{adjective}ому календарю",
            f"{adjective}им календарем",
            f"{adjective}ом календаре",
            f"{adjective}ому",
        ),
        calendar,
    )


_PHRASES = Phrasebook(
    months=_pairs(
        "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа "
        "сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря"
    ),
    seasons=_pairs("весна/весны лето/лета осень/осени зима/зимы"),
    weekdays=("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    on_weekday="{weekday}, {date}",
    marks={Calendar.JULIAN: "ст. ст.", Calendar.GREGORIAN: "н. ст."},
    year={Era.COMMON: "{} г.", Era.BEFORE: "{} г. до н. э.", Era.EARLY: "{} г. н. э."},
    years={Era.COMMON: "{} гг.", Era.BEFORE: "{} гг. до н. э.", Era.EARLY: "{} гг. н. э."},
    decade=("{}-е годы", "{}-х годов"),
    century=("{} век", "{} века"),
    century_number=roman,
    probably="вероятно, {}",
    about="около {}",
    since="с {}",
    until="до {}",
    since_about="примерно с {}",
    until_about="примерно до {}",
)

_VOCABULARY = Vocabulary(
    months=forms(
        """
        январь января январю январем январе
        февраль февраля февралю февралем феврале
        март марта марту мартом марте
        апрель апреля апрелю апрелем апреле
        май мая маю маем мае
        июнь июня июню июнем июне
        июль июля июлю июлем июле
        август августа августу августом августе
        сентябрь сентября сентябрю сентябрем сентябре
        октябрь октября октябрю октябрем октябре
        ноябрь ноября ноябрю ноябрем ноябре
        декабрь декабря декабрю декабрем декабре
        """
    ),
    # Transliterated genitives stand here too: people without a Cyrillic keyboard write "24 maya".
    abbreviated_months=forms(
        """
        янв yanvarya
        фев февр fevralya
        мар marta
        апр aprelya
        maya
        июн iyunya
        июл iyulya
        авг avgusta
        сен сент sentyabrya
        окт oktyabrya
        ноя нояб noyabrya
        дек dekabrya
        """
    ),
    seasons=forms(
        """
        весна весны весне весну весной весною
        лето лета лету летом лете
        осень осени осенью
        зима зимы зиме зиму зимой зимою
        """
    ),
    adverbial_seasons=frozenset("весной весною летом осенью зимой зимою".split()),
    ordinals=_spelt_ordinals(),
    ordinals_stand_before_months=True,
    ordinal_suffixes=tuple("го ого его е ое й ый ой ий му ому м ом ем х ых я ая".split()),
    decade_suffixes=tuple("е ые х ых м ым".split()),
    parts={
        **dict.fromkeys(
            ("начало", "начале", "начала", "началу", "ранний", "первых числах", "первых днях", "первые дни"), Part.EARLY
        ),
        **dict.fromkeys(("середина", "середине", "середины", "середину"), Part.MIDDLE),
        **dict.fromkeys(
            ("конец", "конце", "конца", "концу", "последних числах", "последних днях", "последние дни"), Part.LATE
        ),
        **dict.fromkeys(("первая половина", "первой половине", "первой половины"), Part.FIRST_HALF),
        **dict.fromkeys(("вторая половина", "второй половине", "второй половины"), Part.SECOND_HALF),
    },
    calendars={
        **_styles("стар", Calendar.JULIAN),
        **_named("юлианск", Calendar.JULIAN),
        **_styles("нов", Calendar.GREGORIAN),
        **_named("григорианск", Calendar.GREGORIAN),
    },
    calendar_marks={
        "ст ст": Calendar.JULIAN,
        "стст": Calendar.JULIAN,
        "старому": Calendar.JULIAN,
        "н ст": Calendar.GREGORIAN,
        "нст": Calendar.GREGORIAN,
        "новому": Calendar.GREGORIAN,
    },
    before_christ=("до н э", "до нэ", "до нашей эры", "до рождества христова", "до р х"),
    anno_domini=("н э", "нэ", "нашей эры", "от рождества христова", "от р х"),
    year_words=tuple("год года годом годы годов годам годами годах г гг".split()),
    in_year_words=("году", "годе"),
    century_words=tuple("век века веке веку веком веков веках столетие столетия столетии столетий".split()),
    century_abbreviations=("в", "вв"),
    openers=("с", "со", "от", "между"),
    joiners=("по", "до", "на"),
    conjunctions=("и", "или"),
    prepositions=tuple("во к ко около за перед после через под накануне течение спустя".split()),
    of=("числа",),
    numbering=tuple(
        "номер номера номером приказ приказа приказе приказом декрет пункт статья глава стр страница том часть".split()
    ),
    not_months_after=tuple("иды ид идах идам ноны календы".split()),
    counted=(
        r"(?!(?:год|месяц|столети)\w*$)"
        r"(?:\w{2,}(?:ов|ев|ей)|человек\w*|рабоч\w+|солдат\w*|мест|голос\w*|руб\w*|тысяч\w*|процент\w*|раз|лет|дн\w+|"
        r"млн|тыс|женщин|матрос\w*|крестьян\w*|штук|верст|книг|войск)"
    ),
    look_alikes=frozenset("марк марка марку марш марша мартов матч мара июда майн".split()),
)

RUSSIAN = Language("ru", _PHRASES, _VOCABULARY)
