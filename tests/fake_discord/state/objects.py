"""The people and places of the fake: snowflakes, users, guilds, channels, and their JSON as Discord gives it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .world import World

DISCORD_EPOCH_MS = 1_420_070_400_000

ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_HISTORY = 1 << 16
USE_COMMANDS = 1 << 31
CREATE_THREADS = 1 << 35
SEND_IN_THREADS = 1 << 38
MEMBER_PERMISSIONS = (
    VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_HISTORY
    | USE_COMMANDS
    | CREATE_THREADS
    | SEND_IN_THREADS
)

TEXT, DM, GROUP_DM, NEWS, PUBLIC_THREAD, FORUM = 0, 1, 3, 5, 11, 15
THREADS = frozenset({10, PUBLIC_THREAD, 12})


class Snowflakes:
    """Ids of 64 bits, each above the ones before, that tell their time as Discord's do."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._last = 0

    def next(self, *, step: int = 1) -> int:
        """A new id, at least `step` above the last one."""
        clock = (int(self._now() * 1000) - DISCORD_EPOCH_MS) << 22
        self._last = max(self._last + step, clock)
        return self._last

    def next_place(self) -> int:
        """A new id for a guild: its shard is counted from the time part, so each gets a millisecond of its own."""
        return self.next(step=1 << 22)


def timestamp(snowflake: int | None = None) -> str:
    """The time of a snowflake (or now) in ISO 8601, as Discord writes it."""
    seconds = time.time() if snowflake is None else ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat()


@dataclass(eq=False, slots=True)
class User:
    """A person or a bot. `locale` is the language of their Discord client, which interactions carry."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"

    @property
    def mention(self) -> str:
        """How a message mentions them."""
        return f"<@{self.id}>"

    def payload(self) -> dict[str, Any]:
        """The user object."""
        return {
            "id": str(self.id),
            "username": self.name.lower().replace(" ", "_"),
            "discriminator": "0",
            "global_name": None if self.bot else self.name,
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
        }


@dataclass(eq=False, slots=True)
class Channel:
    """A text channel, a thread, a DM or a group DM, by `type`. `bot_permissions` are what the bot may do there."""

    world: World = field(repr=False)
    id: int
    type: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    recipients: tuple[User, ...] = ()
    bot_permissions: int = MEMBER_PERMISSIONS
    last_message_id: int | None = None

    @property
    def mention(self) -> str:
        """How a message mentions it."""
        return f"<#{self.id}>"

    @property
    def is_thread(self) -> bool:
        """Whether it hangs under another channel."""
        return self.type in THREADS

    @property
    def bot_is_here(self) -> bool:
        """Whether the bot gets this channel's events and may write there with its token."""
        if self.guild is not None:
            return self.guild.bot_is_member
        return self.world.bot in self.recipients or (self.type == DM and len(self.recipients) == 1)

    def add_thread(self, name: str, *, owner: User | None = None) -> Channel:
        """A public thread under this channel, which the bot hears of (THREAD_CREATE)."""
        return self.world.add_thread(self, name, owner=owner)

    def payload(self, *, permissions: int | None = None) -> dict[str, Any]:
        """The channel object; with `permissions`, the partial one that interactions carry."""
        body: dict[str, Any] = {"id": str(self.id), "type": self.type, "flags": 0}
        body["last_message_id"] = str(self.last_message_id) if self.last_message_id else None
        if self.guild is None:
            body["recipients"] = [user.payload() for user in self.recipients if user is not self.world.bot]
            if self.type == GROUP_DM:
                body |= {"name": self.name, "icon": None, "owner_id": body["recipients"][0]["id"]}
        else:
            body |= {"guild_id": str(self.guild.id), "name": self.name, "rate_limit_per_user": 0}
            body["parent_id"] = str(self.parent.id) if self.parent else None
            body |= self._thread_fields() if self.is_thread else self._channel_fields()
        if permissions is not None:
            body["permissions"] = str(permissions)
        return body

    def _channel_fields(self) -> dict[str, Any]:
        return {"position": 0, "permission_overwrites": [], "nsfw": False, "topic": None}

    def _thread_fields(self) -> dict[str, Any]:
        metadata = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": timestamp(self.id)}
        metadata |= {"locked": False, "create_timestamp": timestamp(self.id)}
        owner = self.recipients[0] if self.recipients else self.world.bot
        counts = {"message_count": 0, "member_count": 1, "total_message_sent": 0}
        return {"owner_id": str(owner.id), "thread_metadata": metadata, **counts}


