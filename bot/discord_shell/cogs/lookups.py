"""Looking things up by name: a command for each kind that the pack gives one, and /about for all other kinds.

No kind is known here. The commands come from the pack's declaration of its kinds: name, description, autocompletion.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.discord_shell.cogs.interactions import LONGEST_CHOICE, MOST_CHOICES, Name, asker_of, completions
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.ui import wording
from bot.discord_shell.ui.escaping import label
from bot.facts import in_language
from bot.facts.models import Kind

_log = logging.getLogger(__name__)

# All other commands, and room to spare under Discord's 100.
MOST_LOOKUPS = 80


class LookupCog:
    """Answers /KIND NAME and /about KIND NAME."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add the commands to `tree`. Call it after the others: a kind does not get a name that is taken."""
        self._register_about(tree)
        named = 0
        for kind_id, kind in self._desk.library.pack.kinds.items():
            if kind.command is None:
                continue
            if named == MOST_LOOKUPS or tree.get_command(kind.command) is not None:
                _log.warning("The kind %s cannot have the command /%s; it is under /about", kind_id, kind.command)
                continue
            self._register_kind(tree, kind_id, kind, kind.command)
            named += 1

    def _register_kind(self, tree: app_commands.CommandTree[Any], kind_id: str, kind: Kind, name: str) -> None:
        desk, words = self._desk, wording.look_up(kind)

        async def look_up(interaction: discord.Interaction[Any], name: Name) -> None:
            reply = desk.look_up(kind_id, name, asker_of(interaction))
            await delivery.respond(interaction, reply, ephemeral=not reply.found)

        async def complete(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            return completions(desk, typed, kind_id, interaction.locale)

        app_commands.describe(name=wording.in_words(wording.NAME))(look_up)
        command = tree.command(name=name, description=wording.in_words(words), extras={"words": words})(look_up)
        command.autocomplete("name")(complete)

    def _register_about(self, tree: app_commands.CommandTree[Any]) -> None:
        desk = self._desk

        @tree.command(name="about", description=wording.in_words(wording.ABOUT), extras={"words": wording.ABOUT})
        @app_commands.describe(kind=wording.in_words(wording.KIND), name=wording.in_words(wording.NAME))
        async def about(interaction: discord.Interaction[Any], kind: Name, name: Name) -> None:
            reply = desk.look_up(kind_named(kind, desk.library.pack.kinds), name, asker_of(interaction))
            await delivery.respond(interaction, reply, ephemeral=not reply.found)

        @about.autocomplete("kind")
        async def complete_kind(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            return kind_choices(typed, desk.library.pack.kinds, desk.language(str(interaction.locale)))

        @about.autocomplete("name")
        async def complete_name(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            kind = kind_named(interaction.namespace.kind or "", desk.library.pack.kinds)
            return completions(desk, typed, kind, interaction.locale)


def kind_named(text: str, kinds: Mapping[str, Kind]) -> str | None:
    """The id of the kind that `text` names, by its id or any of its words in any language; None for no kind at all."""
    wanted = text.casefold().strip()
    if wanted in kinds:
        return wanted
    return next((kind_id for kind_id, kind in kinds.items() if wanted in _names_of(kind)), None)


def kind_choices(typed: str, kinds: Mapping[str, Kind], language: str) -> list[app_commands.Choice[str]]:
    """The kinds that have a word beginning with `typed`; those without a command of their own first."""
    wanted = typed.casefold().strip()
    fitting = [
        (kind_id, kind) for kind_id, kind in kinds.items() if any(name.startswith(wanted) for name in _names_of(kind))
    ]
    fitting.sort(key=lambda pair: pair[1].command is not None)
    return [
        app_commands.Choice(name=label(in_language(kind.name, language), LONGEST_CHOICE), value=kind_id)
        for kind_id, kind in fitting[:MOST_CHOICES]
    ]


def _names_of(kind: Kind) -> set[str]:
    words = (word for language in kind.words.values() for word in language)
    return {name.casefold() for name in (*kind.name.values(), *kind.plural.values(), *words)}
