"""/sources: the bibliography of the base, or the sources of one thing in it."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_shell.cogs.interactions import Name, asker_of, completions
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.ui import wording


class SourceCog:
    """Answers /sources, to the asker alone: a bibliography is long."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add the command to `tree`."""
        desk = self._desk

        @tree.command(name="sources", description=wording.in_words(wording.SOURCES), extras={"words": wording.SOURCES})
        @app_commands.describe(name=wording.in_words(wording.SOURCES_OF))
        async def sources(interaction: discord.Interaction[Any], name: Name | None = None) -> None:
            asker = asker_of(interaction)
            reply = desk.sources_of(name, asker) if name else desk.bibliography(desk.language(asker.locale))
            await delivery.respond(interaction, reply, ephemeral=True)

        @sources.autocomplete("name")
        async def complete(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            return completions(desk, typed, None, interaction.locale)
