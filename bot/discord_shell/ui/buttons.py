"""The one kind of button that the bot has. All it knows is in its custom_id."""

from __future__ import annotations

import re
from typing import Any, Protocol

import discord

from bot.discord_shell.ui.custom_ids import PATTERN, Press, decode, encode
from bot.discord_shell.ui.escaping import label
from bot.rendering.card import Action

LONGEST_LABEL = 80  # Discord's limit of a button's label


class Presses(Protocol):
    """What a client offers to its buttons."""

    async def press(self, interaction: discord.Interaction[Any], press: Press | None) -> None:
        """Answer a pressed button; None for one whose custom_id cannot be read."""


class CardButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=PATTERN):
    """A button of a card. Discord gives its custom_id back when it is pressed, and that is all it needs."""

    def __init__(self, press: Press | None, button: discord.ui.Button[discord.ui.LayoutView]) -> None:
        super().__init__(button)
        self.press = press

    @classmethod
    def of(cls, action: Action, *, language: str, asker: int | None) -> CardButton:
        """The button for `action`. With an `asker` it is a choice that this user was asked to make."""
        press = Press(action.verb, action.target, language, asker)
        style = discord.ButtonStyle.secondary if asker is None else discord.ButtonStyle.primary
        words = label(action.label, LONGEST_LABEL) or "…"
        return cls(press, discord.ui.Button(style=style, label=words, custom_id=encode(press)))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> CardButton:
        """The button that was pressed, from its custom_id alone."""
        button: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(custom_id=match.string)
        return cls(decode(match.string), button)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        client: Presses = interaction.client
        await client.press(interaction, self.press)
