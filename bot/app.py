"""The application: builds the bot from its settings, runs it until it is told to stop, and says what went wrong.

`run_bot` is all that the command line needs. `build_client` is the one place where the parts are put together; they
get what they need by keyword.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from bot.answers import Answerer
from bot.config import ConfigError, LogSettings, Settings, read_token
from bot.discord_shell.client import HistoryClient, point_at
from bot.discord_shell.connection import ConnectionLostError, stay_connected
from bot.discord_shell.memory import Conversations, CooldownPerUser, Gate, Locales, Seen
from bot.discord_shell.replies.desk import Current, Desk
from bot.discord_shell.replies.errors import AutocompleteFilter
from bot.facts import Library, Severity
from bot.storage.packs import load_pack, shipped_pack

_log = logging.getLogger(__name__)

STOPPED = 0
FAILED = 1


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
        asyncio.run(stay_connected(client, token, settings.health))
    except ConnectionLostError as error:
        _log.error("%s", error, exc_info=error.__cause__ if error.is_unexpected else None)
        return FAILED
    return STOPPED


def read_library(folder: Path) -> Library | None:
    """The base in `folder`; None when it has errors. Its problems are logged, each with its place."""
    reading = load_pack(folder, advice=False)
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
