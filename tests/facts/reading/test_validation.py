"""What is wrong with the values: this text -> this problem at this place, in words for a curator."""

from __future__ import annotations

import pytest

from bot.facts import Problem
from tests.packs import TINY, edited, read, spots, tiny

TOWN = """\
- id: visby
  kind: town
  name: Visby
  description: A town on Gotland.
  facts:
    - id: visby-lead
      text: Visby is on Gotland.
      sources: [{key: dollinger}]
      asks: ["Where is Visby?", "What is Visby?"]
"""


def problem_of(facts: str) -> Problem:
    """The one problem of a tiny pack with this fact file."""
    [problem] = read(tiny(facts)).problems
    return problem


def changed(old: str, new: str) -> Problem:
    assert old in TOWN
    return problem_of(TOWN.replace(old, new, 1))


def test_the_town_is_right() -> None:
    assert read(tiny(TOWN)).problems == ()


def test_a_missing_key_is_shown_where_its_mapping_begins() -> None:
    problem = changed("      text: Visby is on Gotland.\n", "")
    assert str(problem) == "towns.yaml:6:7: error: missing-key: this fact has no `text`; add it"


def test_a_missing_source_says_why_it_is_needed() -> None:
    problem = changed("      sources: [{key: dollinger}]\n", "")
    assert str(problem) == "towns.yaml:6:7: error: missing-key: this fact has no `sources`; add it; no source, no fact"


def test_an_empty_list_of_sources_is_no_source() -> None:
    problem = changed("[{key: dollinger}]", "[]")
    assert (problem.line, problem.column, problem.rule) == (8, 16, "empty-value")
    assert "`sources` is empty" in problem.sentence


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "meant"),
    [
        ("  description:", "  descripton:", 4, 3, "description"),
        ("      text:", "      texts:", 7, 7, "text"),
        ("{key: dollinger}", "{key: dollinger, locater: p. 1}", 8, 34, "locator"),
    ],
)
def test_an_unknown_key_comes_with_the_one_that_was_meant(
    old: str, new: str, line: int, column: int, meant: str
) -> None:
    problems = read(tiny(TOWN.replace(old, new, 1))).problems
    [unknown] = [problem for problem in problems if problem.rule == "unknown-key"]
    assert (unknown.line, unknown.column) == (line, column)
    assert f"did you mean `{meant}`?" in unknown.sentence


def test_an_unknown_key_like_no_other_lists_the_keys() -> None:
    problem = changed("{key: dollinger}", "{key: dollinger, xyzzy: 1}")
    assert "`xyzzy` is no key of a citation; the keys of a citation are key, locator, url" in problem.sentence


def test_an_unknown_key_hides_no_other_problem() -> None:
    text = TOWN.replace("kind: town", "kind: town\n  colour: red").replace("dollinger", "dolinger")
    assert spots(read(tiny(text))) == [("towns.yaml", 3, 3, "unknown-key"), ("towns.yaml", 9, 23, "dangling-reference")]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "words"),
    [
        ("id: visby\n", "id: Visby Town\n", 1, 7, "`id` cannot be `Visby Town`: an id has 1 to 64 characters"),
        ("kind: town", "kind: Town", 2, 9, "`kind` cannot be `Town`: it is one word of a-z"),
        ("key: dollinger", "key: 'Dollinger 1970'", 8, 23, "a key is one word of Latin letters"),
        ("key: dollinger", "key: dollinger, url: 'hansa.org'", 8, 39, "a link begins with https://"),
        ("kind: town", "kind: town\n  number: -1", 3, 11, "`number` cannot be below 0"),
        ("kind: town", "kind: town\n  number: second", 3, 11, "`number` wants a whole number; this is `second`"),
        ("name: Visby", "name: [Visby]", 3, 9, "`name` wants keys with values, such as {en: ...}; this is a list"),
        ("name: Visby", "name: {en: [Visby]}", 3, 14, "`name`"),
        ("name: Visby", "name: {en: {en: Visby}}", 3, 14, "this is a mapping"),
        ("name: Visby", "name: {}", 3, 9, "`name` is empty"),
        ("name: Visby", "name: '  '", 3, 9, "`name` is empty; write it"),
        ("sources: [{key: dollinger}]", "sources: dollinger", 8, 16, "`sources` wants a list"),
        ("sources: [{key: dollinger}]", "sources: [dollinger]", 8, 17, "a citation is written as keys with values"),
        ("sources:", "standing: doubtful\n      sources:", 8, 17, "is one of accepted, disputed, misconception"),
        ("sources:", "standing: dispute\n      sources:", 8, 17, "did you mean `disputed`?"),
    ],
)
def test_a_wrong_value_is_explained(old: str, new: str, line: int, column: int, words: str) -> None:
    problem = changed(old, new)
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.sentence
    assert problem.rule in {"bad-value", "wrong-type", "empty-value"}


