"""The one place that turns errors into replies, or into silence, and into a line of the log.

What went wrong                                               the user reads      the log
1. a command of an older version (not found, other options)   "no longer there"   info
2. Discord has our answer already                             nothing             debug
3. Discord waits no more for our answer (its 3 s are over)    nothing             warning
4. a permission is missing                                    "not allowed here"  info
5. what we answer to is deleted                               nothing             info
6. Discord is down, slow, cut off or wants fewer requests     nothing             warning
7. anything else: our own mistake                             "that went wrong"   error, with its traceback

Nothing is said twice: a reply to an error is sent only while the interaction has no other answer. The log names
neither users nor what they wrote.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

import discord
from discord import app_commands

from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.delivery import ALREADY_ANSWERED, TRANSIENT, UNKNOWN_INTERACTION, AnyInteraction
from bot.discord_shell.replies.desk import Desk
from bot.rendering import Notice

_log = logging.getLogger(__name__)

TOO_MANY_REQUESTS = 429

_OUTDATED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an error means: the notice for the user, if any; how severe it is; and a sentence for the log."""

    notice: Notice | None
    level: int
    sentence: str


def judge(error: BaseException) -> Judgement:
    """The line of the table above that `error` belongs to; an error that a command wraps is judged by itself."""
    if isinstance(error, app_commands.CommandInvokeError):
        return judge(error.original)
    code = error.code if isinstance(error, discord.HTTPException) else None
    if isinstance(error, _OUTDATED):
        return Judgement(Notice.GONE, logging.INFO, "A command of an older version was used")
    if isinstance(error, discord.InteractionResponded) or code == ALREADY_ANSWERED:
        return Judgement(None, logging.DEBUG, "Discord had the answer already")
    if code == UNKNOWN_INTERACTION:
        return Judgement(None, logging.WARNING, "The answer came too late for Discord")
    if isinstance(error, discord.Forbidden):
        return Judgement(Notice.FORBIDDEN, logging.INFO, f"Discord does not allow this here (error {code})")
    if isinstance(error, discord.NotFound):
        return Judgement(None, logging.INFO, f"What this was about is deleted (error {code})")
    too_much = isinstance(error, discord.HTTPException) and error.status == TOO_MANY_REQUESTS
    if too_much or isinstance(error, (*TRANSIENT, discord.RateLimited)):
        return Judgement(None, logging.WARNING, f"Discord could not be reached ({type(error).__name__})")
    return Judgement(Notice.BROKEN, logging.ERROR, "Something broke")


class ErrorReplies:
    """Answers errors, as the table says."""

    def __init__(self, *, desk: Desk) -> None:
        self._desk = desk

    async def to_interaction(self, interaction: AnyInteraction, error: BaseException) -> None:
        """Log `error`, and tell the user of the interaction where there is something to tell."""
        judgement = self.log(error)
        if judgement.notice is None or interaction.type is discord.InteractionType.autocomplete:
            return
        language = self._desk.language(str(interaction.locale))
        try:
            await delivery.respond(interaction, self._desk.notice(judgement.notice, language), ephemeral=True)
        except Exception as another:  # what cannot even be said is logged, and that is all
            self.log(another)

    async def to_message(self, message: discord.Message, error: BaseException, *, locale: str) -> None:
        """Log `error`, and answer the message where something of ours broke; other notices would only be noise."""
        if self.log(error).notice is not Notice.BROKEN or isinstance(error, discord.HTTPException):
            return
        try:
            await delivery.reply_to(message, self._desk.notice(Notice.BROKEN, self._desk.language(locale)))
        except Exception as another:  # what cannot even be said is logged, and that is all
            self.log(another)

    @staticmethod
    def log(error: BaseException) -> Judgement:
        """Write the line of the log that `error` deserves, with the traceback where the mistake is ours."""
        judgement = judge(error)
        original = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        _log.log(judgement.level, judgement.sentence, exc_info=original if judgement.level >= logging.ERROR else None)
        return judgement


class AutocompleteFilter(logging.Filter):
    """Takes users and servers out of what discord.py logs when an autocompletion fails.

    Most fail because the user typed on and Discord lost interest; those lines go, the others lose their names.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to keep the line."""
        if not isinstance(record.msg, str) or "in autocomplete" not in record.msg:
            return True
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and judge(error).level < logging.ERROR:
            return False
        record.msg, record.args = "An autocompletion failed", ()
        return True
