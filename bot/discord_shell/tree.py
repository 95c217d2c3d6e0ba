"""The tree of commands: lets interactions in by the gate, hands errors on, and uploads itself when it has changed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

from bot.discord_shell.memory import Gate, Locales
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.delivery import AnyInteraction
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.replies.errors import ErrorReplies
from bot.rendering import Notice

_log = logging.getLogger(__name__)

SYNC_SECONDS = 30.0

# What a command is to its users. Discord gives back more (ids, versions) and leaves out what is empty.
_COMPARED = (
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "contexts",
    "integration_types",
    "default_member_permissions",
    "nsfw",
    "required",
    "autocomplete",
    "choices",
    "min_length",
    "max_length",
    "value",
)


class Doorkeeper:
    """Admits each interaction once, and tells its user to wait when there were too many."""

    def __init__(self, *, desk: Desk, gate: Gate, locales: Locales) -> None:
        self._desk = desk
        self._gate = gate
        self._locales = locales

    async def admits(self, interaction: AnyInteraction) -> bool:
        """Whether to go on with the interaction. When not, it needs no answer any more."""
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        if not self._gate.first(interaction.id):
            return False
        self._learn(interaction)
        verdict = self._gate.ask(interaction.user.id) if interaction.user else None
        if verdict is None or not verdict.wait:
            return True
        language = self._desk.language(str(interaction.locale))
        notice = self._desk.notice(Notice.COOLDOWN, language, wait=verdict.wait)
        await delivery.respond(interaction, notice, ephemeral=True)
        return False

    def _learn(self, interaction: AnyInteraction) -> None:
        """Remember the language of this place, for questions in messages, which do not say it."""
        if interaction.guild_id and interaction.guild_locale:
            self._locales.learn(interaction.guild_id, str(interaction.guild_locale))
        if interaction.user:
            self._locales.learn(interaction.user.id, str(interaction.locale))


class Tree(app_commands.CommandTree[Any]):
    """All commands, usable in servers, direct messages and anywhere else by users who installed the app."""

    def __init__(self, client: discord.Client, *, doorkeeper: Doorkeeper, errors: ErrorReplies) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self._doorkeeper = doorkeeper
        self._errors = errors

    async def interaction_check(self, interaction: AnyInteraction, /) -> bool:
        """Whether the command may run. Errors of the check itself are answered here: nobody above would."""
        try:
            return await self._doorkeeper.admits(interaction)
        except Exception as error:  # the border: whatever happens, one event must not end the task in silence
            await self._errors.to_interaction(interaction, error)
            return False

    async def on_error(self, interaction: AnyInteraction, error: app_commands.AppCommandError, /) -> None:
        """Called by discord.py with whatever a command raised."""
        await self._errors.to_interaction(interaction, error)

    async def payload(self) -> list[dict[str, Any]]:
        """All commands with their translations, as they are uploaded."""
        commands = self.get_commands()
        translator = self.translator
        if translator is None:
            return [command.to_dict(self) for command in commands]
        return [await command.get_translated_payload(self, translator) for command in commands]

    async def upload_if_changed(self) -> bool:
        """Make Discord's list of commands ours, if it is not; True when it had to be uploaded.

        Discord limits uploads, and an unchanged list is one read. Never raises: the bot also answers mentions, and a
        list of yesterday is better than no bot.
        """
        try:
            async with asyncio.timeout(SYNC_SECONDS):
                if comparable(await self._uploaded()) == comparable(await self.payload()):
                    _log.info("The commands at Discord are up to date")
                    return False
                uploaded = await self.sync()
        except (*delivery.TRANSIENT, discord.HTTPException, app_commands.AppCommandError) as error:
            _log.warning("The commands could not be uploaded: %s", error)
            return False
        _log.info("Uploaded %d commands", len(uploaded))
        return True

    async def _uploaded(self) -> list[dict[str, Any]]:
        """The commands that Discord has. discord.py's own request for them leaves the translations out."""
        route = Route("GET", "/applications/{application_id}/commands", application_id=self.client.application_id)
        known: list[dict[str, Any]] = await self.client.http.request(route, params={"with_localizations": "true"})
        return known


def comparable(commands: Sequence[Mapping[str, Any]]) -> list[Any]:
    """`commands` in a form in which two equal lists are equal, whoever wrote them."""
    return sorted((_essence(command) for command in commands), key=repr)


def _essence(value: Any) -> Any:
    """The parts of a command that its users see, without empty ones; contexts and installs in order."""
    if isinstance(value, Mapping):
        parts = {key: _part(key, part) for key, part in sorted(value.items()) if key in _COMPARED}
        return {key: part for key, part in parts.items() if part not in (None, False, [], {}, "")}
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [_essence(item) for item in value]
        return sorted(items) if all(isinstance(item, int) for item in items) else items
    return value


def _part(key: str, value: Any) -> Any:
    """Translations are taken whole: their keys are languages, "id" among them."""
    return dict(sorted(value.items())) if key.endswith("_localizations") and value else _essence(value)
