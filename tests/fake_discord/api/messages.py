"""Endpoints of channels: messages, typing, reactions, threads."""

from __future__ import annotations

from typing import Any

from ..limits import COMPONENTS_V2, EPHEMERAL, message_findings
from ..rules.findings import Finding, text
from ..state.messages import Message
from ..state.objects import (
    ATTACH_FILES,
    CREATE_THREADS,
    MANAGE_MESSAGES,
    READ_HISTORY,
    SEND_IN_THREADS,
    SEND_MESSAGES,
    Channel,
)
from ..state.world import World
from .application import visible_channel
from .server import ApiError, Request, Router, check

Json = dict[str, Any]


class MessagesApi:
    """Answers for `/channels/{channel}/...`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.typing: list[tuple[Channel, float]] = []
        """Where and when (monotonic) the bot showed that it types."""
        self._nonces: dict[tuple[int, str], Message] = {}

    def register(self, router: Router) -> None:
        """Add the endpoints."""
        base = "/channels/{channel}/messages"
        router.add("POST", base, self._send)
        router.add("GET", base, self._history)
        router.add("GET", base + "/{message}", self._get)
        router.add("PATCH", base + "/{message}", self._edit)
        router.add("DELETE", base + "/{message}", self._delete)
        router.add("PUT", base + "/{message}/reactions/{emoji}/@me", self._react)
        router.add("DELETE", base + "/{message}/reactions/{emoji}/@me", self._react)
        router.add("POST", base + "/{message}/threads", self._thread)
        router.add("POST", "/channels/{channel}/threads", self._thread)
        router.add("POST", "/channels/{channel}/typing", self._typing)

    def _writable(self, request: Request) -> Channel:
        channel = visible_channel(self.world, request)
        needed = SEND_IN_THREADS if channel.is_thread else SEND_MESSAGES
        if not channel.bot_permissions & needed or (request.files and not channel.bot_permissions & ATTACH_FILES):
            raise ApiError(403, 50013, "Missing Permissions")
        return channel

    def _message(self, request: Request) -> Message:
        channel = visible_channel(self.world, request)
        message = self.world.messages.get(int(request.args["message"]))
        if message is None or message.channel is not channel or message.ephemeral:
            raise ApiError(404, 10008, "Unknown Message")
        return message

    async def _send(self, request: Request) -> Json:
        channel = self._writable(request)
        body = request.body or {}
        check(message_findings(body, files=[name for name, _ in request.files]))
        nonce = (channel.id, str(body.get("nonce")))
        if body.get("enforce_nonce") and nonce in self._nonces:
            return self._nonces[nonce].payload
        sent = {**body, "flags": (body.get("flags") or 0) & ~EPHEMERAL}
        message = self.world.post(
            channel, self.world.bot, sent, files=request.files, reply_to=self._referenced(channel, body)
        )
        self._nonces[nonce] = message
        return message.payload

    def _referenced(self, channel: Channel, body: Json) -> Message | None:
        reference = body.get("message_reference")
        if not reference:
            return None
        if channel.guild and not channel.bot_permissions & READ_HISTORY:
            raise ApiError(403, 160002, "Cannot reply without permission to read message history")
        message = self.world.messages.get(int(reference["message_id"]))
        if (message is None or message.channel is not channel) and reference.get("fail_if_not_exists", True):
            path = ("message_reference",)
            check([Finding(path, "REPLIES_UNKNOWN_MESSAGE", "Unknown message")])
        return message if message and message.channel is channel else None

    async def _history(self, request: Request) -> list[Json]:
        channel = visible_channel(self.world, request)
        before = int(request.query.get("before", 1 << 63))
        after = int(request.query.get("after", 0))
        found = [
            message.payload
            for message in reversed(self.world.messages.values())
            if message.channel is channel and after < message.id < before and not message.ephemeral
        ]
        return found[: int(request.query.get("limit", 50))]

    async def _get(self, request: Request) -> Json:
        return self._message(request).payload

    async def _edit(self, request: Request) -> Json:
        message = self._message(request)
        if message.author is not self.world.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        check_edit(message, request)
        return self.world.edit(message, request.body or {}, request.files).payload

    async def _delete(self, request: Request) -> None:
        message = self._message(request)
        if message.author is not self.world.bot and not message.channel.bot_permissions & MANAGE_MESSAGES:
            raise ApiError(403, 50013, "Missing Permissions")
        self.world.delete(message)

    async def _react(self, request: Request) -> None:
        self._message(request)

    async def _typing(self, request: Request) -> None:
        channel = self._writable(request)
        self.typing.append((channel, request.at))

    async def _thread(self, request: Request) -> Json:
        parent = visible_channel(self.world, request)
        if not parent.bot_permissions & CREATE_THREADS:
            raise ApiError(403, 50013, "Missing Permissions")
        check(text(request.body, "name", 1, 100))
        number = self._message(request).id if "message" in request.args else None
        if number in self.world.channels:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        return self.world.add_thread(parent, request.body["name"], number=number).payload()


def check_edit(message: Message, request: Request) -> None:
    """Refuse an edit that makes `message` wrong: a layout stays one, and never gets a content."""
    body = request.body or {}
    flags = (body.get("flags") or 0) | (message.flags & COMPONENTS_V2)
    names = [name for name, _ in request.files]
    names += [attachment["filename"] for attachment in message.payload["attachments"]]
    merged = {"components": message.payload["components"], **body, "flags": flags}
    if flags & COMPONENTS_V2 and not message.flags & COMPONENTS_V2 and not message.loading:
        # What becomes a layout must lose its old text in the same edit.
        merged = {"content": message.content, "embeds": message.payload["embeds"], **merged}
    check(message_findings(merged, files=list(dict.fromkeys(names)), partial=True))
    if flags & COMPONENTS_V2 and not merged["components"]:
        raise ApiError(400, 50006, "Cannot send an empty message")
