"""Messages in the fake against the real client: replies, DMs, hidden content, limits, pings, files."""

from __future__ import annotations

import io

import discord
import pytest
from discord import ui

from tests.fake_discord import SEND_MESSAGES, VIEW_CHANNEL
from tests.fake_discord.small_bot import WITH_CONTENT, Place, answer_view, running


async def test_mention_gets_a_layout_that_pings_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        place = Place(fake)
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} who sailed?")
        reply = await fake.reply_to(question)
        assert "You asked: who sailed?" in reply.text
        assert not reply.pings
        assert [button["label"] for button in reply.buttons] == ["Helpful"]
        assert all(part["id"] for part in reply.parts)
        assert reply.elapsed is not None
        assert reply.elapsed > 0
        fake.assert_no_complaints()


async def test_dm_and_thread_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        place = Place(fake)
        thread = place.channel.add_thread("More")
        for channel, text in ((fake.dm_channel(place.ann), "hello"), (thread, f"{fake.bot.mention} hello")):
            reply = await fake.reply_to(await fake.say(channel, place.ann, text))
            assert "You asked: hello" in reply.text
        fake.assert_no_complaints()


async def test_content_is_hidden_without_the_intent(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        await fake.say(place.channel, place.ann, "not for you")
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} for you")
        reply = await fake.reply_to(question)
        ping = await fake.say(place.channel, place.ann, "for you too", reply_to=reply)
        await fake.reply_to(ping)
        await fake.say(place.channel, place.ann, "quietly", reply_to=reply, ping=False)
        await fake.reply_to(await fake.say(fake.dm_channel(place.ann), place.ann, "dm"))
        assert [message.content for message in bot.seen] == ["", question.content, "for you too", "", "dm"]
        assert bot.seen[2].reference is not None
        assert bot.seen[2].reference.message_id == reply.id


async def test_content_is_shown_with_the_intent(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch, WITH_CONTENT) as (fake, bot):
        place = Place(fake)
        await fake.say(place.channel, place.ann, "not for you")
        await fake.reply_to(await fake.say(fake.dm_channel(place.ann), place.ann, "dm"))
        assert [message.content for message in bot.seen] == ["not for you", "dm"]


async def test_message_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        await fake.say(place.channel, place.ann, f"{fake.bot.mention} too long")
        await fake.until(lambda: bot.errors, 5, "an error")
        assert isinstance(bot.errors[0], discord.HTTPException)
        assert (bot.errors[0].status, bot.errors[0].code) == (400, 50035)
        assert "content" in str(bot.errors[0])
        assert [request.status for request in fake.refused] == [400]
        with pytest.raises(AssertionError, match="2000"):
            fake.assert_no_complaints()


async def test_permissions_and_deleted_questions_count(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        mute = place.guild.add_channel("read-only", bot_permissions=VIEW_CHANNEL)
        await fake.say(mute, place.ann, f"{fake.bot.mention} x")
        await fake.until(lambda: bot.errors, 5, "an error")
        assert isinstance(bot.errors[0], discord.Forbidden)
        assert SEND_MESSAGES & ~mute.bot_permissions
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} x")
        fake.delete(question)
        await fake.until(lambda: len(bot.errors) > 1, 5, "an error")
        assert "Unknown message" in str(bot.errors[1])


async def test_files_are_kept_and_served(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        channel = Place(fake).channel
        view = ui.LayoutView().add_item(ui.File("attachment://facts.yaml"))
        file = discord.File(io.BytesIO(b"- id: cog"), "facts.yaml")
        message = await bot.get_partial_messageable(channel.id).send(view=view, file=file)
        assert await message.attachments[0].read() == b"- id: cog"
        fake.assert_no_complaints()


async def test_role_and_everyone_are_pinged_unless_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        role = place.guild.add_role("Curators")
        content = f"<@{place.ann.id}> <@&{role}> @everyone"
        target = bot.get_partial_messageable(place.channel.id)
        quiet = await target.send(content)
        loud = await target.send(content, allowed_mentions=discord.AllowedMentions.all())
        assert fake.message(quiet.id).pings == set()
        assert fake.message(loud.id).pings == {str(place.ann.id), str(role), "everyone"}


async def test_mention_is_answered_without_the_guilds_intent(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch, discord.Intents(guild_messages=True)) as (fake, bot):
        place = Place(fake)
        question = await fake.say(place.channel, place.ann, f"{fake.bot.mention} x")
        assert (await fake.reply_to(question)).text
        response = await (await fake.slash(place.channel, place.ann, "town", name="Visby")).response()
        assert "Visby" in response.text
        assert not bot.errors
        assert not any(payload["t"] == "GUILD_CREATE" for payload in fake.sessions[0].log)


async def test_edits_and_deletions_reach_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        reply = await fake.reply_to(await fake.say(place.channel, place.ann, f"{fake.bot.mention} x"))
        target = bot.get_partial_messageable(place.channel.id).get_partial_message(reply.id)
        assert (await target.fetch()).id == reply.id
        with pytest.raises(discord.HTTPException, match="IS_COMPONENTS_V2"):
            await target.edit(content="a layout has no content")
        await target.edit(view=answer_view("corrected"))
        assert "corrected" in (await fake.edited(reply)).text
        await target.delete()
        assert fake.bot_messages(place.channel) == []
        foreign = await fake.say(place.channel, place.ann, "not yours")
        with pytest.raises(discord.Forbidden):
            await bot.get_partial_messageable(place.channel.id).get_partial_message(foreign.id).edit(content="x")
