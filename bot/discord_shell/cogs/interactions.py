"""What all commands have in common: who asks by an interaction, and what to offer while they type."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord_shell.replies.delivery import AnyInteraction
from bot.discord_shell.replies.desk import Asker, Desk
from bot.discord_shell.ui.escaping import label

LONGEST_CHOICE = 100  # Discord's limit of the name and the value of a choice
MOST_CHOICES = 25

Name = app_commands.Range[str, 1, 100]


def asker_of(interaction: AnyInteraction) -> Asker:
    """Who asks, and where. Discord may leave out user and channel, which then count as nobody and nowhere."""
    user = interaction.user
    return Asker(user_id=user.id if user else 0, channel_id=interaction.channel_id or 0, locale=str(interaction.locale))


def completions(desk: Desk, typed: str, kind: str | None, locale: discord.Locale) -> list[app_commands.Choice[str]]:
    """Lines of autocomplete whose values are ids, so that a picked one means exactly that thing."""
    found = desk.complete(typed, kind, str(locale))[:MOST_CHOICES]
    return [app_commands.Choice(name=label(each.label, LONGEST_CHOICE), value=each.entity.id) for each in found]