@pytest.mark.parametrize(
    "date", ["1361-02-30", "1582-10-10", "July 1361", "1361-13", "{edtf: 1361-07-27, calendar: lunar}", "[1361]"]
)
def test_a_wrong_date_is_a_problem_at_its_place(date: str) -> None:
    problem = changed("sources:", f"date: {date}\n      sources:")
    assert (problem.line, problem.column) == (8, 13)
    assert problem.rule in {"bad-date", "bad-value"}


def test_a_date_of_1900_in_the_julian_calendar_can_be_said() -> None:
    text = TOWN.replace("sources:", "date: {edtf: 1900-02-29, calendar: julian}\n      sources:")
    assert read(tiny(text)).problems == ()


@pytest.mark.parametrize(
    ("more", "line", "words"),
    [
        ("standing: misconception", 8, "a misconception needs `claim`"),
        ("standing: disputed", 8, "a disputed fact needs `accounts`: two or more"),
        ("claim: Visby is in Finland.", 8, "`claim` belongs to `standing: misconception` only"),
        ("accounts: [{text: A., sources: [{key: dollinger}]}]", 8, "`accounts` belong to `standing: disputed` only"),
        ("tally: {unit: ships, counts: [{value: 3}]}", 8, "a count needs `of`"),
        ("tally: {unit: ships}", 8, "a tally needs `counts`, `total` or both"),
    ],
)
def test_keys_that_do_not_fit_together_are_a_problem(more: str, line: int, words: str) -> None:
    problem = changed("      sources:", f"      {more}\n      sources:")
    assert (problem.line, problem.rule) == (line, "misfit")
    assert words in problem.sentence


def test_one_account_is_no_dispute() -> None:
    one = "standing: disputed\n      accounts: [{text: A., sources: [{key: dollinger}]}]"
    assert changed("      sources:", f"      {one}\n      sources:").rule == "misfit"


def test_an_empty_value_is_reported_once() -> None:
    problem = changed("name: Visby", "name:")
    assert (problem.line, problem.rule) == (3, "empty-value")


def test_a_file_of_facts_is_a_list() -> None:
    assert spots(read(tiny("id: visby\nkind: town\n"))) == [("towns.yaml", 1, 1, "wrong-type")]


def test_an_entity_is_a_mapping() -> None:
    problem = problem_of("- visby\n")
    assert (problem.line, problem.column, problem.rule) == (1, 3, "wrong-type")
    assert problem.sentence == "an entity is written as keys with values; this is `visby`"


def test_all_problems_of_all_files_come_in_one_run_in_order() -> None:
    facts = TOWN.replace("Visby is on Gotland.", "''").replace("kind: town", "kinds: town")
    sources = "- {id: dollinger, type: bok, title: T}\n"
    assert spots(read(tiny(facts, sources=sources) | {"b.yaml": "- [", "a.yaml": "a: 1\na: 2\n"})) == [
        ("a.yaml", 1, 1, "wrong-type"),
        ("a.yaml", 2, 1, "duplicate-key"),
        ("b.yaml", 2, 1, "syntax"),
        ("sources.yaml", 1, 25, "bad-value"),
        ("towns.yaml", 1, 3, "missing-key"),
        ("towns.yaml", 2, 3, "unknown-key"),
        ("towns.yaml", 7, 13, "empty-value"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("format: 1", "format: 2", 1, "the format of these files is 1"),
        ("switch: 1582-10-15", "switch: soon", 7, "'soon' is no day"),
        ("calendar: julian", "calendar: julien", 6, "did you mean `julian`?"),
        ("switch: 1582-10-15", "switch: [1582]", 7, "`switch` wants text; this is a list"),
        ("switch: 1582-10-15", "switch: 1582-10-15\ndefault_year: 20000", 8, "`default_year` cannot be above 9999"),
        ("calendar: julian\n", "", 6, "a switch to the Gregorian calendar needs calendar: julian"),
        ("languages: [en]", "languages: [english]", 5, "two or three letters"),
        ("numbered: true", "numbered: sometimes", 11, "`numbered` wants true or false"),
        ("numbered: true", "numberd: true", 11, "did you mean `numbered`?"),
        ("plural: diets", "plural: diets, command: town", 9, "two kinds have the command `town`"),
        ("licence: CC0-1.0\n", "", 1, "this pack has no `licence`"),
    ],
)
def test_problems_of_the_manifest(old: str, new: str, line: int, words: str) -> None:
    assert old in TINY["pack.yaml"]
    problems = read({**TINY, "pack.yaml": TINY["pack.yaml"].replace(old, new, 1)}).problems
    assert [(problem.file, problem.line) for problem in problems] == [("pack.yaml", line)]
    assert words in problems[0].sentence


def test_a_source_with_an_unknown_variable_is_told_the_right_one() -> None:
    reading = read(edited("sources.yaml", "publisher-place: London", "publisher_place: London"))
    [problem] = reading.problems
    assert (problem.file, problem.line, problem.column, problem.rule) == ("sources.yaml", 6, 3, "unknown-key")
    assert "did you mean `publisher-place`?" in problem.sentence
