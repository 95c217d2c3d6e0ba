"""Interactions of the fake against the real client: commands, completions, components, forms, deadlines."""

from __future__ import annotations

import contextlib

import discord
import pytest
from discord import app_commands

from tests.fake_discord import MANAGE_GUILD
from tests.fake_discord.small_bot import Place, running


async def test_slash_command_with_options(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        interaction = await fake.slash(place.channel, place.ann, "town", name="Lübeck", year=1356)
        response = await interaction.response()
        assert "Lübeck 1356" in response.text
        assert not response.ephemeral
        assert response.elapsed > 0
        assert response.message is not None
        assert response.message.payload["interaction_metadata"]["id"] == str(interaction.id)
        assert (
            "Lübeck None"
            in (await (await fake.slash(fake.dm_channel(place.ann), place.ann, "town", name="Lübeck")).response()).text
        )
        with pytest.raises(LookupError, match="required"):
            await fake.slash(place.channel, place.ann, "town")
        with pytest.raises(LookupError, match="type 4"):
            await fake.slash(place.channel, place.ann, "town", name="x", year="1356")
        assert not bot.errors
        fake.assert_no_complaints()


async def test_autocompletion(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        place = Place(fake)
        choices = await fake.autocomplete(place.channel, place.ann, "town", option="name", typed="b")
        assert [choice["name"] for choice in choices] == ["Lübeck", "Bergen", "Bruges"]
        choices = await fake.autocomplete(place.channel, place.ann, "town", option="name", typed="br")
        assert choices == [{"name": "Bruges", "value": "bruges"}]


async def test_deferred_answer_takes_the_place_of_thinking(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        place = Place(fake)
        interaction = await fake.slash(place.channel, place.ann, "slow")
        response = await interaction.response()
        assert response.deferred
        assert response.ephemeral
        assert response.text == "at last"
        assert response.elapsed < response.completed
        await fake.until(lambda: interaction.followups, 5, "the second follow-up")
        assert [message.text for message in interaction.messages] == ["at last", "and more"]


async def test_button_and_menu_of_a_view_that_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        reply = await fake.reply_to(await fake.say(place.channel, place.ann, f"{fake.bot.mention} x"))
        response = await (await fake.click(reply, "Helpful", place.ann)).response()
        assert (response.text, response.ephemeral) == ("voted for hansa", True)
        response = await (await fake.choose(reply, "Which town?", place.ann, "Bergen")).response()
        assert response.message is reply
        assert "chosen: b" in reply.text
        with pytest.raises(LookupError, match="Helpful"):
            await fake.click(reply, "No such button", place.ann)
        assert not bot.errors
        fake.assert_no_complaints()


async def test_form_is_filled_in_by_those_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        with pytest.raises(LookupError, match="base"):
            await fake.slash(place.channel, place.ann, "base add")
        place.guild.allow(place.ann, MANAGE_GUILD)
        form = await (await fake.slash(place.channel, place.ann, "base add")).response()
        assert form.modal is not None
        assert form.modal["title"] == "A new fact"
        response = await (await fake.submit(form, {"Fact": "Cogs were ships."})).response()
        assert response.text == "saved: Cogs were ships."
        with pytest.raises(LookupError, match="50"):
            await fake.submit(form, {"fact": "x" * 51})
        assert not bot.errors


async def test_message_command_of_a_user_who_installed_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        ann, bob = fake.add_user("Ann"), fake.add_user("Bob")
        elsewhere = fake.add_guild("Elsewhere", bot_is_member=False).add_channel("general")
        for channel in (elsewhere, fake.group_dm(ann, bob), Place(fake).channel):
            target = await fake.say(channel, bob, "who paid?")
            interaction = await fake.message_command(channel, ann, "Answer this", target)
            in_server = channel.guild is not None and channel.guild.bot_is_member
            assert (await interaction.response()).text == f"about 'who paid?', {not in_server}"
            with contextlib.nullcontext() if in_server else pytest.raises(LookupError, match="town"):
                await fake.slash(channel, ann, "town", name="Visby")
        fake.assert_no_complaints()


async def test_late_and_second_responses_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        late = await fake.slash(place.channel, place.ann, "late")
        await fake.until(lambda: bot.errors, 5, "an error")
        assert late.refusals[0][0] == 10062
        twice = await fake.slash(place.channel, place.ann, "twice")
        assert (await twice.response()).text == "once"
        await fake.until(lambda: twice.refusals, 5, "a refusal")
        assert twice.refusals[0][0] == 40060
        assert len(twice.messages) == 1


async def test_choices_that_discord_refuses_leave_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)

        @bot.tree.command(name="wide", description="Too many choices")
        async def wide(interaction: discord.Interaction, name: str) -> None:
            await interaction.response.send_message(name)

        @wide.autocomplete("name")
        async def complete(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{current}{number}", value=str(number)) for number in range(26)]

        await bot.tree.sync()
        await fake.synced(times=2)
        with pytest.raises(TimeoutError, match="26"):
            await fake.autocomplete(place.channel, place.ann, "wide", option="name", typed="x", timeout=0.5)


async def test_deferred_answer_is_edited_into_a_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        interaction = await fake.slash(place.channel, place.ann, "slow", edits=True)
        assert (await interaction.acknowledged())["type"] == 5
        response = await interaction.response()
        assert "edited in" in response.text
        assert response.ephemeral
        assert response.message is not None
        assert not response.message.loading
        assert not bot.errors


async def test_retry_after_a_failure_that_was_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        fake.faults.http("POST", "/callback$", status=500, after_acting=True)
        interaction = await fake.slash(place.channel, place.ann, "town", name="Visby")
        assert "Visby" in (await interaction.response()).text
        await fake.until(lambda: bot.errors, 5, "an error")
        assert [code for code, _ in interaction.refusals] == [40060]


async def test_token_of_an_old_interaction_is_invalid(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, bot):
        place = Place(fake)
        interaction = await fake.slash(place.channel, place.ann, "town", name="Visby")
        await interaction.response()
        hook = discord.Webhook.partial(fake.bot_id, interaction.token, client=bot)
        await hook.send("in time")
        fake.clock.skip(15 * 60)
        with pytest.raises(discord.HTTPException) as late:
            await hook.send("too late")
        assert late.value.code == 50027
        assert [message.text for message in interaction.followups] == ["in time"]


async def test_interaction_without_an_answer_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(monkeypatch) as (fake, _):
        place = Place(fake)
        reply = await fake.reply_to(await fake.say(place.channel, place.ann, f"{fake.bot.mention} x"))
        interaction = fake.press_stale(place.channel, place.ann, "of-an-older-version", message=reply)
        with pytest.raises(TimeoutError, match="answered: None"):
            await interaction.response(timeout=0.1)
