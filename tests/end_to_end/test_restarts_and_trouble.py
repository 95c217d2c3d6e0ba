"""Restarts, cooldowns, and what Discord does to a bot on a bad day."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import CALM, ROOT, running, start
from tests.fake_discord import FakeDiscord

QUESTION = "Who were the Mensheviks?"
ONE_FACT = "When did the Bolsheviks and Mensheviks split?"


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_buttons_work_after_a_restart_and_commands_are_not_uploaded_again(tmp_path: Path) -> None:
    async with FakeDiscord() as discord:
        channel, ann = discord.add_guild("Reading room").add_channel("questions"), discord.add_user("Ann")
        async with running(discord, tmp_path) as bot:
            question = await discord.say(channel, ann, f"{discord.bot.mention} {ONE_FACT}")
            reply = await discord.reply_to(question)
            assert await bot.stop() == 0
        async with running(discord, tmp_path) as bot:
            pressed = await discord.click(reply, "Sources", ann)
            assert (await pressed.response()).text
            await bot.logs("up to date")
        assert discord.syncs == 1
        discord.assert_no_complaints()


async def test_who_asks_too_much_is_told_once(tmp_path: Path) -> None:
    config = {**CALM, "discord": {"cooldown": {"questions": 1, "seconds": 600}}}
    async with FakeDiscord() as discord:
        channel, ann = discord.add_guild("Reading room").add_channel("questions"), discord.add_user("Ann")
        bob = discord.add_user("Bob")
        async with running(discord, tmp_path, config):
            ask = f"{discord.bot.mention} {QUESTION}"
            first = await discord.reply_to(await discord.say(channel, ann, ask))
            assert "Mensheviks" in first.text
            notice = await discord.reply_to(await discord.say(channel, ann, ask))
            assert "seconds" in notice.text
            silent = await discord.say(channel, ann, ask)
            assert "Mensheviks" in (await discord.reply_to(await discord.say(channel, bob, ask))).text
            refused = await (await discord.slash(channel, ann, "ask", question=QUESTION)).response()
            assert refused.ephemeral
            assert "seconds" in refused.text
            assert all(message.replies_to != silent.id for message in discord.bot_messages(channel))


async def test_a_bad_day(tmp_path: Path, port: int) -> None:
    """503s, dropped connections, duplicates, nonsense, a resumed session: each question has one answer."""
    config = {**CALM, "health": {"port": port}}
    async with FakeDiscord() as discord:
        channel, ann = discord.add_guild("Reading room").add_channel("questions"), discord.add_user("Ann")
        async with running(discord, tmp_path, config) as bot:
            ask = f"{discord.bot.mention} {QUESTION}"
            discord.faults.http("POST", r"/messages$", drop=True)
            dropped = await discord.say(channel, ann, ask)
            await discord.reply_to(dropped)
            discord.faults.http("POST", r"/messages$", drop=True, after_acting=True)
            acted = await discord.say(channel, ann, ask)
            await discord.reply_to(acted)

            discord.faults.http("POST", r"/callback", status=503, after_acting=True)
            unsure = await discord.slash(channel, ann, "ask", question=QUESTION)
            assert "Mensheviks" in (await unsure.response()).text

            discord.faults.duplicate("MESSAGE_CREATE")
            doubled = await discord.say(channel, ann, ask)
            await discord.reply_to(doubled)

            discord.gateway.publish("MESSAGE_CREATE", lambda _: {"id": "no message at all"}, None, 0)
            await bot.logs("Dropped an event MESSAGE_CREATE")

            discord.faults.drop_gateway()
            missed = await discord.say(channel, ann, ask)
            await discord.resumed()
            await discord.reply_to(missed)

            last = await discord.say(channel, ann, ask)
            await discord.reply_to(last)
            for question in (dropped, acted, doubled, missed, last):
                replies = [one for one in discord.bot_messages(channel) if one.replies_to == question.id]
                assert len(replies) == 1
            async with asyncio.timeout(20):  # the heartbeat of the new connection may still be under way
                while await healthy(port) != 0:
                    pass
            assert bot.log.count("Traceback") == 1, "of the event that was dropped"
            assert await bot.stop() == 0
        assert await healthy(port) == 1


async def test_a_session_that_is_lost_is_begun_anew_at_the_same_gateway(tmp_path: Path) -> None:
    async with FakeDiscord() as discord:
        channel, ann = discord.add_guild("Reading room").add_channel("questions"), discord.add_user("Ann")
        async with running(discord, tmp_path):
            discord.faults.invalidate()
            await discord.identified(times=2)
            await discord.ready()
            question = await discord.say(channel, ann, f"{discord.bot.mention} {QUESTION}")
            assert "Mensheviks" in (await discord.reply_to(question)).text


async def healthy(port: int) -> int:
    """The exit code of `ispolkom health`."""
    environment = {**os.environ, "ISPOLKOM_HEALTH__PORT": str(port)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "health", cwd=ROOT, env=environment,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    return await process.wait()


async def test_a_channel_that_is_read_is_answered_without_a_mention_when_there_is_an_answer(tmp_path: Path) -> None:
    async with FakeDiscord() as discord:
        guild, ann = discord.add_guild("Reading room"), discord.add_user("Ann")
        read, other = guild.add_channel("history"), guild.add_channel("chat")
        config = {**CALM, "discord": {"cooldown": {"questions": 0}, "read_channels": [read.id]}}
        async with running(discord, tmp_path, config):
            silent = [
                await discord.say(other, ann, QUESTION),
                await discord.say(read, ann, "lovely weather, and the football was grand"),
            ]
            await discord.reply_to(await discord.say(read, ann, QUESTION))
            answered = {message.replies_to for message in discord.bot_messages()}
            assert not answered & {message.id for message in silent}


async def test_a_wrong_token_is_told_and_ends_the_bot(tmp_path: Path) -> None:
    async with FakeDiscord() as discord:
        bot = await start(tmp_path, {**discord.environment, "DISCORD_TOKEN": "wrong.token.here"})
        assert await bot.wait() == 1
        assert "DISCORD_TOKEN" in bot.log
        assert "wrong.token.here" not in bot.log


async def test_a_missing_intent_is_told_and_ends_the_bot(tmp_path: Path) -> None:
    async with FakeDiscord(privileged=0) as discord:
        config = {**CALM, "discord": {"read_channels": [5]}}
        bot = await start(tmp_path, discord.environment, config)
        assert await bot.wait() == 1
        assert "message content intent" in bot.log


async def test_a_health_port_in_use_is_told_and_ends_the_bot(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        config = {"health": {"port": taken.getsockname()[1]}}
        bot = await start(tmp_path, {"DISCORD_TOKEN": "any.token"}, config)
        assert await bot.wait() == 1
    assert "health.port" in bot.log


async def test_without_a_network_the_bot_goes_on_trying_and_can_be_stopped(tmp_path: Path, port: int) -> None:
    environment = {"DISCORD_TOKEN": "any.token", "ISPOLKOM_DISCORD__API_URL": f"http://127.0.0.1:{port}/api/v10"}
    bot = await start(tmp_path, environment)
    await bot.logs("trying again")
    assert bot.process.returncode is None
    assert await bot.stop() == 0
    assert "Unclosed" not in bot.log
