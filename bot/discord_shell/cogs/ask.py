"""Questions by command: /ask, and "Answer this" on a message."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_shell.cogs.interactions import asker_of
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.ui import wording
from bot.discord_shell.ui.question import question_in
from bot.rendering import Notice

LONGEST_QUESTION = 1000


class AskCog:
    """Answers /ask and "Answer this". What is not in the base is told to the asker alone."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add the commands to `tree`."""
        desk = self._desk

        @tree.command(name="ask", description=wording.in_words(wording.ASK), extras={"words": wording.ASK})
        @app_commands.describe(question=wording.in_words(wording.QUESTION))
        async def ask(
            interaction: discord.Interaction[Any], question: app_commands.Range[str, 1, LONGEST_QUESTION]
        ) -> None:
            reply = desk.ask(question, asker_of(interaction))
            await delivery.respond(interaction, reply, ephemeral=not reply.found)

        @tree.context_menu(name=wording.in_words(wording.ANSWER_THIS))
        async def answer_this(interaction: discord.Interaction[Any], message: discord.Message) -> None:
            asker = asker_of(interaction)
            if not (text := question_in(message.content)):
                notice = desk.notice(Notice.NO_TEXT, desk.language(asker.locale))
                await delivery.respond(interaction, notice, ephemeral=True)
                return
            reply = desk.ask(text[:LONGEST_QUESTION], asker)
            await delivery.respond(interaction, reply, ephemeral=not reply.found)
