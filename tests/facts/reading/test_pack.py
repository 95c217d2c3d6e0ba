"""Whole packs: which file is what, files that are missing, and packs that nobody should have to read."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import Calendar
from bot.facts import Problem, Severity, read_pack
from bot.facts.reading.document import MAX_PROBLEMS
from tests.packs import HANSE, IN_RUSSIAN_TOO, TINY, edited, library, read, spots, tiny


def test_the_sample_pack_has_no_problem() -> None:
    reading = read(HANSE)
    assert reading.problems == ()
    assert reading.library is not None
    assert (len(reading.library.entities), len(reading.library.facts)) == (16, 24)


def test_undecorated_text_is_in_the_first_language_of_the_pack() -> None:
    pack = TINY["pack.yaml"].replace("languages: [en]", "languages: [ru]")
    base = library({**TINY, "pack.yaml": pack})
    assert base.entities["lubeck"].name == {"ru": "Lübeck"}
    assert base.pack.title == {"ru": "Tiny"}


def test_undecorated_dates_follow_the_rule_of_the_pack() -> None:
    base = library()
    assert base.facts["sack-of-visby-lead"].date is not None
    assert base.facts["sack-of-visby-lead"].date.calendar is Calendar.JULIAN
    assert base.facts["steelyard-closed"].date is not None
    assert base.facts["steelyard-closed"].date.calendar is Calendar.GREGORIAN
    assert base.facts["diet-1669-lead"].date is not None
    assert base.facts["diet-1669-lead"].date.calendar is Calendar.JULIAN


def test_a_warning_does_not_keep_a_pack_from_loading() -> None:
    reading = read(tiny(TINY["towns.yaml"], more=TINY["towns.yaml"].replace("lubeck", "lubeck-2")))
    assert reading.library is not None
    assert {problem.severity for problem in reading.problems} == {Severity.WARNING}


def test_an_error_does() -> None:
    reading = read(edited("diets.yaml", "kind: diet", "kind: diett"))
    assert reading.library is None
    assert reading.errors == reading.problems


def test_other_files_and_folders_are_left_alone() -> None:
    others = {
        "README.md": "# no YAML: at all",
        "schema/facts.json": "{",
        "questions/en.yaml": "- ask: [",
        "LICENSE": "",
    }
    assert read({**TINY, **others}).problems == ()


def test_sources_may_stand_in_a_folder() -> None:
    files = {**TINY, "sources/books.yaml": "- {id: rybina, type: webpage, title: T}\n"}
    assert spots(read(files)) == [("sources/books.yaml", 1, 8, "unused-source")]
    assert set(library(files).sources) == {"dollinger", "rybina"}


def test_a_file_may_end_in_yml() -> None:
    assert (
        "visby"
        in library(
            {**TINY, "more.yml": TINY["towns.yaml"].replace("lubeck", "visby").replace("Lübeck", "Visby")}
        ).entities
    )


@pytest.mark.parametrize("files", [{}, {"README.md": "hello"}])
def test_an_empty_folder_is_one_problem(files: dict[str, str]) -> None:
    assert spots(read(files)) == [("pack.yaml", 1, 1, "empty-pack")]


def test_a_missing_manifest_hides_no_other_problem() -> None:
    files = {"towns.yaml": TINY["towns.yaml"].replace("key: dollinger", "kee: x"), "sources.yaml": TINY["sources.yaml"]}
    assert spots(read(files)) == [
        ("pack.yaml", 1, 1, "missing-manifest"),
        ("towns.yaml", 9, 17, "missing-key"),
        ("towns.yaml", 9, 18, "unknown-key"),
    ]


def test_missing_sources_are_one_problem_however_many_facts_cite_them() -> None:
    files = {name: text for name, text in HANSE.items() if name != "sources.yaml"}
    assert spots(read(files)) == [("sources.yaml", 1, 1, "missing-sources")]


def test_a_pack_without_facts_is_a_problem() -> None:
    files = {name: TINY[name] for name in ("pack.yaml", "sources.yaml")}
    assert ("pack.yaml", 1, 1, "no-facts") in spots(read(files))


def test_a_broken_manifest_blames_no_date_and_no_kind_in_vain() -> None:
    files = edited("pack.yaml", "calendar: julian", "calendar: old")
    assert spots(read(files)) == [("pack.yaml", 6, 11, "bad-value")]


def test_a_broken_file_does_not_make_references_to_it_dangle() -> None:
    files = edited("places/towns.yaml", "relations: [{type", "relations: [type")
    assert {problem.file for problem in read(files).problems} == {"places/towns.yaml"}


def test_a_broken_source_does_not_make_citations_dangle() -> None:
    assert spots(read(edited("sources.yaml", "type: book", "type: bock"))) == [("sources.yaml", 2, 9, "bad-value")]


def test_fifty_megabytes_are_a_problem_and_not_read() -> None:
    files = {name: text.encode() for name, text in TINY.items()} | {"all.yaml": b"- id: lubeck\n" * 4_000_000}
    [problem] = read_pack(files).problems
    assert (problem.file, problem.rule) == ("all.yaml", "file-too-large")


def test_a_yaml_bomb_is_a_problem_like_any_other() -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    reading = read({**TINY, "bomb.yaml": "\n".join(lines)})
    assert reading.library is None
    assert {(problem.file, problem.rule) for problem in reading.problems} == {("bomb.yaml", "no-references")}


def test_a_file_of_nothing_but_problems_is_not_validated_to_its_end() -> None:
    reading = read(tiny("- {id: visby}\n" * 10_000))
    assert MAX_PROBLEMS < len(reading.problems) < MAX_PROBLEMS + 10
    assert reading.problems[-1].rule == "too-many-problems"


def test_bytes_that_are_not_utf8_are_a_problem_like_any_other() -> None:
    files = {name: text.encode() for name, text in TINY.items()}
    files["more.yaml"] = "- name: Любек\n".encode("windows-1251")
    [problem] = read_pack(files).problems
    assert (problem.file, problem.line, problem.column, problem.rule) == ("more.yaml", 1, 9, "not-utf-8")


def test_a_problem_is_printed_so_that_editors_can_jump_to_it() -> None:
    problem = Problem("diets.yaml", 3, 9, Severity.ERROR, "undeclared-kind", "pack.yaml declares no kind `diett`")
    assert str(problem) == "diets.yaml:3:9: error: undeclared-kind: pack.yaml declares no kind `diett`"


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(HANSE)), st.binary(max_size=60), st.floats(0, 1))
def test_no_bytes_make_it_raise(name: str, noise: bytes, at: float) -> None:
    files = {file: text.encode() for file, text in HANSE.items()}
    place = int(at * len(files[name]))
    files[name] = files[name][:place] + noise + files[name][place:]
    reading = read_pack(files)
    assert (reading.library is None) == bool(reading.errors)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in reading.problems)
    assert list(reading.problems) == sorted(reading.problems)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(HANSE)), st.text(":-[]{}'\",#\n abcé0", max_size=8), st.floats(0, 1), st.integers(0, 12))
def test_no_edit_makes_it_raise(name: str, typed: str, at: float, deleted: int) -> None:
    place = int(at * len(HANSE[name]))
    text = HANSE[name][:place] + typed + HANSE[name][place + deleted :]
    reading = read({**HANSE, name: text})
    assert (reading.library is None) == bool(reading.errors)
    assert all(str(problem.line) and problem.sentence for problem in reading.problems)


Anything = st.recursive(
    st.sampled_from(["", "x", "1226", "-1", "true", "null", "julian", "lubeck", "1226/1227", "9" * 5000]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["en", "id", "date-parts", "edtf", "calendar", "zz", "", "<<"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


def replaced(value: Any, at: list[int], new: Any) -> Any:
    """A copy of nested values with one of them, found by descending along `at`, replaced."""
    if not at or not value or not isinstance(value, dict | list):
        return new
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = keys[at[0] % len(keys)]
    if isinstance(value, dict):
        return {**value, key: replaced(value[key], at[1:], new)}
    return [*value[:key], replaced(value[key], at[1:], new), *value[key + 1 :]]


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(sorted(HANSE)), st.lists(st.integers(0, 30), max_size=7), Anything)
def test_no_values_make_it_raise(name: str, at: list[int], new: Any) -> None:
    values = replaced(yaml.load(HANSE[name], yaml.BaseLoader), at, new)  # noqa: S506 - text only
    reading = read({**HANSE, name: yaml.safe_dump(values, allow_unicode=True)})
    assert (reading.library is None) == bool(reading.errors)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.sentence for problem in reading.problems)


Words = st.text("abcdefgЖёя ,:'-#", min_size=1, max_size=30).map(lambda text: f"x{text}x")
Texts = st.fixed_dictionaries({"en": Words}, optional={"ru": Words})


@st.composite
def packs(draw: st.DrawFn) -> list[dict[str, object]]:
    """Generated entities, as a YAML writer would be given them."""
    size = draw(st.integers(1, 4))
    entities: list[dict[str, object]] = []
    for number in range(size):
        facts = [
            {
                "id": f"fact-{number}-{index}",
                "text": {**draw(Texts), "en": f"Town {number} {index} {draw(Words)}"},
                "sources": [{"key": "dollinger", "locator": draw(Words)}],
                "about": [f"town-{draw(st.integers(0, size - 1))}"],
                "asks": {"en": draw(st.lists(Words, max_size=2))},
            }
            for index in range(draw(st.integers(1, 3)))
        ]
        name = {"en": f"Town {number}"}
        entities.append(
            {"id": f"town-{number}", "kind": "town", "name": name, "description": draw(Texts), "facts": facts}
        )
    return entities


@settings(max_examples=60, deadline=None)
@given(packs(), st.sampled_from([None, '"', "'"]), st.booleans())
def test_a_generated_pack_is_read_back_as_it_was(entities: list[dict[str, object]], style: str, flow: bool) -> None:
    text = yaml.safe_dump(entities, allow_unicode=True, default_style=style, default_flow_style=flow, width=60)
    base = library(tiny(text, **IN_RUSSIAN_TOO))
    for entity in entities:
        read_back = base.entities[str(entity["id"])].model_dump(exclude_defaults=True, mode="python")
        wanted = entity["facts"]
        assert read_back["description"] == entity["description"]
        assert [fact["text"] for fact in read_back["facts"]] == [fact["text"] for fact in wanted]  # type: ignore[attr-defined]
        assert [list(fact.about) for fact in base.entities[str(entity["id"])].facts] == [
            fact["about"]
            for fact in wanted  # type: ignore[attr-defined]
        ]
