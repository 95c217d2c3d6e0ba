"""The commands: built from any pack, taken by Discord, uploaded only when they have changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.answers import Answerer
from bot.app import build_client
from bot.config import Settings
from bot.discord_shell.client import HistoryClient, intents_for
from bot.discord_shell.cogs.help import described
from bot.discord_shell.cogs.lookups import kind_choices, kind_named
from bot.discord_shell.replies.desk import Current
from bot.discord_shell.tree import comparable
from bot.discord_shell.ui.wording import CarriedTranslator
from tests.fake_discord.limits import problems_of_commands
from tests.packs import HANSE, edited, library


def client_of(files: Mapping[str, str] = HANSE) -> HistoryClient:
    return build_client(Settings(), Current(Answerer(library(files))))


async def payload_of(client: HistoryClient) -> list[dict[str, Any]]:
    await client.tree.set_translator(CarriedTranslator())
    return await client.tree.payload()


async def test_discord_takes_the_commands() -> None:
    assert problems_of_commands(await payload_of(client_of())) == []


async def test_kinds_with_a_command_have_one_and_all_else_is_there() -> None:
    kinds = library().pack.kinds
    declared = {kind.command for kind in kinds.values() if kind.command}
    names = {command["name"] for command in await payload_of(client_of())}
    assert declared
    assert names == declared | {"ask", "date", "sources", "help", "about", "Answer this"}


async def test_every_command_works_everywhere_and_speaks_russian() -> None:
    for command in await payload_of(client_of()):
        assert set(command["contexts"]) == {0, 1, 2}
        assert set(command["integration_types"]) == {0, 1}
        words = command["name_localizations"] if command["type"] == 3 else command["description_localizations"]
        assert set(words) == {"ru"}
        for option in command.get("options", []):
            assert set(option["description_localizations"]) == {"ru"}


async def test_a_kind_cannot_take_the_name_of_another_command(caplog: pytest.LogCaptureFixture) -> None:
    client = client_of(edited("pack.yaml", "command: town", "command: ask"))
    payload = await payload_of(client)
    (ask,) = [command for command in payload if command["name"] == "ask"]
    assert [option["name"] for option in ask["options"]] == ["question"]
    assert "/ask" in caplog.text


def test_help_lists_every_command_in_the_users_language() -> None:
    tree = client_of().tree
    english, russian = dict(described(tree, "en")), dict(described(tree, "ru"))
    assert english.keys() == russian.keys() >= {"/ask", "/about", "/help"}
    assert all(english[name] != russian[name] for name in english)


async def test_a_list_as_discord_gives_it_back_is_the_same() -> None:
    ours = await payload_of(client_of())
    theirs = [
        {
            **{key: value for key, value in command.items() if key != "dm_permission"},
            "id": "1",
            "version": "2",
            "application_id": "3",
            "contexts": sorted(command["contexts"], reverse=True),
            "default_permission": True,
        }
        for command in reversed(ours)
    ]
    for command in theirs:
        if not command.get("options"):
            command.pop("options", None)
    assert comparable(theirs) == comparable(ours)


@pytest.mark.parametrize("key", ["description", "description_localizations", "options", "contexts"])
async def test_any_change_that_users_see_is_a_change(key: str) -> None:
    ours = await payload_of(client_of())
    changed = [dict(command) for command in ours]
    place = next(command for command in changed if command.get(key))
    place[key] = "new words" if key == "description" else place[key][:1] if key != "description_localizations" else {}
    if key == "options":
        place[key] = []
    assert comparable(changed) != comparable(ours)


def test_privileged_content_is_asked_for_only_with_channels_to_read() -> None:
    assert not intents_for(()).message_content
    assert not intents_for(()).guilds
    assert intents_for((5,)).message_content


@pytest.mark.parametrize(
    ("text", "kind"), [("town", "town"), ("Towns", "town"), (" ГОРОД ", "town"), ("nothing", None), ("", None)]
)
def test_a_kind_is_known_by_any_of_its_words(text: str, kind: str | None) -> None:
    assert kind_named(text, library().pack.kinds) == kind


def test_kinds_without_a_command_are_offered_first() -> None:
    kinds = library().pack.kinds
    values = [choice.value for choice in kind_choices("", kinds, "en")]
    own = [kinds[value].command is not None for value in values]
    assert set(values) == set(kinds)
    assert own == sorted(own)


def test_kinds_are_offered_by_their_beginning_and_in_the_users_language() -> None:
    kinds = library().pack.kinds
    (choice,) = kind_choices("горо", kinds, "ru")
    assert (choice.value, choice.name) == ("town", kinds["town"].name["ru"])
