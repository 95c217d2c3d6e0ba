"""What pydantic's errors mean to someone who edits a fact file.

The machine's words ("Input should be a valid tuple") become a rule and a sentence that says what is wrong and what to
do. The choices in a sentence are taken from the models, never typed again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.dates import DateError
from bot.facts.models import ID_PATTERN, KIND_PATTERN
from bot.facts.problem import Steps
from bot.facts.sources import KEY_PATTERN, UNSHOWN_VARIABLES, Source
from bot.facts.suggestion import did_you_mean

_PATTERNS = {
    ID_PATTERN: "an id has 1 to 64 characters of a-z, 0-9, hyphen, dot and _, and begins with a letter or digit",
    KIND_PATTERN: "it is one word of a-z, 0-9 and hyphens",
    KEY_PATTERN: "a key is one word of Latin letters, digits and . : _ / -, and begins with a letter or digit",
    r"^https?://\S+$": "a link begins with https:// or http:// and has no blanks",
    r"^[a-z]{2,3}$": "a language is written as its two or three letters: en, de, ru",
}
_WANTED = {
    "string_type": "text",
    "tuple_type": "a list, with `- ` before each item",
    "list_type": "a list, with `- ` before each item",
    "dict_type": "keys with values, such as {en: ...}",
    "mapping_type": "keys with values, such as {en: ...}",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a smaller number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}
_EXTRA_HELP = {"sources": "; no source, no fact"}


def rule_and_sentence(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """The rule that an error breaks, and the sentence for it; `model` is what was validated."""
    kind, loc = error["type"], error["loc"]
    context: Mapping[str, Any] = error.get("ctx", {})
    key = _key_at(model, loc)
    name = f"`{key}`"
    match kind:
        case "missing":
            owner = _noun(_model_at(model, loc[:-1]))
            return "missing-key", f"this {owner} has no {name}; add it{_EXTRA_HELP.get(key, '')}"
        case "extra_forbidden":
            return "unknown-key", _unknown_key(str(loc[-1]), _model_at(model, loc[:-1]))
        case "misfit":
            return "misfit", str(context["sentence"])
        case "value_error" if isinstance(context.get("error"), DateError):
            return "bad-date", str(context["error"])
        case "value_error":
            return "bad-value", str(context["error"])
        case "string_too_short":
            return "empty-value", f"{name} is empty; write it, or delete the key"
        case "too_short":
            return "empty-value", f"{name} is empty; give at least one{_EXTRA_HELP.get(key, '')}"
        case "string_pattern_mismatch":
            hint = _PATTERNS.get(context["pattern"], "it does not have the right form")
            return "bad-value", f"{name} cannot be `{_shortened(error['input'])}`: {hint}"
        case "greater_than_equal":
            return "bad-value", f"{name} cannot be below {context['ge']}"
        case "less_than_equal":
            return "bad-value", f"{name} cannot be above {context['le']}"
        case "enum":
            return "bad-value", _not_one_of(name, str(error["input"]), context["expected"])
        case "model_type":
            owner = _noun(_model_at(model, loc))
            return "wrong-type", f"{_a(owner)} is written as keys with values; this is {_seen(error['input'])}"
    if kind in _WANTED:
        return "wrong-type", f"{name} wants {_WANTED[kind]}; this is {_seen(error['input'])}"
    return "bad-value", f"{name}: {error['msg']}"


def _noun(model: type[BaseModel] | None) -> str:
    return model.__name__.lower() if model is not None else "mapping"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _seen(value: Any) -> str:
    match value:
        case str():
            return f"`{_shortened(value)}`"
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
    return repr(value)


def _shortened(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _unknown_key(key: str, model: type[BaseModel] | None) -> str:
    if model is None:
        return f"`{key}` is no key here; delete it"
    known = set(_fields(model))
    choices = f"; the keys of {_a(_noun(model))} are {', '.join(sorted(known))}"
    if issubclass(model, Source):
        known |= UNSHOWN_VARIABLES
        choices = "; it is no variable of CSL"
    return f"`{key}` is no key of {_a(_noun(model))}{did_you_mean(key, known, otherwise=choices)}"


def _not_one_of(name: str, given: str, expected: str) -> str:
    """`expected` is pydantic's "'a', 'b' or 'c'", made from the enumeration itself."""
    choices = expected.replace("'", "").replace(" or ", ", ").split(", ")
    return f"{name} is one of {', '.join(choices)}; `{_shortened(given)}` is none of them{did_you_mean(given, choices)}"


def _key_at(model: type[BaseModel], loc: Steps) -> str:
    """What a curator calls the place: the last field on the way, also for its text in one language or an item of it."""
    known = [step for index, step in enumerate(loc) if step in _fields(_model_at(model, loc[:index]))]
    return str(known[-1]) if known else str(loc[-1] if loc else "this")


def _fields(model: type[BaseModel] | None) -> dict[str, Any]:
    """The annotations of a model's fields by the keys of the file."""
    fields = model.model_fields.items() if model is not None else ()
    return {field.alias or name: field.annotation for name, field in fields}


def _model_at(model: type[BaseModel], loc: Steps) -> type[BaseModel] | None:
    """The model of the values at `loc`, following fields, lists and mappings; None when a plain value is there."""
    current: type[BaseModel] | None = model
    skips = False
    for step in loc:
        if isinstance(step, int):
            continue
        if skips:
            skips = False
        elif current is not None:
            annotation = _fields(current).get(step)
            current, skips = _model_in(annotation), get_origin(annotation) is Mapping
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation is about: `tuple[Fact, ...]`, `Tally | None`, `Mapping[KindId, Kind]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each)) is not None), None)
