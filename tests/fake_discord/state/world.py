"""All that exists in one fake Discord, and what happens in it; events go to `publish`, which the gateway sets."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ..limits import COMPONENTS_V2, EPHEMERAL, LOADING
from .messages import DEFAULT, REPLY, SETTABLE_FLAGS, Message, as_seen, everything_said, mentioned, whole
from .objects import DM, GROUP_DM, MEMBER_PERMISSIONS, PUBLIC_THREAD, Channel, Guild, Snowflakes, User, timestamp

Json = dict[str, Any]
T = TypeVar("T")

GUILDS = 1 << 0
GUILD_MESSAGES = 1 << 9
DIRECT_MESSAGES = 1 << 12
MESSAGE_CONTENT = 1 << 15

# event, payload for a session with these intents, the guild it is about, intents of which a session needs one (0: none)
Publish = Callable[[str, Callable[[int], Json], Guild | None, int], None]


class Clock:
    """Seconds that a test can move: `clock.skip(4)` makes interactions older by four seconds."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._skipped

    def skip(self, seconds: float) -> None:
        """Let `seconds` pass at once, for deadlines only: nothing sleeps shorter."""
        self._skipped += seconds


class World:
    """The state of the fake, with the application that the bot under test is."""

    def __init__(self) -> None:
        self.snowflakes = Snowflakes()
        self.clock = Clock()
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.files: dict[str, bytes] = {}
        self.base_url = ""
        self.bot = self.add_user("Bot under test", bot=True)
        self.application_id = self.bot.id
        self.owner = self.add_user("Operator")
        self.publish: Publish = lambda *_: None
        self._watchers: set[asyncio.Event] = set()

    # Waiting

    def changed(self) -> None:
        """Wake all who wait for something to happen."""
        for watcher in self._watchers:
            watcher.set()

    async def until(self, look: Callable[[], T | None], timeout: float, what: str) -> T:  # noqa: ASYNC109
        """The first true value that `look` returns; TimeoutError names `what` never came in `timeout` seconds.

        It looks whenever something happens here, and now and then, since the bot's own state changes unheard.
        """
        watcher = asyncio.Event()
        self._watchers.add(watcher)
        try:
            async with asyncio.timeout(timeout):
                while not (found := look()):
                    watcher.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(watcher.wait(), 0.05)
                return found
        except TimeoutError:
            raise TimeoutError(f"{what} did not come within {timeout:g} s") from None
        finally:
            self._watchers.discard(watcher)

    # People and places

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        user = User(self.snowflakes.next(), name, bot=bot, locale=locale)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, bot_is_member: bool = True, locale: str = "en-US") -> Guild:
        guild = Guild(self, self.snowflakes.next_place(), name, bot_is_member, locale)
        self.guilds[guild.id] = guild
        if bot_is_member:
            self.publish("GUILD_CREATE", lambda _: guild.gateway_payload(), guild, GUILDS)
        return guild

    def add_channel(
        self, guild: Guild, name: str, *, kind: int = 0, bot_permissions: int = MEMBER_PERMISSIONS
    ) -> Channel:
        channel = Channel(self, self.snowflakes.next(), kind, name, guild, bot_permissions=bot_permissions)
        return self._open(channel, "CHANNEL_CREATE")

    def add_thread(
        self, parent: Channel, name: str, *, owner: User | None = None, number: int | None = None
    ) -> Channel:
        """A public thread; one that starts from a message has that message's id."""
        people = (owner,) if owner else ()
        thread = Channel(self, number or self.snowflakes.next(), PUBLIC_THREAD, name, parent.guild, parent, people)
        thread.bot_permissions = parent.bot_permissions
        return self._open(thread, "THREAD_CREATE")

    def _open(self, channel: Channel, event: str) -> Channel:
        assert channel.guild is not None
        channel.guild.channels.append(channel)
        self.channels[channel.id] = channel
        if channel.guild.bot_is_member:
            self.publish(event, lambda _: channel.payload(), channel.guild, GUILDS)
        return channel

    def dm_channel(self, user: User) -> Channel:
        """The DM of `user` with the bot; always the same one."""
        for channel in self.channels.values():
            if channel.type == DM and channel.recipients == (user,):
                return channel
        return self._private(DM, "", (user,))

    def group_dm(self, *users: User, name: str = "") -> Channel:
        """A DM of people without the bot, where an app can be used that one of them installed."""
        return self._private(GROUP_DM if len(users) > 2 else DM, name, users)

    def _private(self, kind: int, name: str, users: tuple[User, ...]) -> Channel:
        channel = Channel(self, self.snowflakes.next(), kind, name, recipients=users)
        self.channels[channel.id] = channel
        return channel

    # Messages

    def post(
        self,
        channel: Channel,
        author: User,
        body: Mapping[str, Any],
        *,
        files: Sequence[tuple[str, bytes]] = (),
        extra: Mapping[str, Any] | None = None,
        reply_to: Message | None = None,
        kind: int | None = None,
    ) -> Message:
        """A new message with the `body` of a request, checked before; `extra` fields are put on top."""
        number = self.snowflakes.next()
        payload: Json = {"id": str(number), "channel_id": str(channel.id), "author": author.payload()}
        payload |= {"timestamp": timestamp(number), "edited_timestamp": None, "tts": False, "pinned": False}
        payload |= {"type": kind if kind is not None else REPLY if reply_to else DEFAULT, "flags": 0}
        if reply_to:
            reference = {"type": 0, "message_id": str(reply_to.id), "channel_id": str(channel.id)}
            payload["message_reference"] = reference | self._of_guild(channel)
            payload["referenced_message"] = dict(reply_to.payload) | {"referenced_message": None}
        if body.get("nonce") is not None:
            payload["nonce"] = body["nonce"]
        message = Message(payload, channel, author)
        message.payload |= (
            self._content(body, number, files) | self._mentions(channel, body, reply_to) | dict(extra or {})
        )
        channel.last_message_id = number
        self.messages[number] = message
        self._tell("MESSAGE_CREATE", message)
        return message

    def edit(self, message: Message, body: Mapping[str, Any], files: Sequence[tuple[str, bytes]] = ()) -> Message:
        """Put the fields of an edit's `body` into `message`; what was LOADING is so no longer."""
        old = message.payload
        merged = {key: old[key] for key in ("content", "embeds", "components")} | dict(body)
        merged["flags"] = (body.get("flags") or 0) & SETTABLE_FLAGS | old["flags"] & ~LOADING
        kept = [attachment for attachment in old["attachments"] if _keeps(body, attachment)]
        old |= self._content(merged, message.id, files, kept) | {"edited_timestamp": timestamp()}
        old |= self._mentions(message.channel, merged, None)
        message.edited_at.append(time.monotonic())
        self._tell("MESSAGE_UPDATE", message)
        return message

    def delete(self, message: Message) -> None:
        message.deleted = True
        self.messages.pop(message.id, None)
        body = {"id": str(message.id), "channel_id": str(message.channel.id), **self._of_guild(message.channel)}
        if message.channel.bot_is_here and not message.ephemeral:
            self.publish("MESSAGE_DELETE", lambda _: body, message.channel.guild, self._intent(message.channel))
        self.changed()

    def _content(
        self, body: Mapping[str, Any], number: int, files: Sequence[tuple[str, bytes]], kept: Sequence[Json] = ()
    ) -> Json:
        described = {str(given.get("id")): given for given in body.get("attachments") or []}
        attachments = [
            *kept,
            *(self._attach(number, index, name, data, described) for index, (name, data) in enumerate(files)),
        ]
        flags = (body.get("flags") or 0) & (SETTABLE_FLAGS | LOADING)
        content = "" if flags & COMPONENTS_V2 else (body.get("content") or "").strip()
        shown = {"content": content, "embeds": [{"type": "rich", **embed} for embed in body.get("embeds") or []]}
        components = whole(body.get("components") or [], attachments)
        return {**shown, "components": components, "attachments": attachments, "flags": flags}

    def _attach(self, number: int, index: int, name: str, data: bytes, described: Mapping[str, Json]) -> Json:
        path = f"/attachments/{number}/{index}/{name}"
        self.files[path] = data
        url = f"{self.base_url}{path}"
        body = {"id": str(self.snowflakes.next()), "filename": name, "size": len(data), "url": url, "proxy_url": url}
        description = described.get(str(index), {}).get("description")
        return body | ({"description": description} if description else {})

    def _mentions(self, channel: Channel, body: Mapping[str, Any], reply_to: Message | None) -> Json:
        allowed = body.get("allowed_mentions")
        users, roles, everyone = mentioned(everything_said(body), allowed)
        # Without a word on it a reply pings; with allowed_mentions it pings where `replied_user` says so.
        if reply_to and (allowed is None or allowed.get("replied_user")):
            users.add(reply_to.author.id)
        known = [self.users[user].payload() for user in sorted(users) if user in self.users]
        in_guild = channel.guild.roles if channel.guild else {}
        mentions = {"mentions": known, "mention_roles": [str(role) for role in sorted(roles) if role in in_guild]}
        return mentions | {"mention_everyone": everyone and channel.guild is not None}

    def _tell(self, event: str, message: Message) -> None:
        channel = message.channel
        if channel.bot_is_here and not message.ephemeral:
            body = dict(message.payload) | self._of_guild(channel)
            if channel.guild:
                body["member"] = channel.guild.member(message.author, with_user=False)
            self.publish(
                event,
                lambda intents: as_seen(body, self.bot, intent=bool(intents & MESSAGE_CONTENT)),
                channel.guild,
                self._intent(channel),
            )
        self.changed()

    @staticmethod
    def _of_guild(channel: Channel) -> Json:
        return {"guild_id": str(channel.guild.id)} if channel.guild else {}

    @staticmethod
    def _intent(channel: Channel) -> int:
        return GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES

    def is_from_bot(self, message: Message) -> bool:
        return message.author is self.bot and not message.flags & EPHEMERAL


def _keeps(body: Mapping[str, Any], attachment: Json) -> bool:
    given = body.get("attachments")
    return given is None or attachment["id"] in {str(entry.get("id")) for entry in given}
