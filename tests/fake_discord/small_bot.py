"""A small bot on the real client, against which the fake is proven."""

from __future__ import annotations

import asyncio
import contextlib
import re
import sys
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

from . import FakeDiscord

MENTIONS_ONLY = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
WITH_CONTENT = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=True)


class VoteButton(ui.DynamicItem[ui.Button[Any]], template=r"vote:(?P<fact>[a-z]+)"):
    def __init__(self, fact: str) -> None:
        super().__init__(ui.Button(label="Helpful", custom_id=f"vote:{fact}"))
        self.fact = fact

    @classmethod
    async def from_custom_id(cls, _interaction: Any, _item: Any, match: re.Match[str], /) -> VoteButton:
        return cls(match["fact"])

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"voted for {self.fact}", ephemeral=True)


class TopicMenu(ui.DynamicItem[ui.Select[Any]], template=r"topic"):
    def __init__(self) -> None:
        options = [discord.SelectOption(label=name, value=name[0].lower()) for name in ("Lübeck", "Bergen")]
        super().__init__(ui.Select(custom_id="topic", placeholder="Which town?", options=options))

    @classmethod
    async def from_custom_id(cls, _interaction: Any, _item: Any, _match: re.Match[str], /) -> TopicMenu:
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        await interaction.response.edit_message(view=answer_view(f"chosen: {data['values'][0]}"))


class FactForm(ui.Modal, title="A new fact"):
    fact: ui.Label[Any] = ui.Label(text="Fact", component=ui.TextInput(custom_id="fact", max_length=50))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.fact.component, ui.TextInput)
        await interaction.response.send_message(f"saved: {self.fact.component.value}")


def answer_view(text: str) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    section: ui.Section[Any] = ui.Section(ui.TextDisplay(text), accessory=VoteButton("hansa"))
    view.add_item(ui.Container(section, ui.Separator(), ui.ActionRow(TopicMenu())))
    return view


class SmallBot(discord.Client):
    """Answers mentions, replies and DMs, has a command of each kind, and resumes without a pause."""

    def __init__(self, fake: FakeDiscord, intents: discord.Intents, **options: Any) -> None:
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none(), **options)
        self.fake = fake
        self.seen: list[discord.Message] = []
        self.errors: list[BaseException | None] = []
        self.tree = app_commands.CommandTree(self)
        self.tree.error(self.failed)
        add_commands(self.tree)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """No pause of five seconds before a second IDENTIFY."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(VoteButton, TopicMenu)
        _, url, _ = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
        await self.tree.sync()

    async def failed(self, interaction: discord.Interaction, error: BaseException) -> None:
        self.errors.append(error)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        self.errors.append(sys.exc_info()[1])

    async def on_message(self, message: discord.Message) -> None:
        assert self.user is not None
        if message.author.id == self.user.id:
            return
        self.seen.append(message)
        if message.guild is None or self.user in message.mentions:
            content = message.content.replace(self.user.mention, "").strip()
            if content == "too long":
                await message.reply("x" * 2001)
            else:
                await message.reply(view=answer_view(f"You asked: {content} @everyone"))


def add_commands(tree: app_commands.CommandTree[SmallBot]) -> None:
    @tree.command(description="A town")
    async def town(interaction: discord.Interaction, name: str, year: int | None = None) -> None:
        await interaction.response.send_message(view=answer_view(f"{name} {year} {interaction.context}"))

    @town.autocomplete("name")
    async def complete(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        names = ["Lübeck", "Bergen", "Bruges"]
        return [app_commands.Choice(name=name, value=name.lower()) for name in names if current in name.lower()]

    @tree.command(description="Slow")
    async def slow(interaction: discord.Interaction, edits: bool = False) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        if edits:
            await interaction.edit_original_response(view=answer_view("edited in"))
            return
        await interaction.followup.send("at last")
        await interaction.followup.send("and more", ephemeral=True)

    @tree.command(description="Late")
    async def late(interaction: discord.Interaction[SmallBot]) -> None:
        interaction.client.fake.clock.skip(4)
        await interaction.response.send_message("too late")

    @tree.command(description="Twice")
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("once")
        await interaction.client.http.request(
            Route("POST", f"/interactions/{interaction.id}/{interaction.token}/callback"),
            json={"type": 4, "data": {"content": "again"}},
        )

    group = app_commands.Group(
        name="base", description="The base", default_permissions=discord.Permissions(manage_guild=True)
    )

    @group.command(name="add", description="Add a fact")
    async def add(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(FactForm())

    tree.add_command(group)

    @tree.context_menu(name="Answer this")
    @app_commands.allowed_installs(guilds=True, users=True)
    async def answer_this(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"about {message.content!r}, {interaction.is_user_integration()}")


@contextlib.asynccontextmanager
async def running(
    monkeypatch: pytest.MonkeyPatch,
    intents: discord.Intents = MENTIONS_ONLY,
    client: dict[str, Any] | None = None,
    **options: Any,
) -> AsyncIterator[tuple[FakeDiscord, SmallBot]]:
    async with FakeDiscord(**options) as fake:
        monkeypatch.setattr(Route, "BASE", fake.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(fake.gateway_url))
        bot = SmallBot(fake, intents, **(client or {}))
        task = asyncio.create_task(bot.start(fake.token))
        try:
            await asyncio.wait([asyncio.create_task(fake.ready()), task], return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                await task
            yield fake, bot
        finally:
            await bot.close()
            await asyncio.wait([task])


class Place:
    """A server with a channel, and a member."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.guild = fake.add_guild("Reading room", locale="de")
        self.channel = self.guild.add_channel("questions")
        self.ann = fake.add_user("Ann", locale="ru")
