"""Interactions: what Discord sends when people use commands, buttons, menus and forms, and what became of each."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from .messages import Message
from .objects import DM, MEMBER_PERMISSIONS, Channel, User
from .world import World

Json = dict[str, Any]

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
# Types of responses.
PONG, MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
ALLOWED_RESPONSES = {
    COMMAND: {MESSAGE, DEFER, MODAL},
    COMPONENT: {MESSAGE, DEFER, DEFER_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {MESSAGE, DEFER, DEFER_UPDATE, UPDATE},
}
IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL = 0, 1, 2
TOKEN_LIFE = 15 * 60


@dataclass(frozen=True, slots=True)
class Response:
    """What the bot answered to an interaction, once it is complete.

    `type` is of the first response (4 message, 5 deferred, 6 and 7 update, 8 choices, 9 modal). `elapsed` are the
    seconds from Discord's dispatch to that first response, `completed` those to the final text.
    """

    interaction: Interaction
    type: int
    message: Message | None
    choices: list[Json]
    modal: Json | None
    elapsed: float
    completed: float

    @property
    def text(self) -> str:
        """What people read."""
        return self.message.text if self.message else ""

    @property
    def ephemeral(self) -> bool:
        """Whether only the one who asked sees it."""
        return bool(self.message and self.message.ephemeral)

    @property
    def deferred(self) -> bool:
        """Whether people first saw "thinking"."""
        return self.type == DEFER


@dataclass(eq=False)
class Interaction:
    """One interaction. The server fills in what the bot does with it."""

    world: World = field(repr=False)
    payload: Json = field(repr=False)
    channel: Channel
    user: User
    source: Message | None = None
    """The message whose component was used."""
    option_type: int = 3
    """Of an autocompletion: the type of the option."""
    at: float = field(default_factory=time.monotonic)
    sent: float = 0
    """When it was sent, by the clock that deadlines go by."""
    callback: Json | None = None
    answered_at: float | None = None
    completed_at: float | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    deferral_open: bool = False
    refusals: list[tuple[int, str]] = field(default_factory=list)
    """(code, sentence) of every answer to this interaction that Discord refused."""

    @property
    def id(self) -> int:
        return int(self.payload["id"])

    @property
    def token(self) -> str:
        token: str = self.payload["token"]
        return token

    @property
    def type(self) -> int:
        kind: int = self.payload["type"]
        return kind

    @property
    def messages(self) -> list[Message]:
        """All that it brought: the response and the follow-ups, without those deleted."""
        first = [self.original] if self.original and self.original is not self.source else []
        return [message for message in [*first, *self.followups] if not message.deleted]

    async def acknowledged(self, timeout: float = 5) -> dict[str, Any]:  # noqa: ASYNC109
        """The first response (`type`, `data`), even if it only says that more will come."""
        return await self.world.until(lambda: self.callback, timeout, "a response")

    async def response(self, timeout: float = 10) -> Response:  # noqa: ASYNC109
        """The complete answer; waits through "thinking". TimeoutError: "The application did not respond"."""
        what = f"the complete answer to interaction {self.payload.get('data', {}).get('name') or self.type}"
        try:
            await self.world.until(lambda: self.completed_at, timeout, what)
        except TimeoutError as late:
            raise TimeoutError(f"{late}; answered: {self.callback}, refused: {self.refusals}") from None
        return self._as_response()

    def _as_response(self) -> Response:
        assert self.callback is not None
        assert self.answered_at is not None
        assert self.completed_at is not None
        kind, data = self.callback["type"], self.callback.get("data") or {}
        message = self.original
        if kind == DEFER_UPDATE and self.followups:
            message = self.followups[0]
        elapsed, completed = self.answered_at - self.at, self.completed_at - self.at
        choices = data.get("choices") or [] if kind == CHOICES else []
        return Response(self, kind, message, choices, data if kind == MODAL else None, elapsed, completed)

    def metadata(self) -> Json:
        """`interaction_metadata` of the messages that answer it."""
        body = {"id": str(self.id), "type": self.type, "user": self.user.payload()}
        body["authorizing_integration_owners"] = self.payload["authorizing_integration_owners"]
        if self.source:
            body["interacted_message_id"] = str(self.source.id)
        return body

    def is_over(self) -> bool:
        """Whether its token has expired."""
        return self.world.clock() - self.sent > TOKEN_LIFE


def build(
    world: World,
    kind: int,
    data: Json,
    channel: Channel,
    user: User,
    *,
    source: Message | None = None,
    user_installed: bool = False,
    option_type: int = 3,
) -> Interaction:
    """An interaction as Discord sends it from this place: in a server, in the bot's DM, or between people."""
    guild = channel.guild
    number = world.snowflakes.next()
    payload: Json = {"id": str(number), "application_id": str(world.application_id), "type": kind, "version": 1}
    payload |= {"token": f"aW50ZXJhY3Rpb246{number}{secrets.token_urlsafe(90)}", "data": data, "locale": user.locale}
    payload |= {"channel_id": str(channel.id), "entitlements": [], "entitlement_sku_ids": []}
    payload |= {"app_permissions": str(channel.bot_permissions), "attachment_size_limit": 10 * 1024 * 1024}
    payload |= {
        "context": context_of(channel),
        "authorizing_integration_owners": owners_of(channel, user, user_installed),
    }
    if guild:
        payload |= {"guild_id": str(guild.id), "guild_locale": guild.locale}
        payload["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
        payload["member"] = guild.member(user, with_permissions=True)
        payload["channel"] = channel.payload(permissions=guild.permissions_of(user))
    else:
        payload["user"] = user.payload()
        payload["channel"] = channel.payload(permissions=MEMBER_PERMISSIONS)
    if source:
        payload["message"] = dict(source.payload)
    return Interaction(world, payload, channel, user, source, option_type, sent=world.clock())


def context_of(channel: Channel) -> int:
    """Where an interaction comes from: 0 a server, 1 the bot's DM, 2 people's own DMs and groups."""
    if channel.guild:
        return IN_GUILD
    return IN_BOT_DM if channel.type == DM and len(channel.recipients) == 1 else IN_PRIVATE_CHANNEL


def owners_of(channel: Channel, user: User, user_installed: bool) -> Json:
    """Who installed the app: "0" the server (the bot's DM: "0"), "1" the user, who did so or else could not use it."""
    owners: Json = {}
    if channel.guild and channel.guild.bot_is_member:
        owners["0"] = str(channel.guild.id)
    elif context_of(channel) == IN_BOT_DM:
        owners["0"] = "0"
    if user_installed or not owners:
        owners["1"] = str(user.id)
    return owners
