"""Questions in messages: a mention, a reply to the bot, a direct message, or anything in a channel that is read."""

from __future__ import annotations

from collections.abc import Collection

import discord

from bot.discord_shell.memory import Gate, Locales
from bot.discord_shell.replies import delivery
from bot.discord_shell.replies.desk import Asker, Desk
from bot.discord_shell.replies.errors import ErrorReplies
from bot.discord_shell.ui.question import question_in
from bot.rendering import Notice

# A mention alone is answered with "ask me something"; longer texts than this are cut, they hold no single question.
LONGEST_QUESTION = 1000

_OF_PEOPLE = (discord.MessageType.default, discord.MessageType.reply)


class MessageCog:
    """Answers messages that address the bot, and those of the read channels to which it has an answer.

    Their text reaches the bot without the privileged intent when they mention it, reply to it with a ping, or are
    direct. In read channels it stays silent rather than say that it does not know: nobody had asked it.
    """

    def __init__(
        self, *, desk: Desk, gate: Gate, locales: Locales, errors: ErrorReplies, read_channels: Collection[int]
    ) -> None:
        self._desk = desk
        self._gate = gate
        self._locales = locales
        self._errors = errors
        self._read_channels = frozenset(read_channels)

    async def answer(self, message: discord.Message, me: int) -> None:
        """Answer `message` if it is for the bot, whose user id is `me`."""
        if message.author.bot or message.webhook_id or message.type not in _OF_PEOPLE:
            return
        addressed = is_addressed(message, me)
        if not addressed and message.channel.id not in self._read_channels:
            return
        if not self._gate.first(message.id):
            return
        locale = self._locale(message)
        try:
            await (self._answer_question if addressed else self._answer_overheard)(message, locale)
        except Exception as error:  # the border: whatever happens, one message must not end in silence
            await self._errors.to_message(message, error, locale=locale)

    async def _answer_question(self, message: discord.Message, locale: str) -> None:
        verdict = self._gate.ask(message.author.id)
        if not verdict.wait:
            await delivery.reply_to(message, self._desk.ask(_text_of(message), _asker(message, locale)))
        elif verdict.news:
            language = self._desk.language(locale)
            await delivery.reply_to(message, self._desk.notice(Notice.COOLDOWN, language, wait=verdict.wait))

    async def _answer_overheard(self, message: discord.Message, locale: str) -> None:
        text = _text_of(message)
        reply = self._desk.ask(text, _asker(message, locale)) if text else None
        if reply and reply.certain and not self._gate.ask(message.author.id).wait:
            await delivery.reply_to(message, reply)

    def _locale(self, message: discord.Message) -> str:
        guild_id = getattr(message.channel, "guild_id", None) or (message.guild.id if message.guild else None)
        return self._locales.of(guild_id or message.author.id)


def is_addressed(message: discord.Message, me: int) -> bool:
    """Whether a message is for the bot: it is direct, mentions the bot, or replies to it with words."""
    if isinstance(message.channel, discord.DMChannel):
        return True
    if any(user.id == me for user in message.mentions):
        return True
    replied_to = message.reference.resolved if message.reference else None
    return isinstance(replied_to, discord.Message) and replied_to.author.id == me and bool(message.content)


def _text_of(message: discord.Message) -> str:
    return question_in(message.content)[:LONGEST_QUESTION]


def _asker(message: discord.Message, locale: str) -> Asker:
    return Asker(user_id=message.author.id, channel_id=message.channel.id, locale=locale)
