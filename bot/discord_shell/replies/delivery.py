"""Sending: a time limit on every try, a few tries, and each answer at most once.

discord.py tries a 502 again by itself, but neither a 503 on a message nor a dropped connection, and it would wait for
25 seconds on an interaction that Discord wants answered in 3. Trying again is safe: an interaction can be answered
only once, and a message carries the id of its question as a nonce, which Discord takes only once.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
import discord

from bot.discord_shell.replies.desk import Reply
from bot.discord_shell.ui.layout import lay_out

T = TypeVar("T")
AnyInteraction = discord.Interaction[Any]

_log = logging.getLogger(__name__)

TRANSIENT = (aiohttp.ClientError, OSError, TimeoutError, discord.DiscordServerError)

ALREADY_ANSWERED = 40060  # Discord's error codes
UNKNOWN_INTERACTION = 10062
NO_HISTORY_TO_REPLY_TO = 160002


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try: `total` seconds in all, `each` for one try, and pauses that double from `pause` on."""

    total: float
    each: float
    pause: float
    tries: int


# An interaction is lost after 3 seconds. discord.py takes a first 5xx again after 1 s, which fits into one try of ours.
FOR_INTERACTION = Patience(total=2.7, each=1.5, pause=0.1, tries=4)
FOR_MESSAGE = Patience(total=30.0, each=10.0, pause=0.5, tries=5)


async def patiently(
    send: Callable[[], Awaitable[T]], patience: Patience, *, chance: Callable[[], float] = random.random
) -> T:
    """What `send` returns, after as many tries as `patience` allows.

    Raises the last try's error, or TimeoutError when time ran out. Pauses vary by half either way (`chance` gives
    numbers from 0 to 1), so that many who failed together do not come back together.
    """
    async with asyncio.timeout(patience.total):
        for attempt in range(1, patience.tries + 1):
            try:
                async with asyncio.timeout(patience.each):
                    return await send()
            except TRANSIENT as error:
                if attempt == patience.tries:
                    raise
                _log.info("Sending failed (%s), trying again", type(error).__name__)
            await asyncio.sleep(patience.pause * 2 ** (attempt - 1) * (0.5 + chance()))
    raise AssertionError("a try either returns or raises")


async def respond(interaction: AnyInteraction, reply: Reply, *, ephemeral: bool = False) -> None:
    """Answer an interaction with a new message; an `ephemeral` one is seen only by the user who caused it."""

    async def send() -> None:
        view = _view(reply, interaction)
        await interaction.response.send_message(view=view, ephemeral=ephemeral)

    await _once(interaction, send)


async def update(interaction: AnyInteraction, reply: Reply) -> None:
    """Answer a pressed button by putting the reply in the place of the message that it is on."""

    async def send() -> None:
        view = _view(reply, interaction)
        await interaction.response.edit_message(view=view)

    await _once(interaction, send)


async def reply_to(message: discord.Message, reply: Reply) -> None:
    """Answer a message with a reply that pings nobody; a question deleted meanwhile is answered all the same."""
    reference = message.to_reference(fail_if_not_exists=False)

    async def send() -> None:
        view = lay_out(reply.card, language=reply.language, asker=message.author.id)
        await message.channel.send(view=view, reference=reference, nonce=message.id)

    async def send_unbound() -> None:
        view = lay_out(reply.card, language=reply.language, asker=message.author.id)
        await message.channel.send(view=view, nonce=message.id)

    try:
        await patiently(send, FOR_MESSAGE)
    except discord.HTTPException as error:
        if error.code != NO_HISTORY_TO_REPLY_TO:
            raise
        await patiently(send_unbound, FOR_MESSAGE)


def _view(reply: Reply, interaction: AnyInteraction) -> discord.ui.LayoutView:
    user_id = interaction.user.id if interaction.user else None
    return lay_out(reply.card, language=reply.language, asker=user_id)


async def _once(interaction: AnyInteraction, send: Callable[[], Awaitable[None]]) -> None:
    """Send the first response, unless there is one. That Discord has it already means that a failed try had worked."""
    if interaction.response.is_done():
        return
    try:
        await patiently(send, FOR_INTERACTION)
    except discord.InteractionResponded:
        return
    except discord.HTTPException as error:
        if error.code != ALREADY_ANSWERED:
            raise
