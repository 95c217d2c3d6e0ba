"""JSON Schemas of a pack's files, made from the models, for completion and red marks in an editor.

They accept what the reader accepts: text in one language without its name, dates in their short forms, numbers and
true/false where text is wanted (to the reader every scalar is text). Only numbers in quotes are fine for the reader and
not for the schema. The descriptions are the docstrings of the models and of their fields.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from bot.dates import Calendar
from bot.facts.models import Count, Entity, Fact, Pack, Standing, Tally, by_language, historical_date, lists_by_language
from bot.facts.sources import UNSHOWN_VARIABLES, Name, Source, source_date

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: JsonSchemaValue = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_YEAR_OR_TEXT: JsonSchemaValue = {"type": ["string", "integer"], "pattern": r"\S"}
_DATE: JsonSchemaValue = {
    "anyOf": [
        _YEAR_OR_TEXT,
        {
            "type": "object",
            "properties": {"edtf": _YEAR_OR_TEXT, "calendar": {"enum": list(Calendar)}},
            "required": ["edtf", "calendar"],
            "additionalProperties": False,
        },
    ]
}


def _when(standing: Standing, needs: str, at_least: int) -> JsonSchemaValue:
    """`needs` goes with `standing`, and with no other."""
    return {
        "if": {"properties": {"standing": {"const": standing}}, "required": ["standing"]},
        "then": {"properties": {needs: {"minItems": at_least}}, "required": [needs]},
        "else": {"properties": {needs: {"maxItems": 0, "type": "array"}}},
    }


_MISFITS: Mapping[type[BaseModel], JsonSchemaValue] = {
    Fact: {"allOf": [_when(Standing.DISPUTED, "accounts", 2), _when(Standing.MISCONCEPTION, "claim", 1)]},
    Count: {"anyOf": [{"required": ["of"]}, {"required": ["label"]}]},
    Tally: {"anyOf": [{"required": ["counts"]}, {"required": ["total"]}]},
    Name: {"anyOf": [{"required": [key]} for key in ("family", "given", "literal")]},
}
"""What the models say about keys that belong together, in the words of JSON Schema."""


def schema_files() -> dict[str, str]:
    """The schemas as files for the pack's folder `schema`: file name -> JSON text."""
    schemas = {"facts.json": facts_schema(), "sources.json": sources_schema(), "pack.json": pack_schema()}
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()}


def facts_schema() -> JsonSchemaValue:
    """The schema of a fact file: a list of entities."""
    return _schema(Entity, lambda entity: {"type": "array", "minItems": 1, "items": entity})


def sources_schema() -> JsonSchemaValue:
    """The schema of sources.yaml: a list of CSL items, alone or under `references`."""

    def either(source: JsonSchemaValue) -> JsonSchemaValue:
        items = {"type": "array", "minItems": 1, "items": source}
        return {"anyOf": [items, {"type": "object", "properties": {"references": items}, "required": ["references"]}]}

    return _schema(Source, either)


def pack_schema() -> JsonSchemaValue:
    """The schema of pack.yaml."""
    return _schema(Pack, lambda pack: {"allOf": [pack]})


def _schema(model: type[BaseModel], around: Callable[[JsonSchemaValue], JsonSchemaValue]) -> JsonSchemaValue:
    references, definitions = models_json_schema([(model, "validation")], schema_generator=_Generator)
    return {"$schema": _DIALECT, **around(references[model, "validation"]), **definitions}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, taught the short forms that our validators accept before pydantic sees a value."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        if isinstance(schema.get("pattern"), str):
            return {"type": ["string", "integer"], "pattern": schema["pattern"]}
        return dict(_TEXT)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        function: Any = schema["function"]["function"]
        if function is historical_date:
            return _DATE
        inner = self.generate_inner(schema["schema"])
        if function is by_language:
            return {"anyOf": [dict(_TEXT), inner]}
        if function is lists_by_language:
            texts = {"type": "array", "items": dict(_TEXT)}
            return {
                "anyOf": [dict(_TEXT), texts, {"type": "object", "additionalProperties": {"anyOf": [_TEXT, texts]}}]
            }
        if function is source_date:
            return {"anyOf": [_YEAR_OR_TEXT, {"type": "object"}, {"type": "array", "items": {"type": "object"}}]}
        return inner

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model: type[BaseModel] = schema["cls"]
        described = super().model_schema(schema)
        properties = described.get("properties", {})
        for name, text in field_docstrings(model).items():
            field = model.model_fields[name]
            properties[field.alias or name]["description"] = text
        if model is Source:
            for variable in sorted(UNSHOWN_VARIABLES):
                properties[variable] = {"description": "A variable of CSL that no card shows."}
        return {**described, **_MISFITS.get(model, {})}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Field name -> the docstring that stands under the field. Empty where there is no source code to read."""
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    except OSError:
        return {}
    found: dict[str, str] = {}
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for statement, after in pairwise(statements):
        match statement, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found
