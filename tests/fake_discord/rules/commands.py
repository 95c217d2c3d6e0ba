"""Discord's rules for application commands, their options and their choices."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .findings import Finding, count, duplicates, number, text, under

Json = Mapping[str, Any]

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, NUMBER = 3, 4, 10
MOST_OF_A_TYPE = {CHAT_INPUT: 100, USER: 5, MESSAGE: 5}
# fmt: off
LOCALES = frozenset({
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
})
# fmt: on


def name_is_valid(name: str) -> bool:
    """Whether `name` passes `^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$` in lower case."""
    return 1 <= len(name) <= 32 and name == name.lower() and all(map(_in_name, name))


def _in_name(character: str) -> bool:
    brahmic = "\u0900" <= character <= "\u097f" or "\u0e00" <= character <= "\u0e7f"
    return character in "-_'" or brahmic or unicodedata.category(character)[0] in "LN"


def set_problems(commands: Sequence[Json]) -> Iterator[Finding]:
    """Rules of all the commands that a bot uploads at once: each one's, their names together, their number."""
    for index, command in enumerate(commands):
        yield from under(command_problems(command), index)
    keys = [(command.get("type") or CHAT_INPUT, command.get("name")) for command in commands]
    for index in duplicates(keys):
        message = f"Application command names must be unique: {keys[index][1]!r}."
        yield Finding((index, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
    for kind, most in MOST_OF_A_TYPE.items():
        if (found := sum(1 for key in keys if key[0] == kind)) > most:
            yield Finding((), "MAX_APPLICATION_COMMANDS", f"At most {most} commands of type {kind}. They are {found}.")


def command_problems(command: Json) -> Iterator[Finding]:
    """Rules of one command."""
    kind = command.get("type") or CHAT_INPUT
    if kind not in MOST_OF_A_TYPE:
        yield Finding(("type",), "BASE_TYPE_CHOICES", f"Value must be one of (1, 2, 3). It is {kind!r}.")
    elif kind == CHAT_INPUT:
        yield from _named(command)
        yield from _options(command.get("options"), depth=0)
        if (size := _size(command)) > 8000:
            yield Finding((), "APPLICATION_COMMAND_TOO_LARGE", f"Must be 8000 or fewer characters. It is {size}.")
    else:
        yield from text(command, "name", 1, 32)
        yield from _localized(command, "name", 32)
        if command.get("description") or command.get("options"):
            message = "Context menu commands cannot have descriptions or options."
            yield Finding((), "APPLICATION_COMMAND_CONTEXT_MENU_NO_DESCRIPTION", message)
    for key, values in (("contexts", {0, 1, 2}), ("integration_types", {0, 1})):
        given = command.get(key)
        if given is not None and (not given or set(given) - values or len(set(given)) < len(given)):
            yield Finding((key,), "BASE_TYPE_CHOICES", f"Must be different values of {values}. They are {given!r}.")


def choice_problems(choice: Json, kind: int) -> Iterator[Finding]:
    """Rules of one choice, of an option or of a completion: its name, and its value of the option's type."""
    yield from text(choice, "name", 1, 100)
    yield from _localized(choice, "name", 100)
    value = choice.get("value")
    if kind == STRING:
        yield from text(choice, "value", 1, 100)
    elif isinstance(value, bool) or not isinstance(value, int if kind == INTEGER else int | float):
        yield Finding(("value",), "NUMBER_TYPE_COERCE", f"Value {value!r} is not a number of type {kind}.")
    elif abs(value) > 2**53:
        yield Finding(("value",), "NUMBER_TYPE_BAD_RANGE", "Must be between -2^53 and 2^53.")


def _named(thing: Json) -> Iterator[Finding]:
    name = thing.get("name")
    if not isinstance(name, str) or not name_is_valid(name):
        message = f"Command name is invalid: {name!r}."
        yield Finding(("name",), "APPLICATION_COMMAND_INVALID_NAME", message)
    yield from text(thing, "description", 1, 100)
    yield from _localized(thing, "name", 32)
    yield from _localized(thing, "description", 100)
    for locale, local in (thing.get("name_localizations") or {}).items():
        if not name_is_valid(local):
            message = f"Command name is invalid: {local!r}."
            yield Finding(("name_localizations", locale), "APPLICATION_COMMAND_INVALID_NAME", message)


def _localized(thing: Json, key: str, most: int) -> Iterator[Finding]:
    field = f"{key}_localizations"
    for locale in thing.get(field) or {}:
        if locale not in LOCALES:
            yield Finding((field, locale), "BASE_TYPE_CHOICES", f"Not a locale of Discord: {locale!r}.")
        yield from under(text(thing[field], locale, 1, most), field)


def _options(options: Sequence[Json] | None, depth: int) -> Iterator[Finding]:
    options = options or []
    yield from count({"options": options}, "options", 0, 25)
    kinds = [option.get("type") for option in options]
    if any(kind in (SUBCOMMAND, GROUP) for kind in kinds) and not all(kind in (SUBCOMMAND, GROUP) for kind in kinds):
        message = "Sub-command and sub-command group option types are mutually exclusive to other types"
        yield Finding(("options",), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
    seen_optional = False
    for index, option in enumerate(options):
        yield from under(_option(option, depth), "options", index)
        if option.get("required") and seen_optional:
            message = "Required options must be placed before non-required options"
            yield Finding(("options", index), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        seen_optional = seen_optional or not option.get("required")
    for index in duplicates(option.get("name") for option in options):
        message = "Option name already exists"
        yield Finding(("options", index), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", message)


def _option(option: Json, depth: int) -> Iterator[Finding]:
    kind: Any = option.get("type")
    too_deep = (kind == GROUP and depth > 0) or (kind == SUBCOMMAND and depth > 1)
    if kind not in range(1, 12) or too_deep:
        yield Finding(("type",), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", f"Type {kind!r} cannot stand here.")
        return
    yield from _named(option)
    if kind in (SUBCOMMAND, GROUP):
        # Options of a subcommand are values: no deeper nesting than group, subcommand, value.
        yield from _options(option.get("options"), depth + 1 if kind == GROUP else 2)
        return
    yield from _value_rules(option, kind)


def _value_rules(option: Json, kind: int) -> Iterator[Finding]:
    choices = option.get("choices")
    if choices is not None:
        yield from count(option, "choices", 0, 25)
        for index, choice in enumerate(choices):
            yield from under(choice_problems(choice, kind), "choices", index)
        for index in duplicates(choice.get("name") for choice in choices):
            code = "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS"
            yield Finding(("choices", index), code, "Option choice name already exists")
    if option.get("autocomplete") and (choices or kind not in (STRING, INTEGER, NUMBER)):
        message = "Autocomplete is for string, integer and number options without choices"
        yield Finding(("autocomplete",), "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", message)
    if kind == STRING:
        yield from number(option, "min_length", 0, 6000)
        yield from number(option, "max_length", 1, 6000)


def _size(thing: Json) -> int:
    """Characters of names, descriptions and string values; of a text in many languages the longest counts."""
    size = 0
    for key in ("name", "description"):
        texts = [thing.get(key) or "", *(thing.get(f"{key}_localizations") or {}).values()]
        size += max(map(len, texts))
    if isinstance(thing.get("value"), str):
        size += len(thing["value"])
    return size + sum(_size(part) for key in ("options", "choices") for part in thing.get(key) or ())
