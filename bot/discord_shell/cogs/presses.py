"""Pressed buttons: sources, related facts and things, and "which did you mean?".

Where an answer goes: a choice made by the user who was asked takes the place of the question, so that all see the
answer and the channel keeps one message. Anything else is shown to the one who pressed alone: leafing through a card
is nobody else's business.
"""

from __future__ import annotations

from bot.discord_shell.cogs.interactions import asker_of
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.delivery import AnyInteraction
from bot.discord_shell.replies.desk import Desk
from bot.discord_shell.ui.custom_ids import Press
from bot.rendering import Notice


class PressCog:
    """Answers buttons. It keeps nothing of them: a button of last year works like one of today."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    async def answer(self, interaction: AnyInteraction, press: Press | None) -> None:
        """Show where `press` leads; None, a button of another version, is told to be gone."""
        asker = asker_of(interaction)
        if press is None:
            notice = self._desk.notice(Notice.GONE, self._desk.language(asker.locale))
            await delivery.respond(interaction, notice, ephemeral=True)
            return
        chooses = press.asker is not None and press.asker == asker.user_id
        reply = self._desk.follow(press.verb, press.target, press.language, asker if chooses else None)
        if chooses and reply.found:
            await delivery.update(interaction, reply)
        else:
            await delivery.respond(interaction, reply, ephemeral=True)