@dataclass(eq=False, slots=True)
class Guild:
    """A server. Without `bot_is_member` the app is there only through members who installed it for themselves."""

    world: World = field(repr=False)
    id: int
    name: str
    bot_is_member: bool = True
    locale: str = "en-US"
    channels: list[Channel] = field(default_factory=list)
    members: dict[int, User] = field(default_factory=dict)
    permissions: dict[int, int] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    roles_of: dict[int, list[int]] = field(default_factory=dict)

    def add_channel(self, name: str, *, type: int = TEXT, bot_permissions: int = MEMBER_PERMISSIONS) -> Channel:  # noqa: A002
        """A channel, which the bot hears of (CHANNEL_CREATE)."""
        return self.world.add_channel(self, name, kind=type, bot_permissions=bot_permissions)

    def add_role(self, name: str) -> int:
        """A role; its id."""
        role = self.world.snowflakes.next()
        self.roles[role] = name
        return role

    def allow(self, user: User, permissions: int) -> None:
        """Let a member do more than members do: `guild.allow(ann, MANAGE_GUILD)`."""
        self.permissions[user.id] = MEMBER_PERMISSIONS | permissions

    def give_role(self, user: User, role: int) -> None:
        """Give a member a role of this guild."""
        self.roles_of.setdefault(user.id, []).append(role)

    def permissions_of(self, user: User) -> int:
        """What a member may do."""
        return self.permissions.get(user.id, MEMBER_PERMISSIONS)

    def member(self, user: User, *, with_user: bool = True, with_permissions: bool = False) -> dict[str, Any]:
        """The member object of `user`, who joins by being asked for."""
        self.members.setdefault(user.id, user)
        body: dict[str, Any] = {"nick": None, "avatar": None, "banner": None, "premium_since": None, "flags": 0}
        body |= {"roles": [str(role) for role in self.roles_of.get(user.id, [])], "joined_at": timestamp(self.id)}
        body |= {"deaf": False, "mute": False, "pending": False, "communication_disabled_until": None}
        if with_user:
            body["user"] = user.payload()
        if with_permissions:
            body["permissions"] = str(self.permissions_of(user))
        return body

    def payload(self) -> dict[str, Any]:
        """The guild object of `GET /guilds/{id}`."""
        body: dict[str, Any] = {"id": str(self.id), "name": self.name, "preferred_locale": self.locale}
        body |= dict.fromkeys(("icon", "description", "home_header", "splash", "discovery_splash", "banner"))
        body |= dict.fromkeys(("application_id", "afk_channel_id", "system_channel_id", "widget_channel_id"))
        body |= dict.fromkeys(("rules_channel_id", "public_updates_channel_id", "safety_alerts_channel_id"))
        body |= dict.fromkeys(("vanity_url_code", "incidents_data", "max_presences"))
        body |= {"owner_id": str(self.world.owner.id), "region": "deprecated", "afk_timeout": 300, "features": []}
        body |= {"verification_level": 1, "default_message_notifications": 1, "explicit_content_filter": 0}
        body |= {"mfa_level": 0, "nsfw": False, "nsfw_level": 0, "premium_tier": 0, "premium_subscription_count": 0}
        body |= {"premium_progress_bar_enabled": False, "system_channel_flags": 0, "widget_enabled": False}
        body |= {"max_members": 500_000, "max_video_channel_users": 25, "max_stage_video_channel_users": 50}
        return body | {"emojis": [], "stickers": [], "roles": self._role_payloads()}

    def gateway_payload(self) -> dict[str, Any]:
        """The guild object of GUILD_CREATE, with its channels and threads."""
        bot = self.member(self.world.bot)
        body = self.payload() | {"joined_at": timestamp(self.id), "large": False, "unavailable": False}
        body |= {"member_count": len(self.members) + 1, "members": [bot], "voice_states": [], "presences": []}
        body |= {"stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": []}
        body["channels"] = [channel.payload() for channel in self.channels if not channel.is_thread]
        body["threads"] = [channel.payload() for channel in self.channels if channel.is_thread]
        return body

    def _role_payloads(self) -> list[dict[str, Any]]:
        shape = {"color": 0, "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}
        shape |= {"hoist": False, "icon": None, "unicode_emoji": None, "managed": False, "mentionable": False}
        everyone = {"id": str(self.id), "name": "@everyone", "position": 0, "permissions": str(MEMBER_PERMISSIONS)}
        named = [
            {"id": str(role), "name": name, "position": place, "permissions": "0", "flags": 0, **shape}
            for place, (role, name) in enumerate(self.roles.items(), start=1)
        ]
        return [{**everyone, "flags": 0, **shape}, *named]
