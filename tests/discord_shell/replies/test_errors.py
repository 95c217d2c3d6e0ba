"""Each line of the table of errors."""

from __future__ import annotations

import logging
import sys
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.answers import Answerer
from bot.discord_shell.memory import Conversations
from bot.discord_shell.replies import errors
from bot.discord_shell.replies.delivery import ALREADY_ANSWERED, UNKNOWN_INTERACTION
from bot.discord_shell.replies.desk import Current, Desk
from bot.discord_shell.replies.errors import AutocompleteFilter, ErrorReplies, judge
from bot.rendering import Notice
from tests.packs import library


def refusal(status: int, code: int) -> discord.HTTPException:
    kinds: dict[int, type[discord.HTTPException]] = {403: discord.Forbidden, 404: discord.NotFound}
    kind = discord.DiscordServerError if status >= 500 else kinds.get(status, discord.HTTPException)
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, {"code": code, "message": "refused"})


TABLE = [
    (app_commands.CommandNotFound("old", []), Notice.GONE, logging.INFO),
    (refusal(400, ALREADY_ANSWERED), None, logging.DEBUG),
    (refusal(404, UNKNOWN_INTERACTION), None, logging.WARNING),
    (refusal(403, 50013), Notice.FORBIDDEN, logging.INFO),
    (refusal(404, 10008), None, logging.INFO),
    (refusal(503, 0), None, logging.WARNING),
    (aiohttp.ServerDisconnectedError(), None, logging.WARNING),
    (TimeoutError(), None, logging.WARNING),
    (discord.RateLimited(60), None, logging.WARNING),
    (refusal(429, 0), None, logging.WARNING),
    (refusal(400, 50035), Notice.BROKEN, logging.ERROR),
    (KeyError("x"), Notice.BROKEN, logging.ERROR),
]


@pytest.mark.parametrize(("error", "notice", "level"), TABLE)
def test_each_error_has_its_line(error: Exception, notice: Notice | None, level: int) -> None:
    judgement = judge(error)
    assert (judgement.notice, judgement.level) == (notice, level)


@pytest.mark.parametrize(("error", "notice", "level"), TABLE)
def test_an_error_that_a_command_wraps_is_judged_by_itself(error: Exception, notice: Notice | None, level: int) -> None:
    command: Any = SimpleNamespace(name="ask")
    assert judge(app_commands.CommandInvokeError(command, error)).notice == notice


@pytest.fixture
def desk() -> Desk:
    return Desk(current=Current(Answerer(library())), conversations=Conversations(5), locale="en")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of what was sent."""
    titles: list[str] = []

    async def send(_: Any, reply: Any, **__: Any) -> None:
        titles.append(reply.card.title)

    monkeypatch.setattr(errors.delivery, "respond", send)
    monkeypatch.setattr(errors.delivery, "reply_to", send)
    return titles


def interaction(kind: discord.InteractionType = discord.InteractionType.application_command) -> Any:
    return SimpleNamespace(type=kind, locale=discord.Locale.russian)


async def test_a_mistake_of_ours_is_told_in_the_users_language(
    desk: Desk, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    await ErrorReplies(desk=desk).to_interaction(interaction(), KeyError("secret words"))
    assert told == [desk.notice(Notice.BROKEN, "ru").card.title]
    assert caplog.records[0].exc_info


async def test_silence_where_nobody_listens(desk: Desk, told: list[str]) -> None:
    replies = ErrorReplies(desk=desk)
    await replies.to_interaction(interaction(), refusal(404, UNKNOWN_INTERACTION))
    await replies.to_interaction(interaction(discord.InteractionType.autocomplete), KeyError("x"))
    message: Any = SimpleNamespace()
    await replies.to_message(message, refusal(403, 50013), locale="en")
    await replies.to_message(message, refusal(400, 50035), locale="en")
    assert told == []


async def test_a_broken_answer_to_a_message_is_told(desk: Desk, told: list[str]) -> None:
    message: Any = SimpleNamespace()
    await ErrorReplies(desk=desk).to_message(message, KeyError("x"), locale="en")
    assert told == [desk.notice(Notice.BROKEN, "en").card.title]


async def test_an_error_about_an_error_ends_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the session is closed")

    monkeypatch.setattr(errors.delivery, "respond", fail)
    await ErrorReplies(desk=desk).to_interaction(interaction(), KeyError("x"))


def autocomplete_record(error: BaseException) -> logging.LogRecord:
    try:
        raise error
    except type(error):
        raised = sys.exc_info()
    message = "Ignoring exception in autocomplete for %r (Guild: %s, User: %s)"
    return logging.LogRecord("discord", logging.ERROR, "", 1, message, ("ask", 5, 77), raised)


def test_a_failed_autocompletion_names_nobody() -> None:
    record = autocomplete_record(KeyError("x"))
    assert AutocompleteFilter().filter(record)
    assert "77" not in record.getMessage()


def test_an_autocompletion_that_nobody_waits_for_is_not_logged() -> None:
    assert not AutocompleteFilter().filter(autocomplete_record(refusal(404, UNKNOWN_INTERACTION)))


def test_other_lines_are_left_alone() -> None:
    record = logging.LogRecord("discord", logging.ERROR, "", 1, "Shard %d", (3,), None)
    assert AutocompleteFilter().filter(record)
    assert record.getMessage() == "Shard 3"
