"""The gateway of the fake against the real client: sessions, intents, resuming, shards, processes."""

from __future__ import annotations

import asyncio
import os
import sys

import discord
import pytest
from discord.http import Route

from tests.fake_discord import FakeDiscord, Guild
from tests.fake_discord.small_bot import MENTIONS_ONLY, WITH_CONTENT, Place, SmallBot, running


async def test_ready_brings_intents_and_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        (session,) = fake.sessions
        assert session.intents == MENTIONS_ONLY.value
        assert "compress=" in fake.gateway.connections[0]
        assert {command["name"] for command in fake.commands} >= {"town", "base", "Answer this"}
        assert fake.syncs == 1
        fake.assert_no_complaints()


async def test_privileged_intent_that_is_not_granted_closes_the_gateway(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(monkeypatch, WITH_CONTENT, privileged=0):
            pass


@pytest.mark.parametrize("how", ["drop", "reconnect", "close"])
async def test_resume_replays_what_was_missed(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        if how == "drop":
            fake.faults.drop_gateway()
        elif how == "reconnect":
            fake.faults.reconnect()
        else:
            await fake.faults.close_gateway(4000)
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} still there?")
        assert "still there?" in (await fake.reply_to(question)).text
        await fake.resumed()
        assert "/resume" in fake.gateway.connections[-1]
        assert len(fake.sessions) == 1
        assert not bot.errors


async def test_invalid_session_makes_it_identify_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        place = Place(fake)
        fake.faults.invalidate()
        await fake.identified(times=2)
        await fake.ready()
        assert (await fake.reply_to(await fake.say(place.channel, place.ann, f"{fake.bot.mention} x"))).text
        fake.faults.forget_sessions()
        fake.faults.drop_gateway()
        await fake.identified(times=3)
        assert not fake.resumes


async def test_duplicate_dispatch_comes_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        fake.faults.duplicate("MESSAGE_CREATE")
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} x")
        await fake.until(lambda: len(fake.bot_messages(place.channel)) == 2, 5, "two answers")
        assert [message.id for message in bot.seen] == [question.id, question.id]


async def test_heartbeats_are_acknowledged_until_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch, heartbeat_interval=0.05) as (fake, bot):
        (socket,) = fake.gateway.sockets
        await fake.until(lambda: socket.beats > 2 and bot.latency < 5, 5, "heartbeats and a latency")
        assert socket.acks == socket.beats
        fake.faults.stop_acking()
        acks = socket.acks
        await fake.until(lambda: socket.beats > acks + 2, 5, "more heartbeats")
        assert socket.acks == acks


async def test_silent_gateway_is_left_and_resumed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch, client={"heartbeat_timeout": 0.3}, heartbeat_interval=0.05) as (fake, _):
        fake.faults.stop_acking()
        await fake.until(lambda: len(fake.gateway.connections) > 1, 5, "another connection")
        fake.faults.stop_acking(stop=False)
        await fake.resumed()
        await fake.ready()
        assert len(fake.sessions) == 1


async def test_refused_connection_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        fake.faults.refuse_connections(1)
        fake.faults.drop_gateway()
        await fake.resumed()
        assert len(fake.gateway.connections) == 3


async def test_wrong_token_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with FakeDiscord() as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        bot = SmallBot(fake, MENTIONS_ONLY)
        with pytest.raises(discord.LoginFailure):
            await bot.start("wrong")
        await bot.close()
        assert [request.status for request in fake.requests] == [401]


class ShardedBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(intents=MENTIONS_ONLY)
        self.seen: list[tuple[int | None, str]] = []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """No pause between shards."""

    async def on_message(self, message: discord.Message) -> None:
        self.seen.append((message.guild.shard_id if message.guild else None, message.content))


async def test_each_shard_gets_its_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    async with FakeDiscord(shards=2) as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        guilds: list[Guild] = []
        while {guild.id >> 22 & 1 for guild in guilds} != {0, 1}:
            guilds.append(fake.add_guild("A server"))
        bot = ShardedBot()
        task = asyncio.create_task(bot.start(fake.token))
        await fake.ready()
        assert {session.shard for session in fake.sessions} == {(0, 2), (1, 2)}
        ann = fake.add_user("Ann")
        for guild in guilds:
            await fake.say(guild.add_channel("questions"), ann, f"{fake.bot.mention} {guild.id >> 22 & 1}")
        await fake.until(lambda: len(bot.seen) == len(guilds), 5, "all messages")
        assert all(content.endswith(str(shard)) for shard, content in bot.seen)
        await bot.close()
        await task


SCRIPT = """
import os, warnings
warnings.simplefilter("ignore")
import discord, yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["ISPOLKOM_DISCORD__API_URL"]

class Bot(discord.Client):
    async def setup_hook(self):
        _, url, _ = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)

    async def on_message(self, message):
        if self.user in message.mentions:
            await message.reply("from another process")

Bot(intents=discord.Intents(guilds=True, guild_messages=True)).run(os.environ["DISCORD_TOKEN"], log_handler=None)
"""


async def test_bot_in_a_process_of_its_own() -> None:
    async with FakeDiscord() as fake:
        environment = {**os.environ, **fake.environment}
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", SCRIPT, env=environment)
        try:
            place = Place(fake)
            await fake.ready()
            question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} who?")
            assert (await fake.reply_to(question)).text == "from another process"
            fake.assert_no_complaints()
        finally:
            process.terminate()
            await process.wait()
