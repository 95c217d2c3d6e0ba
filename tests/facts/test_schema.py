"""The JSON Schemas: they are up to date, and they accept what the reader accepts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from bot.facts import Severity
from bot.facts.models import Entity, Model
from bot.facts.schema import facts_schema, field_docstrings, pack_schema, schema_files, sources_schema
from bot.facts.sources import CslModel
from tests.packs import HANSE, IN_RUSSIAN_TOO, TINY, read, tiny

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TOWN = TINY["towns.yaml"]


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: of plain words only numbers, true, false and null mean something."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}


for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("null", "|~|null", ["~", "n", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def schema_of(file: str) -> Mapping[str, Any]:
    if file == "pack.yaml":
        return pack_schema()
    return sources_schema() if file.startswith("sources") else facts_schema()


def fits(file: str, text: str) -> bool:
    validator = jsonschema.Draft7Validator(schema_of(file))
    return bool(validator.is_valid(yaml.load(text, Yaml12)))  # noqa: S506 - a safe loader with fewer rules


@pytest.mark.parametrize("name", ["facts.json", "sources.json", "pack.json"])
def test_the_files_in_the_pack_are_up_to_date(name: str) -> None:
    assert (KNOWLEDGE / "schema" / name).read_text(encoding="utf-8") == schema_files()[name], "run `ispolkom schema`"


@pytest.mark.parametrize("schema", [facts_schema(), sources_schema(), pack_schema()])
def test_a_schema_is_a_schema(schema: Mapping[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("file", sorted(HANSE))
def test_the_sample_pack_fits(file: str) -> None:
    assert fits(file, HANSE[file])


def knowledge_files() -> list[str]:
    files = (path.relative_to(KNOWLEDGE) for path in KNOWLEDGE.rglob("*.yaml"))
    return sorted(path.as_posix() for path in files if path.parts[0] not in {"questions", "schema"})


@pytest.mark.parametrize("file", knowledge_files())
def test_the_shipped_pack_fits(file: str) -> None:
    validator = jsonschema.Draft7Validator(schema_of(file))
    values = yaml.load((KNOWLEDGE / file).read_text(encoding="utf-8"), Yaml12)  # noqa: S506 - as above
    errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(values)]
    assert errors == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 1226", "date: 1226-06~"),
        ("date: 1226", "date: {edtf: 1226, calendar: julian}"),
        ("name: Lübeck", "name: {en: Lübeck, ru: Любек}"),
        ("name: Lübeck", "name: 1226"),
        ("name: Lübeck", "name: true"),
        ("name: Lübeck", "name: Lübeck\n  aliases: [a, b]"),
        ("name: Lübeck", "name: Lübeck\n  aliases: a"),
        ("name: Lübeck", "name: Lübeck\n  aliases: {en: a, ru: [b]}"),
        ("name: Lübeck", "name: Lübeck\n  number: 3"),
        ("id: lubeck\n", "id: 1226\n"),
        ("{key: dollinger}", "{key: dollinger, locator: 12}"),
        ("sources:", "tally: {unit: ships, total: 3}\n      sources:"),
    ],
)
def test_reader_and_schema_accept_the_same(old: str, new: str) -> None:
    text = TOWN.replace(old, new, 1)
    assert text != TOWN
    assert read(tiny(text, **IN_RUSSIAN_TOO)).errors == ()
    assert fits("towns.yaml", text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Lübeck", "nam: Lübeck"),
        ("name: Lübeck", "name: Lübeck\n  colour: red"),
        ("name: Lübeck", "name:"),
        ("name: Lübeck", "name: ''"),
        ("name: Lübeck", "name: {}"),
        ("name: Lübeck", "name: [Lübeck]"),
        ("name: Lübeck", "name: Lübeck\n  number: -1"),
        ("id: lubeck\n", "id: Lübeck\n"),
        ("[{key: dollinger}]", "[]"),
        ("date: 1226", "date: {edtf: 1226, calendar: lunar}"),
        ("date: 1226", "date: [1226]"),
        ("sources:", "standing: disputed\n      sources:"),
        ("sources:", "standing: misconception\n      sources:"),
        ("sources:", "standing: maybe\n      sources:"),
        ("sources:", "claim: Lübeck was never free.\n      sources:"),
        ("sources:", "tally: {unit: ships}\n      sources:"),
        ("sources:", "tally: {unit: ships, counts: [{value: 3}]}\n      sources:"),
    ],
)
def test_reader_and_schema_refuse_the_same(old: str, new: str) -> None:
    text = TOWN.replace(old, new, 1)
    assert text != TOWN
    assert Severity.ERROR in {problem.severity for problem in read(tiny(text)).problems}
    assert not fits("towns.yaml", text)


def test_sources_are_refused_with_unknown_variables_and_types() -> None:
    assert fits("sources.yaml", "- {id: a, type: book, title: T, annote: x}\n")
    assert fits("sources.yaml", "references: [{id: a, type: book, title: T, issued: {date-parts: [[1990]]}}]\n")
    assert not fits("sources.yaml", "- {id: a, type: bok, title: T}\n")
    assert not fits("sources.yaml", "- {id: a, type: book, title: T, publisher_place: x}\n")


def models(base: type) -> list[type[Any]]:
    return [found for each in base.__subclasses__() for found in (each, *models(each))]


@pytest.mark.parametrize("model", models(Model), ids=lambda model: model.__name__)
def test_every_key_is_explained_to_the_editor(model: type[Model]) -> None:
    assert set(field_docstrings(model)) == set(model.model_fields)


def test_descriptions_reach_the_schema() -> None:
    entity = facts_schema()["$defs"]["Entity"]
    assert entity["properties"]["kind"]["description"] == field_docstrings(Entity)["kind"]
    assert "publisher-place" in sources_schema()["$defs"]["Source"]["properties"]
    assert models(CslModel)
