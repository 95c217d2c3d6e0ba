"""Faults, rate limits and unknown endpoints of the fake against the real client."""

from __future__ import annotations

import aiohttp
import discord
import pytest
from discord.http import Route

from tests.fake_discord import FakeDiscord
from tests.fake_discord.small_bot import Place, running


async def test_rate_limit_is_waited_for_and_503_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        sends = r"^/channels/\d+/messages$"
        limit = fake.faults.rate_limit("POST", sends, retry_after=0.05)
        assert (await fake.reply_to(await fake.say(place.channel, place.ann, f"{fake.bot.mention} x"))).text
        assert limit.hits == 1
        fake.faults.http("POST", sends, status=503)
        await fake.say(place.channel, place.ann, f"{fake.bot.mention} y")
        await fake.until(lambda: bot.errors, 5, "an error")
        assert isinstance(bot.errors[0], discord.DiscordServerError)
        fake.faults.http("POST", sends, drop=True)
        await fake.say(place.channel, place.ann, f"{fake.bot.mention} z")
        await fake.until(lambda: len(bot.errors) > 1, 5, "an error")
        assert not isinstance(bot.errors[1], discord.HTTPException)
        assert not fake.refused


async def test_failure_after_acting_leaves_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        fake.faults.http("POST", r"/messages$", status=500, after_acting=True)
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} x")
        await fake.reply_to(question)
        posts = await fake.until(
            lambda: found if len(found := fake.requests_to("POST", "/channels/{channel}/messages")) == 2 else None,
            5,
            "a retry",
        )
        assert posts[0].body["nonce"] == posts[1].body["nonce"]
        await fake.until(lambda: posts[1].status == 200, 5, "the answer to the retry")
        assert len(fake.bot_messages(place.channel)) == 1
        assert not bot.errors


async def test_enforced_rate_limits_answer_429() -> None:
    async with FakeDiscord(enforce_rate_limits=True) as fake, aiohttp.ClientSession() as session:
        full, other = Place(fake).channel, Place(fake).channel
        answers = []
        for channel in (*[full] * 6, other):
            url = f"{fake.api_url}/channels/{channel.id}/messages"
            headers = {"Authorization": f"Bot {fake.token}"}
            async with session.post(url, json={"content": "x"}, headers=headers) as response:
                answers.append((response.status, response.headers["X-RateLimit-Remaining"], await response.json()))
        assert [status for status, _, _ in answers] == [200, 200, 200, 200, 200, 429, 200]
        assert [left for _, left, _ in answers] == ["4", "3", "2", "1", "0", "0", "4"]
        assert 0 < answers[5][2]["retry_after"] <= 5


async def test_unknown_endpoint_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        with pytest.raises(discord.NotFound):
            await bot.http.request(Route("GET", "/no/such/thing"))
        assert [request.path for request in fake.unexpected] == ["/no/such/thing"]
