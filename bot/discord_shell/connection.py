"""Being connected: logging in, waiting for Discord when it is out of reach, and stopping when told to."""

from __future__ import annotations

import asyncio
import logging
import random
import signal
from collections.abc import Awaitable, Callable

import discord
from pydantic import SecretStr

from bot.config import HealthSettings
from bot.discord_shell.client import HistoryClient
from bot.discord_shell.health import Pulse, served
from bot.discord_shell.replies.delivery import TRANSIENT

_log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
CLOSE_SECONDS = 10.0


class ConnectionLostError(Exception):
    """The bot cannot be connected, and waiting does not mend it. The text says what to do.

    `is_unexpected` when nobody has foreseen this; then the cause has a traceback worth reading.
    """

    def __init__(self, sentence: str, *, is_unexpected: bool = False) -> None:
        self.is_unexpected = is_unexpected
        super().__init__(sentence)


async def stay_connected(client: HistoryClient, token: SecretStr, health: HealthSettings) -> None:
    """Connect `client`, tell its health over HTTP, and return when SIGTERM or SIGINT has come.

    Raises ConnectionLostError with a sentence for the operator.
    """
    stop = asyncio.Event()
    _on_signals(stop)
    try:
        async with served(health, Pulse(client)):
            await _until_stopped(client, token, stop)
    except OSError as error:
        sentence = f"{health.host}:{health.port} cannot be listened on (health.host, health.port): {error.strerror}"
        raise ConnectionLostError(sentence) from error


async def _until_stopped(client: HistoryClient, token: SecretStr, stop: asyncio.Event) -> None:
    connection = asyncio.create_task(_connect(client, token), name="connection")
    stopping = asyncio.create_task(stop.wait(), name="stopping")
    try:
        await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if connection.done():
            raise lost(connection.exception()) from connection.exception()
        _log.info("Told to stop")
    finally:
        connection.cancel()
        stopping.cancel()
        await asyncio.gather(connection, stopping, return_exceptions=True)
        await _close(client)


async def _connect(client: HistoryClient, token: SecretStr) -> None:
    """Log in and stay connected; while Discord cannot be reached, try again. Raises what no waiting mends."""

    async def log_in() -> None:
        try:
            await client.login(token.get_secret_value())
        except BaseException:
            # discord.py opens a new session at the next try, and forgets this one.
            await client.http.close()
            client.http.connector = discord.utils.MISSING
            raise

    await until_reached(log_in)
    await until_reached(client.connect, given_up=client.is_closed)


async def _close(client: HistoryClient) -> None:
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await client.close()
    except TimeoutError:
        _log.warning("Discord did not close the connection in time")
    _log.info("Stopped")


async def until_reached(
    reach: Callable[[], Awaitable[None]],
    *,
    given_up: Callable[[], bool] = lambda: False,
    chance: Callable[[], float] = random.random,
) -> None:
    """Await `reach()`, again and again as long as it fails because Discord is out of reach.

    Pauses double from about a second up to a minute, each varied by half (`chance` gives 0 to 1). Raises at once what
    is no matter of reach, and anything once `given_up()` is true.
    """
    pause = 1.0
    while True:
        try:
            return await reach()
        except (*TRANSIENT, discord.GatewayNotFound, discord.HTTPException) as error:
            if given_up() or not _may_pass(error):
                raise
            wait = pause * (0.5 + chance())
            _log.warning("Discord cannot be reached (%s), trying again in %.1f s", type(error).__name__, wait)
        await asyncio.sleep(wait)
        pause = min(pause * 2, LONGEST_PAUSE)


def _may_pass(error: Exception) -> bool:
    """Whether waiting may help: of Discord's refusals, only "too many requests" and its own failures pass."""
    return not isinstance(error, discord.HTTPException) or error.status == 429 or error.status >= 500


def lost(error: BaseException | None) -> ConnectionLostError:
    """What the end of the connection means to the operator."""
    match error:
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):
            return ConnectionLostError(
                "Discord does not accept the token in DISCORD_TOKEN. Copy it again, or reset it, in the developer "
                "portal (https://discord.com/developers/applications, Bot)"
            )
        case discord.PrivilegedIntentsRequired():
            return ConnectionLostError(
                "discord.read_channels needs the message content intent. Switch it on in the developer portal "
                "(https://discord.com/developers/applications, Bot, Privileged Gateway Intents), or empty the setting"
            )
    return ConnectionLostError("The connection to Discord has ended", is_unexpected=True)


def _on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
