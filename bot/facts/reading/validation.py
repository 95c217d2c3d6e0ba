"""Plain values of a document to values of the models, or the problems at the places where they are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.facts.models import PackContext
from bot.facts.problem import Problem, Steps
from bot.facts.reading.document import Document
from bot.facts.reading.wording import rule_and_sentence

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: Document, path: Steps, context: PackContext) -> M | None:
    """The value at `path` as a `model`; None when it is not one, and then `document.problems` says why.

    Unknown keys are problems, and then left out, so that whatever else is wrong shows in the same run.
    """
    values = _at(document.data, path)
    value, errors = _try(model, values, context)
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    if unknown:
        value, others = _try(model, _without(values, unknown), context)
        seen = {(error["type"], error["loc"]) for error in errors}
        errors += [error for error in others if (error["type"], error["loc"]) not in seen]
    document.problems += [_problem(error, model, document, path) for error in errors if not _is_known(error)]
    return value


def _is_known(error: ErrorDetails) -> bool:
    """Whether an error only repeats another: the reader has reported what is None, and a list counts as too short
    when all of its items have errors."""
    return error["input"] is None or (error["type"] == "too_short" and len(error["input"]) > 0)


def _try(model: type[M], values: Any, context: PackContext) -> tuple[M | None, list[ErrorDetails]]:
    try:
        return model.model_validate(values, context=context, by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _problem(error: ErrorDetails, model: type[BaseModel], document: Document, path: Steps) -> Problem:
    """A missing key is shown at the mapping that it is missing from, an unknown one at itself."""
    rule, sentence = rule_and_sentence(error, model)
    loc: Steps = error["loc"]
    at = error.get("ctx", {}).get("at")
    if at is not None:
        return document.problem((*path, *loc, at), rule, sentence, key=True)
    if error["type"] == "missing":
        return document.problem((*path, *loc[:-1]), rule, sentence)
    if loc and loc[-1] == "[key]":
        return document.problem((*path, *loc[:-1]), rule, sentence, key=True)
    return document.problem((*path, *loc), rule, sentence, key=error["type"] == "extra_forbidden")


def _at(values: Any, path: Steps) -> Any:
    for step in path:
        values = values[step]
    return values


def _without(values: Any, unwanted: list[Steps]) -> Any:
    """A copy of `values` that lacks the keys at the paths `unwanted`."""
    here = {path[0] for path in unwanted if len(path) == 1}
    below = {path[0] for path in unwanted if len(path) > 1}

    def copied(step: str | int, value: Any) -> Any:
        return (
            _without(value, [path[1:] for path in unwanted if path[0] == step and len(path) > 1])
            if step in below
            else value
        )

    if isinstance(values, Mapping):
        return {key: copied(key, value) for key, value in values.items() if key not in here}
    return [copied(index, value) for index, value in enumerate(values)]
