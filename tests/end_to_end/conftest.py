"""The real bot as a process of its own, against a fake Discord on real sockets."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml

from bot.facts import Library
from bot.storage.packs import load_pack, shipped_pack
from tests.fake_discord import Channel, FakeDiscord, User

ROOT = Path(__file__).parents[2]
CALM: Mapping[str, Any] = {"discord": {"cooldown": {"questions": 0}}, "health": {"port": 0}}


@dataclass
class BotProcess:
    """`python -m bot run`, with what it has logged."""

    process: asyncio.subprocess.Process
    log_file: Path

    @property
    def log(self) -> str:
        """All that it has written so far."""
        return self.log_file.read_text(encoding="utf-8")

    async def logs(self, words: str) -> None:
        """Wait until it has logged `words`. A file tells nobody when it grows, so this looks again and again."""
        async with asyncio.timeout(30):
            while words not in self.log:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def stop(self) -> int:
        """Stop it as a supervisor does; its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.wait()

    async def wait(self) -> int:
        """Wait for its end; its exit code."""
        async with asyncio.timeout(20):
            return await self.process.wait()


async def start(
    folder: Path, environment: Mapping[str, str], config: Mapping[str, Any] = CALM, **variables: str
) -> BotProcess:
    """Start the bot as a user does: a config file, and the token in the environment."""
    file = folder / "bot.yaml"
    file.write_text(yaml.safe_dump(dict(config)), encoding="utf-8")
    log = folder / "bot.log"
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ISPOLKOM_", "DISCORD_"))}
    with log.open("ab") as stream:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--config", str(file),
            cwd=ROOT, env={**kept, **environment, **variables}, stdout=stream, stderr=stream,
        )  # fmt: skip
    return BotProcess(process, log)


@asynccontextmanager
async def running(
    discord: FakeDiscord, folder: Path, config: Mapping[str, Any] = CALM, **variables: str
) -> AsyncIterator[BotProcess]:
    """The bot, connected and with its commands there, and ended for certain afterwards."""
    bot = await start(folder, discord.environment, config, **variables)
    try:
        sessions = len(discord.sessions)
        await discord.until(lambda: len(discord.sessions) > sessions or bot.process.returncode is not None, 40, bot.log)
        await discord.ready()
        await discord.until(lambda: bool(discord.commands), 30, "the upload of commands")
        yield bot
    finally:
        if bot.process.returncode is None:
            await bot.stop()


@dataclass
class Town:
    """A running bot in one server, and people to talk to it."""

    discord: FakeDiscord
    bot: BotProcess
    channel: Channel
    ann: User
    boris: User


@pytest.fixture(scope="session")
def library() -> Library:
    """The pack that ships."""
    reading = load_pack(shipped_pack())
    assert reading.library is not None, "\n".join(map(str, reading.problems))
    return reading.library


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """One running bot for all tests of a module; nobody has to wait between questions."""
    async with FakeDiscord() as discord:
        channel = discord.add_guild("Reading room").add_channel("questions")
        ann, boris = discord.add_user("Ann"), discord.add_user("Boris", locale="ru")
        async with running(discord, tmp_path_factory.mktemp("bot")) as bot:
            yield Town(discord, bot, channel, ann, boris)
        discord.assert_no_complaints()
