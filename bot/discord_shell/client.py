"""The connection to Discord, with everything wired to it."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Collection
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord_shell.cogs.ask import AskCog
from bot.discord_shell.cogs.days import DayCog
from bot.discord_shell.cogs.help import HelpCog
from bot.discord_shell.cogs.lookups import LookupCog
from bot.discord_shell.cogs.messages import MessageCog
from bot.discord_shell.cogs.presses import PressCog
from bot.discord_shell.cogs.sources import SourceCog
from bot.discord_shell.memory import Gate, Locales
from bot.discord_shell.replies.delivery import AnyInteraction
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.replies.errors import ErrorReplies
from bot.discord_shell.tree import Doorkeeper, Tree
from bot.discord_shell.ui.buttons import CardButton
from bot.discord_shell.ui.custom_ids import PATTERN, Press
from bot.discord_shell.ui.wording import CarriedTranslator

_log = logging.getLogger(__name__)


def intents_for(read_channels: Collection[int]) -> discord.Intents:
    """The events to ask Discord for: messages, and their content only where channels are read.

    Not the `guilds` intent: commands, mentions, replies and direct messages work without it, and it costs most of the
    memory (on 10,000 servers 266 MB with it, 64 MB without).
    """
    intents = discord.Intents.none()
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = bool(read_channels)
    return intents


def point_at(api_url: str) -> None:
    """Send all HTTP requests to `api_url` instead of Discord's own address. Holds for the whole process."""
    Route.BASE = api_url


class HistoryClient(discord.AutoShardedClient):
    """The bot's connection: as many shards as Discord wants, no caches, no pings.

    Resources come in by keyword; whoever opened them closes them.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        gate: Gate,
        locales: Locales,
        read_channels: Collection[int] = (),
        sync_commands: bool = True,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice, so no advice on it
        super().__init__(
            intents=intents_for(read_channels),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
        )
        errors = ErrorReplies(desk=desk)
        self._errors = errors
        self._doorkeeper = Doorkeeper(desk=desk, gate=gate, locales=locales)
        self._sync_commands = sync_commands
        self._background: set[asyncio.Task[Any]] = set()
        self._presses = PressCog(desk=desk)
        self._messages = MessageCog(desk=desk, gate=gate, locales=locales, errors=errors, read_channels=read_channels)
        self.tree = Tree(self, doorkeeper=self._doorkeeper, errors=errors)
        for cog in (
            AskCog(desk=desk),
            DayCog(desk=desk),
            SourceCog(desk=desk),
            HelpCog(desk=desk),
            LookupCog(desk=desk),
        ):
            cog.register(self.tree)
        self.add_dynamic_items(CardButton)
        self._survive_bad_events()

    async def setup_hook(self) -> None:
        """Called by discord.py once it is logged in."""
        await self.tree.set_translator(CarriedTranslator())
        if self._sync_commands:
            task = asyncio.create_task(self.tree.upload_if_changed(), name="upload-commands")
            self._background.add(task)
            task.add_done_callback(self._background.discard)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard. A session that was lost is begun anew at the gateway that Discord named for us.

        discord.py would go to its built-in address then, past any proxy.
        """
        DiscordWebSocket.DEFAULT_GATEWAY = gateway
        await super().launch_shard(gateway, shard_id, initial=initial)

    # Events

    async def on_message(self, message: discord.Message) -> None:
        """A message was posted somewhere the bot can see."""
        if self.user is not None:
            await self._messages.answer(message, self.user.id)

    async def on_interaction(self, interaction: AnyInteraction) -> None:
        """Any interaction came; those that nobody else takes are buttons of another version."""
        is_component = interaction.type is discord.InteractionType.component
        if is_component and not PATTERN.fullmatch(interaction.custom_id or ""):
            await self.press(interaction, None)

    async def on_shard_ready(self, shard_id: int) -> None:
        """A shard has begun a session."""
        _log.info("Shard %d is connected", shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A shard has taken its session up again, and gets what it missed."""
        _log.info("Shard %d is connected again", shard_id)

    async def press(self, interaction: AnyInteraction, press: Press | None) -> None:
        """A button was pressed; None for one that this version does not know."""
        try:
            if await self._doorkeeper.admits(interaction):
                await self._presses.answer(interaction, press)
        except Exception as error:  # the border: whatever happens, one press must not end in silence
            await self._errors.to_interaction(interaction, error)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Called by discord.py when a handler of events raised. The event itself, which names people, is not logged."""
        error = sys.exc_info()[1]
        if error is not None:
            _log.error("The handler %s failed", event_method)
            self._errors.log(error)

    def _survive_bad_events(self) -> None:
        """Drop an event that discord.py cannot read, with a line in the log: it would end the whole process."""
        parsers: dict[str, Callable[[Any], None]] = self._connection.parsers
        for event, parse in parsers.items():
            if event not in {"READY", "RESUMED"}:
                parsers[event] = _guarded(event, parse)


def _guarded(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    def parse_or_drop(data: Any) -> None:
        try:
            parse(data)
        except Exception:  # the border: what Discord sends is not ours to trust
            _log.exception("Dropped an event %s that could not be read", event)

    return parse_or_drop
