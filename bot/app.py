"""The application: builds the bot from its settings, runs it until it is told to stop, and says what went wrong.

`run_bot` is all that the command line needs. `build_client` is the one place where the parts are put together; they
get what they need by keyword.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import random
import signal
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import discord
from pydantic import SecretStr

from bot.answers import Answerer
from bot.config import ConfigError, LogSettings, Settings, read_token
from bot.discord_shell.client import HistoryClient, point_at
from bot.discord_shell.delivery import TRANSIENT
from bot.discord_shell.desk import Current, Desk
from bot.discord_shell.errors import AutocompleteFilter
from bot.discord_shell.health import Pulse, served
from bot.discord_shell.memory import Conversations, CooldownPerUser, Gate, Locales, Seen
from bot.facts import Library, Severity
from bot.storage.packs import load_pack, shipped_pack

_log = logging.getLogger(__name__)

STOPPED = 0
FAILED = 1

LONGEST_PAUSE = 60.0
CLOSE_SECONDS = 10.0


def run_bot(settings: Settings) -> int:
    """Run the bot until SIGTERM or SIGINT. The exit code: 0 when it was told to stop, 1 when it could not go on.

    Everything that is wrong at the start is logged in sentences that say what to do: no token or a wrong one, a pack
    with errors, a port in use, an intent that is not switched on. While Discord cannot be reached it goes on trying.
    """
    set_up_logging(settings.log)
    try:
        token = read_token()
    except ConfigError as error:
        _log.error("%s", error)
        return FAILED
    set_up_logging(settings.log, secret=token)
    library = read_library(settings.knowledge or shipped_pack())
    if library is None:
        return FAILED
    point_at(settings.discord.api_url)
    client = build_client(settings, Current(Answerer(library)))
    gc.collect()
    gc.freeze()  # the base stays for good: looking through it for rubbish again and again would only cost time
    try:
        return asyncio.run(_serve(client, settings, token))
    except OSError as error:
        _log.error("%s:%s cannot be listened on (health.host, health.port): %s", *_address(settings), error.strerror)
        return FAILED


def read_library(folder: Path) -> Library | None:
    """The base in `folder`; None when it has errors. Its problems are logged, each with its place."""
    reading = load_pack(folder)
    for problem in reading.problems:
        _log.log(logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING, "%s", problem)
    if reading.library is None:
        _log.error("The pack in %s cannot be loaded; `ispolkom check` lists its problems again", folder)
        return None
    _log.info("Loaded %d facts about %d things", len(reading.library.facts), len(reading.library.entities))
    return reading.library


def build_client(settings: Settings, current: Current) -> HistoryClient:
    """The client with all its parts, not yet connected. `current` holds what it answers from, and can be swapped."""
    conversations = Conversations(settings.discord.conversation_minutes)
    cooldown = settings.discord.cooldown
    return HistoryClient(
        desk=Desk(current=current, conversations=conversations, locale=settings.locale),
        gate=Gate(seen=Seen(), cooldown=CooldownPerUser(cooldown.questions, cooldown.seconds)),
        locales=Locales(settings.locale),
        read_channels=settings.discord.read_channels,
        sync_commands=settings.discord.sync_commands,
    )


# Running


async def _serve(client: HistoryClient, settings: Settings, token: SecretStr) -> int:
    """Stay connected until a signal comes. Raises OSError when the health address cannot be had."""
    stop = asyncio.Event()
    _on_signals(stop)
    async with served(settings.health, Pulse(client)):
        connection = asyncio.create_task(_stay_connected(client, token), name="connection")
        stopping = asyncio.create_task(stop.wait(), name="stopping")
        try:
            await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return _verdict(connection)
        finally:
            connection.cancel()
            stopping.cancel()
            await asyncio.gather(connection, stopping, return_exceptions=True)
            await _close(client)


async def _close(client: HistoryClient) -> None:
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await client.close()
    except TimeoutError:
        _log.warning("Discord did not close the connection in time")
    _log.info("Stopped")


async def _stay_connected(client: HistoryClient, token: SecretStr) -> None:
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


def _verdict(connection: asyncio.Task[None]) -> int:
    """The exit code, once the connection has ended or a signal has come."""
    if not connection.done():
        _log.info("Told to stop")
        return STOPPED
    error = connection.exception()
    match error:
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):
            _log.error(
                "Discord does not accept the token in DISCORD_TOKEN. Copy it again, or reset it, in the developer "
                "portal (https://discord.com/developers/applications, Bot)"
            )
        case discord.PrivilegedIntentsRequired():
            _log.error(
                "discord.read_channels needs the message content intent. Switch it on in the developer portal "
                "(https://discord.com/developers/applications, Bot, Privileged Gateway Intents), or empty the setting"
            )
        case _:
            _log.error("The connection to Discord has ended", exc_info=error)
    return FAILED


def _on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))


def _address(settings: Settings) -> tuple[str, int]:
    return settings.health.host, settings.health.port


# Logging


def set_up_logging(settings: LogSettings, *, secret: SecretStr | None = None) -> None:
    """Log to standard error, in place of whatever was set up before; `secret` is blacked out wherever it appears.

    discord.py's own lines are left out below warnings, unless the level is debug.
    """
    level = logging.getLevelNamesMapping()[settings.level.upper()]
    handler = logging.StreamHandler()
    handler.setFormatter(_Formatter(as_json=settings.format == "json", secret=secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("discord", "aiohttp", "asyncio"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING) if level > logging.DEBUG else level)
    logging.getLogger("discord.app_commands.tree").filters = [AutocompleteFilter()]
    logging.getLogger("discord.state").filters = [_without_advice_on_intents]


def _without_advice_on_intents(record: logging.LogRecord) -> bool:
    """Drop the warning that the `guilds` intent is off: it is off for a reason (see `intents_for`)."""
    return not str(record.msg).startswith("Guilds intent seems to be disabled")


class _Formatter(logging.Formatter):
    """A line of text, or an object of JSON, for each record, in UTC."""

    def __init__(self, *, as_json: bool, secret: SecretStr | None) -> None:
        super().__init__()
        self._as_json = as_json
        self._secret = secret.get_secret_value() if secret else None

    def format(self, record: logging.LogRecord) -> str:
        """The record without the secret."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": time, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        text = json.dumps(line, ensure_ascii=False) if self._as_json else _as_text(line)
        return text.replace(self._secret, "[token]") if self._secret else text


def _as_text(line: dict[str, str]) -> str:
    text = f"{line['time']} {line['level']:<7} {line['logger']}: {line['message']}"
    return f"{text}\n{line['error']}" if "error" in line else text
