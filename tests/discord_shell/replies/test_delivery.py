"""Sending is tried a few times within a limit, and what fails for good is told."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.delivery import Patience, patiently
from bot.discord_shell.replies.desk import Reply
from bot.rendering import Card, Tone

SHORT = Patience(total=1.0, each=0.05, pause=0.001, tries=3)
REPLY = Reply(Card(Tone.PLAIN, "Title"), "en")


def refusal(status: int, code: int) -> discord.HTTPException:
    """An error as discord.py raises it."""
    kinds: dict[int, type[discord.HTTPException]] = {403: discord.Forbidden, 404: discord.NotFound}
    kind = discord.DiscordServerError if status >= 500 else kinds.get(status, discord.HTTPException)
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, {"code": code, "message": "refused"})


class Flaky:
    """Something to send that fails with each of `errors` in turn, and then works."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.tries = 0

    async def __call__(self, *_: Any, **__: Any) -> str:
        self.tries += 1
        if self.errors:
            raise self.errors.pop(0)
        return "sent"


@pytest.mark.parametrize(
    "error", [aiohttp.ServerDisconnectedError(), ConnectionResetError(104, "reset"), TimeoutError(), refusal(503, 0)]
)
async def test_what_may_pass_is_tried_again(error: Exception) -> None:
    send = Flaky(error, error)
    assert await patiently(send, SHORT) == "sent"
    assert send.tries == 3


async def test_tries_end() -> None:
    send = Flaky(*[aiohttp.ServerDisconnectedError()] * 9)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await patiently(send, SHORT)
    assert send.tries == SHORT.tries


async def test_a_refusal_is_not_tried_again() -> None:
    send = Flaky(refusal(400, 50035))
    with pytest.raises(discord.HTTPException):
        await patiently(send, SHORT)
    assert send.tries == 1


async def test_what_hangs_is_given_up() -> None:
    tries = 0

    async def hang() -> None:
        nonlocal tries
        tries += 1
        await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        await patiently(hang, SHORT)
    assert tries == SHORT.tries


def test_an_interaction_is_given_up_within_the_three_seconds_that_discord_waits() -> None:
    assert delivery.FOR_INTERACTION.total < 3


class Interaction:
    """As much of an interaction as an answer to it needs."""

    def __init__(self, send: Flaky, *, done: bool = False) -> None:
        self.user = SimpleNamespace(id=7)
        self.response = SimpleNamespace(send_message=send, edit_message=send, is_done=lambda: done)


async def test_an_answer_that_discord_has_already_is_no_error() -> None:
    send = Flaky(aiohttp.ServerDisconnectedError(), refusal(400, delivery.ALREADY_ANSWERED))
    interaction: Any = Interaction(send)
    await delivery.respond(interaction, REPLY)
    assert send.tries == 2


async def test_an_interaction_is_answered_once() -> None:
    send = Flaky()
    interaction: Any = Interaction(send, done=True)
    await delivery.respond(interaction, REPLY)
    await delivery.update(interaction, REPLY)
    assert send.tries == 0


class Channel:
    """Keeps what is sent to it."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.sent: list[dict[str, Any]] = []

    async def send(self, **message: Any) -> None:
        self.sent.append(message)
        if self.errors:
            raise self.errors.pop(0)


def message_in(channel: Channel) -> Any:
    def to_reference(*, fail_if_not_exists: bool) -> tuple[str, bool]:
        return ("question", fail_if_not_exists)

    return SimpleNamespace(id=55, author=SimpleNamespace(id=7), channel=channel, to_reference=to_reference)


async def test_every_try_of_a_reply_has_the_same_nonce() -> None:
    channel = Channel(aiohttp.ServerDisconnectedError())
    await delivery.reply_to(message_in(channel), REPLY)
    assert [sent["nonce"] for sent in channel.sent] == [55, 55]
    assert {sent["reference"] for sent in channel.sent} == {("question", False)}


async def test_where_replies_are_not_allowed_a_message_is() -> None:
    channel = Channel(refusal(400, delivery.NO_HISTORY_TO_REPLY_TO))
    await delivery.reply_to(message_in(channel), REPLY)
    assert ["reference" in sent for sent in channel.sent] == [True, False]


async def test_other_refusals_of_a_reply_are_errors() -> None:
    channel = Channel(refusal(403, 50013))
    with pytest.raises(discord.Forbidden):
        await delivery.reply_to(message_in(channel), REPLY)
