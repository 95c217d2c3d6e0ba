"""The strict reader: this text -> these values, or this problem at this place. With libyaml and without it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.facts.reading import document as documents
from bot.facts.reading.document import MAX_PROBLEMS
from bot.facts.reading.strict_yaml import MAX_DEPTH, read_yaml

BOMB = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(9))


@pytest.fixture(params=[documents.Loader, yaml.BaseLoader], ids=["as installed", "pure Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "Loader", request.param)


def found(text: str) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.rule) for problem in read_yaml("towns.yaml", text).problems]


@pytest.mark.parametrize("word", ["no", "true", "1226-06-15", "12:30", "1_000", "0x1A", "1e3", ".5", "=", "Null town"])
def test_every_scalar_is_the_text_that_was_written(word: str) -> None:
    read = read_yaml("towns.yaml", f"- {word}\n- '{word}'\n")
    assert read.data == [word, word]
    assert read.problems == []


def test_values_are_dicts_lists_and_text_only() -> None:
    read = read_yaml(
        "towns.yaml", "- id: lubeck\n  name: {en: Lübeck}\n  aliases: [a, 'b: c']\n  text: >-\n    one\n    two\n"
    )
    assert read.data == [{"id": "lubeck", "name": {"en": "Lübeck"}, "aliases": ["a", "b: c"], "text": "one two"}]


def test_an_empty_text_in_quotes_is_a_text() -> None:
    assert read_yaml("towns.yaml", "a: ''\nb: 'null'\n").data == {"a": "", "b": "null"}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_without_a_value_is_a_problem(nothing: str) -> None:
    assert found(f"- id: lubeck\n  name: {nothing}\n  kind: town\n") in (
        [(2, 8, "empty-value")],
        [(2, 9, "empty-value")],
    )


def test_an_item_without_a_value_is_a_problem() -> None:
    assert found("- lubeck\n- ~\n") == [(2, 3, "empty-value")]


def test_a_key_that_stands_twice_names_the_line_of_the_first() -> None:
    read = read_yaml("towns.yaml", "- id: lubeck\n  name: Lübeck\n- id: visby\n  name: Visby\n  id: wisby\n")
    [problem] = read.problems
    assert (problem.line, problem.column, problem.rule) == (5, 3, "duplicate-key")
    assert "first on line 3" in problem.sentence


def test_a_key_that_stands_three_times_deep_inside_is_reported_twice() -> None:
    text = "- facts:\n    - text: {en: a}\n    - text: {en: a, en: b, en: c}\n"
    assert found(text) == [(3, 21, "duplicate-key"), (3, 28, "duplicate-key")]
    assert "first on line 3" in read_yaml("towns.yaml", text).problems[0].sentence


def test_aliases_are_refused_and_never_expanded() -> None:
    read = read_yaml("bomb.yaml", BOMB)
    assert read.data is None
    assert {problem.rule for problem in read.problems} == {"no-references"}
    assert str(read.problems[0]).startswith("bomb.yaml:1:4: error: no-references: references such as &a ")


def test_an_alias_to_itself_is_refused() -> None:
    assert found("&a [*a]\n") == [(1, 1, "no-references"), (1, 5, "no-references")]


def test_a_file_of_nothing_but_problems_is_not_read_to_its_end() -> None:
    problems = found("- *a\n" * 10 * MAX_PROBLEMS)
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1] == (MAX_PROBLEMS, 3, "too-many-problems")


def test_as_many_keys_that_stand_twice_are_not_read_to_the_end() -> None:
    assert found("a: 1\n" * 10 * MAX_PROBLEMS)[-1][0] <= MAX_PROBLEMS + 1


def test_merge_keys_are_refused() -> None:
    read = read_yaml("towns.yaml", "- <<: {id: visby}\n  name: Visby\n")
    assert [(problem.line, problem.column, problem.rule) for problem in read.problems] == [(1, 3, "no-references")]
    assert read.data == [{"name": "Visby"}]


@pytest.mark.parametrize("tagged", ["!!int 3", "!town Visby", "!!python/object:os.system ls"])
def test_tags_are_refused(tagged: str) -> None:
    assert found(f"- {tagged}\n") == [(1, 3, "no-tags")]


def test_nesting_is_bounded() -> None:
    assert found("[" * 10_000) == [(1, MAX_DEPTH + 1, "too-deep")]
    assert found("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == []


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a comment\n", "---\n...\n"])
def test_an_empty_file_is_a_problem(text: str) -> None:
    rules = [rule for _, _, rule in found(text)]
    assert rules in (["empty-file"], ["empty-value"])


def test_a_second_document_is_a_problem() -> None:
    assert found("---\n- lubeck\n---\n- visby\n") == [(3, 1, "many-documents")]


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("- text: Lübeck: a town\n", 1, 15, "put text with a colon in quotes"),
        ("- id: lubeck\n   kind: town\n", 2, 8, "check the indentation"),
        ("- text: 'Lübeck\n- id: visby\n", 1, 9, "the quote that opens here is never closed"),
        ("- text: 'Lübeck's mayor'\n", 1, 17, "quotes in the text"),
        ("- id: lubeck\n\tkind: town\n", 2, 1, "a tab cannot be used to indent"),
        ("- {id: lubeck\n- {id: visby}\n", 2, 3, "the bracket opened on line 1"),
        ("- [lubeck, visby\n", 2, 1, "a comma or ] is wanted"),
        ("- text: @home\n", 1, 9, "cannot begin with this character"),
        ("- text: * Visby\n", 1, 10, "cannot begin with * or &"),
        ('- text: "C:\\path"\n', 1, 12, "a backslash in double quotes"),
        ("- text: - Visby\n", 1, 9, "a list cannot begin here"),
        ("- text: |Visby\n", 1, 10, "the text begins on the next line"),
    ],
)
def test_a_syntax_error_says_what_to_do(text: str, line: int, column: int, hint: str) -> None:
    read = read_yaml("towns.yaml", text)
    problem = read.problems[-1]
    assert read.data is None
    assert (problem.line, problem.rule) == (line, "syntax")
    assert abs(problem.column - column) <= 1  # the two parsers differ by one in a few places
    assert hint in problem.sentence


def test_a_comma_in_bare_text_within_braces_is_explained() -> None:
    [problem] = read_yaml("towns.yaml", "- text: {en: Of 1,200 ships two sank.}\n").problems
    assert (problem.rule, "goes in quotes" in problem.sentence) == ("odd-key", True)


@pytest.mark.parametrize("text", ["{[a]: b}", "? {a: b}\n: c", "*a : b"])
def test_a_key_that_is_no_word_is_a_problem(text: str) -> None:
    assert [rule for _, _, rule in found(text)] == ["odd-key"]


@pytest.mark.parametrize(("character", "column"), [("\x00", 9), ("\x07", 9), ("\x1b", 9), ("\x9f", 9)])
def test_control_characters_in_the_file_are_found(character: str, column: int) -> None:
    assert found(f"- lubeck\n- visby {character}\n") == [(2, column, "control-character")]


@pytest.mark.parametrize("escaped", [r"\0", r"\a", r"\u202e", r"\u2066", r"\ufeff"])
def test_control_characters_written_as_escapes_are_found(escaped: str) -> None:
    assert found(f'- lubeck\n- "vis{escaped}by"\n') == [(2, 3, "control-character")]


def test_line_breaks_and_blanks_of_typography_are_text() -> None:
    assert found("- |\n  one\n  two\n- Lübeck\u00a0\u2014\u202fVisby\u200d\n") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-?&*!|>'\"%@`{}[],#\n\t \\~<=.0é\u2028\x85\x00\ud800\ufeff"), max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.replace("\ud800", "")
    read = read_yaml("any.yaml", text)
    assert read.problems or read.data is not None
    for problem in read.problems:
        assert problem.line >= 1
        assert problem.column >= 1


Values = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=20),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.text("abcдё -:", min_size=1, max_size=6), inner, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(Values)
def test_what_a_yaml_writer_wrote_is_read_back(values: Any) -> None:
    quoted = yaml.safe_dump(values, allow_unicode=True, default_style='"')
    read = read_yaml("any.yaml", quoted)
    assert read.problems == []
    assert read.data == values
