"""/help: what the base is about, and every command with what it does."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_shell.cogs.interactions import asker_of
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.ui import wording


class HelpCog:
    """Answers /help, to the asker alone."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add the command to `tree`; it lists what is there when it is used."""
        desk = self._desk

        @tree.command(name="help", description=wording.in_words(wording.HELP), extras={"words": wording.HELP})
        async def show_help(interaction: discord.Interaction[Any]) -> None:
            language = desk.language(asker_of(interaction).locale)
            await delivery.respond(interaction, desk.help(language, described(tree, language)), ephemeral=True)


def described(tree: app_commands.CommandTree[Any], language: str) -> tuple[tuple[str, str], ...]:
    """The slash commands of `tree` with what they do, in `language` as far as their words have it."""
    pairs = []
    for command in tree.get_commands(type=discord.AppCommandType.chat_input):
        words: wording.Words = command.extras.get("words", {})
        pairs.append((f"/{command.name}", words.get(language) or command.description))
    return tuple(pairs)
