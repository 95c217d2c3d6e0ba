"""The rules of Discord, each at its limit and one step beyond."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.fake_discord.limits import (
    COMPONENTS_V2,
    problems_of_autocomplete,
    problems_of_command,
    problems_of_commands,
    problems_of_message,
    problems_of_modal,
    problems_of_view,
)
from tests.fake_discord.rules.commands import name_is_valid
from tests.fake_discord.rules.findings import Finding, error_body

Json = dict[str, Any]


def button(custom_id: str = "b", **fields: Any) -> Json:
    return {"type": 2, "style": 1, "custom_id": custom_id, "label": "Press", **fields}


def link(**fields: Any) -> Json:
    return {"type": 2, "style": 5, "label": "Read", "url": "https://example.org", **fields}


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def shown(content: str) -> Json:
    return {"type": 10, "content": content}


def menu(options: int = 1, **fields: Any) -> Json:
    values = [{"label": f"Town {number}", "value": str(number)} for number in range(options)]
    return {"type": 3, "custom_id": "menu", "options": values, **fields}


def layout(*components: Json, **fields: Any) -> Json:
    return {"flags": COMPONENTS_V2, "components": list(components), **fields}


def command(**fields: Any) -> Json:
    return {"name": "town", "description": "A town", "type": 1, **fields}


def option(name: str = "name", **fields: Any) -> Json:
    return {"name": name, "description": "Its name", "type": 3, **fields}


def modal(*components: Json, **fields: Any) -> Json:
    return {"custom_id": "form", "title": "Form", "components": list(components), **fields}


def label(**fields: Any) -> Json:
    field = {"type": 4, "custom_id": "text", "style": 1, **fields}
    return {"type": 18, "label": "Text", "component": field}


def section(texts: int, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": [shown("x")] * texts, "accessory": accessory or button()}


TWO_CHOICES = [{"name": name, "value": name} for name in ("Lübeck", "Bergen")]
LONG_CHOICES = [{"name": f"{number:0100}", "value": f"{number:0100}"} for number in range(25)]

TAKEN: list[tuple[Callable[[Any], list[str]], Any]] = [
    (problems_of_message, {"content": "x" * 2000}),
    (problems_of_message, {"content": "x", "components": [row(*(button(str(number)) for number in range(5)))]}),
    (problems_of_message, {"embeds": [{"title": "x" * 256, "description": "x" * 4096}]}),
    (problems_of_message, {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 25}]}),
    (problems_of_message, layout(shown("x" * 4000))),
    (problems_of_message, layout(*[shown("x")] * 40)),
    (problems_of_message, layout({"type": 17, "components": [section(3), {"type": 14, "spacing": 2}, row(menu(25))]})),
    (problems_of_message, layout(row(button("x" * 100, label="x" * 80), link()))),
    (problems_of_message, {"content": "x", "allowed_mentions": {"parse": [], "users": ["1"]}}),
    (problems_of_command, command(options=[option(required=True), option("year", type=4)])),
    (problems_of_command, command(options=[option("sub", type=2, options=[option("leaf", type=1, options=[])])])),
    (problems_of_command, {"name": "Answer This", "type": 3}),
    (problems_of_command, command(name="город", name_localizations={"ru": "город"})),
    (problems_of_commands, [command(), {"name": "town", "type": 3}]),
    (problems_of_autocomplete, [{"name": "x" * 100, "value": "y" * 100}] * 25),
    (problems_of_autocomplete, []),
    (problems_of_modal, modal(shown("Read this"), label(max_length=4000, value="x"))),
]  # fmt: skip


@pytest.mark.parametrize(("problems_of", "payload"), TAKEN)
def test_what_discord_takes(problems_of: Callable[[Any], list[str]], payload: Any) -> None:
    assert problems_of(payload) == []


REFUSED: list[tuple[Callable[[Any], list[str]], Any, str]] = [
    (problems_of_message, {"content": "x" * 2001}, "content: Must be 2000"),
    (problems_of_message, {"content": "  "}, "Cannot send an empty message"),
    (problems_of_message, {"content": "x", "components": [button()]}, "components.0.type"),
    (problems_of_message, {"content": "x", "components": [shown("x")]}, "components.0.type"),
    (problems_of_message, {"content": "x", "components": [row(button(str(n))) for n in range(6)]}, "1 and 5"),
    (problems_of_message, {"embeds": [{"title": "x" * 257}]}, "embeds.0.title"),
    (problems_of_message, {"embeds": [{"description": "x" * 4000}] * 2}, "6000"),
    (problems_of_message, {"embeds": [{"fields": [{"name": "", "value": "v"}]}]}, "embeds.0.fields.0.name"),
    (problems_of_message, {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "exclusive"),
    (problems_of_message, layout(shown("x"), content="x"), "IS_COMPONENTS_V2"),
    (problems_of_message, layout(shown("x"), embeds=[{"title": "x"}]), "IS_COMPONENTS_V2"),
    (problems_of_message, layout(shown("x" * 2001), shown("x" * 2000)), "It is 4001"),
    (problems_of_message, layout(shown(" ")), "components.0.content"),
    (problems_of_message, layout(*[shown("x")] * 41), "It is 41"),
    (problems_of_message, layout(row(*(button(str(number)) for number in range(6)))), "It is 6"),
    (problems_of_message, layout(row(button(), button())), "duplicated: 'b'"),
    (problems_of_message, layout(row(button("x" * 101))), "custom_id"),
    (problems_of_message, layout(row(button(label="x" * 81))), "label"),
    (problems_of_message, layout(row(button(label=" "))), "label or an emoji"),
    (problems_of_message, layout(row(link(custom_id="b"))), "a custom id"),
    (problems_of_message, layout(row(link(url="javascript:x"))), "Scheme"),
    (problems_of_message, layout(row(button(url="https://example.org"))), "Only link buttons"),
    (problems_of_message, layout(row(button(), menu())), "width"),
    (problems_of_message, layout(row(menu(26))), "It is 26"),
    (problems_of_message, layout(row(menu(0))), "It is 0"),
    (problems_of_message, layout(row(menu(2, max_values=3))), "2 options"),
    (problems_of_message, layout(section(4)), "It is 4"),
    (problems_of_message, layout({**section(1), "accessory": None}), "components.0.accessory"),
    (problems_of_message, layout({"type": 17, "components": []}), "It is 0"),
    (problems_of_message, layout({"type": 17, "components": [{"type": 17, "components": [shown("x")]}]}), "type"),
    (problems_of_message, layout({"type": 13, "file": {"url": "attachment://a.txt"}}), "was not found"),
    (problems_of_command, command(name="Town"), "name is invalid"),
    (problems_of_command, command(name="a town"), "name is invalid"),
    (problems_of_command, command(name="x" * 33), "name is invalid"),
    (problems_of_command, command(description=""), "description"),
    (problems_of_command, command(description="x" * 101), "description"),
    (problems_of_command, command(name_localizations={"en": "town"}), "Not a locale"),
    (problems_of_command, command(name_localizations={"ru": "Город"}), "name is invalid"),
    (problems_of_command, command(options=[option(str(number)) for number in range(26)]), "It is 26"),
    (problems_of_command, command(options=[option(), option()]), "already exists"),
    (problems_of_command, command(options=[option(), option("year", required=True)]), "before non-required"),
    (problems_of_command, command(options=[option(), option("sub", type=1)]), "mutually exclusive"),
    (problems_of_command, command(options=[option(choices=[{"name": "x", "value": "x"}] * 26)]), "It is 26"),
    (problems_of_command, command(options=[option(choices=TWO_CHOICES, autocomplete=True)]), "Autocomplete"),
    (problems_of_command, command(options=[option(f"o{number}", choices=LONG_CHOICES) for number in range(4)]), "8000"),
    (problems_of_command, {"name": "Answer", "type": 3, "description": "x"}, "Context menu"),
    (problems_of_command, command(contexts=[]), "contexts"),
    (problems_of_commands, [command(), command()], "unique"),
    (problems_of_commands, [command(name=f"c{number}") for number in range(101)], "They are 101"),
    (problems_of_commands, [{"name": f"c{number}", "type": 3} for number in range(6)], "They are 6"),
    (problems_of_autocomplete, [{"name": "x", "value": "x"}] * 26, "It is 26"),
    (problems_of_autocomplete, [{"name": "x" * 101, "value": "x"}], "choices.0.name"),
    (problems_of_autocomplete, [{"name": " ", "value": "x"}], "choices.0.name"),
    (problems_of_autocomplete, [{"name": "x", "value": "x" * 101}], "choices.0.value"),
    (problems_of_autocomplete, [{"name": "x", "value": 5}], "choices.0.value"),
    (problems_of_modal, modal(), "components"),
    (problems_of_modal, modal(label(), title="x" * 46), "title"),
    (problems_of_modal, modal(*(label(custom_id=str(number)) for number in range(6))), "It is 6"),
    (problems_of_modal, modal(label(), label()), "duplicated"),
    (problems_of_modal, modal(label(placeholder="x" * 101)), "placeholder"),
    (problems_of_modal, modal(label(max_length=4001)), "max_length"),
    (problems_of_modal, modal(label(max_length=2, value="xxx")), "value"),
    (problems_of_modal, modal({**label(), "label": "x" * 46}), "components.0.label"),
    (problems_of_modal, modal(row(button())), "type"),
]  # fmt: skip


@pytest.mark.parametrize(("problems_of", "payload", "complaint"), REFUSED)
def test_what_discord_refuses(problems_of: Callable[[Any], list[str]], payload: Any, complaint: str) -> None:
    problems = problems_of(payload)
    assert any(complaint in problem for problem in problems), problems


def test_edit_may_be_empty_and_upload_may_be_shown() -> None:
    assert problems_of_message({}, partial=True) == []
    assert problems_of_message(layout({"type": 13, "file": {"url": "attachment://a.txt"}}), files=["a.txt"]) == []
    assert problems_of_message({"content": "x"}, files=["a", "a"]) != []


def test_view_by_itself() -> None:
    assert problems_of_view([row(button())], layout=False) == []
    assert problems_of_view([shown("x")], layout=False) != []
    assert problems_of_view([shown("x")], layout=True) == []


@pytest.mark.parametrize(
    ("name", "valid"), [("a-b_c'1", True), ("ทดสอบ", True), ("", False), ("a.b", False), ("É", False)]
)
def test_names_of_commands(name: str, valid: bool) -> None:
    assert name_is_valid(name) is valid


def test_errors_are_nested_by_path() -> None:
    body = error_body([Finding(("embeds", 0, "title"), "CODE", "Sentence.")])
    assert body["code"] == 50035
    assert body["errors"] == {"embeds": {"0": {"title": {"_errors": [{"code": "CODE", "message": "Sentence."}]}}}}
