"""/date: what happened on a day."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_shell.cogs.interactions import Name, asker_of
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.ui import wording


class DayCog:
    """Answers /date."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add the command to `tree`."""
        desk = self._desk

        @tree.command(name="date", description=wording.in_words(wording.DATE), extras={"words": wording.DATE})
        @app_commands.describe(day=wording.in_words(wording.DAY))
        async def date(interaction: discord.Interaction[Any], day: Name) -> None:
            reply = desk.on_day(day, asker_of(interaction))
            await delivery.respond(interaction, reply, ephemeral=not reply.found)
