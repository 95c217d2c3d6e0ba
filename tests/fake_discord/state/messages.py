"""Messages: the complete object from what was sent, whom it pings, what a test reads in it, what intents hide."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..limits import COMPONENTS_V2, EPHEMERAL, LOADING
from ..rules.components import BUTTON, SELECTS, TEXT_DISPLAY, walk
from .objects import Channel, User

Json = dict[str, Any]

DEFAULT, REPLY, CHAT_INPUT, CONTEXT_MENU = 0, 19, 20, 23
# The flags that a sender may set: suppress embeds, ephemeral, suppress notifications, voice, Components V2.
SETTABLE_FLAGS = 1 << 2 | EPHEMERAL | 1 << 12 | 1 << 13 | COMPONENTS_V2
HIDDEN_WITHOUT_INTENT: Mapping[str, Any] = {"content": "", "embeds": [], "attachments": [], "components": []}


@dataclass(eq=False, slots=True)
class Message:
    """A message in the fake. `payload` is the whole object as the API gives it; times are monotonic seconds."""

    payload: Json = field(repr=False)
    channel: Channel
    author: User
    at: float = field(default_factory=time.monotonic)
    edited_at: list[float] = field(default_factory=list)
    deleted: bool = False
    elapsed: float | None = None
    """Seconds from the message that it answers to its arrival here; set by `FakeDiscord.reply_to`."""

    @property
    def id(self) -> int:
        return int(self.payload["id"])

    @property
    def content(self) -> str:
        content: str = self.payload["content"]
        return content

    @property
    def flags(self) -> int:
        flags: int = self.payload["flags"]
        return flags

    @property
    def ephemeral(self) -> bool:
        """Whether only the one who asked sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether people see "thinking" instead of a text."""
        return bool(self.flags & LOADING)

    @property
    def replies_to(self) -> int | None:
        """The id of the message that it replies to."""
        reference = self.payload.get("message_reference")
        return int(reference["message_id"]) if reference else None

    @property
    def parts(self) -> list[Json]:
        """All components, nested ones too, in the order of reading."""
        return list(walk(self.payload["components"]))

    @property
    def text(self) -> str:
        """Everything that people read in it except labels: content, embeds, text displays, in lines."""
        return "\n".join(part for part in self._texts() if part)

    @property
    def buttons(self) -> list[Json]:
        """The buttons, links among them."""
        return [part for part in self.parts if part["type"] == BUTTON]

    @property
    def selects(self) -> list[Json]:
        """The select menus."""
        return [part for part in self.parts if part["type"] in SELECTS]

    @property
    def pings(self) -> set[str]:
        """Whom it notifies: user ids, role ids, "everyone"."""
        pinged = {user["id"] for user in self.payload["mentions"]} | set(self.payload["mention_roles"])
        return pinged | ({"everyone"} if self.payload["mention_everyone"] else set())

    def _texts(self) -> Iterator[str]:
        yield self.content
        for embed in self.payload["embeds"]:
            yield embed.get("title") or ""
            yield embed.get("description") or ""
            for entry in embed.get("fields") or []:
                yield f"{entry['name']}\n{entry['value']}"
            yield (embed.get("footer") or {}).get("text") or ""
        for part in self.parts:
            if part["type"] == TEXT_DISPLAY:
                yield part["content"]


def whole(components: Sequence[Json], attachments: Sequence[Json] = ()) -> list[Json]:
    """Components as Discord gives them back: each with an id, media with their links."""
    links = {f"attachment://{attachment['filename']}": attachment["url"] for attachment in attachments}
    copies = [_copy(component, links) for component in components]
    taken = {part["id"] for part in walk(copies) if part.get("id")}
    following = 1
    for part in walk(copies):
        if not part.get("id"):
            while following in taken:
                following += 1
            part["id"] = following
            taken.add(following)
    return copies


def _copy(value: Any, links: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_copy(part, links) for part in value]
    if not isinstance(value, dict):
        return value
    copy = {key: _copy(part, links) for key, part in value.items()}
    for key in ("media", "file"):
        if isinstance(copy.get(key), dict) and "url" in copy[key]:
            url = links.get(copy[key]["url"], copy[key]["url"])
            copy[key] |= {"url": url, "proxy_url": url, "width": None, "height": None, "loading_state": 2}
            copy[key] |= {"placeholder": "", "content_type": "application/octet-stream", "flags": 0}
    return copy


def everything_said(payload: Mapping[str, Any]) -> str:
    """The texts in which Discord looks for mentions: the content, and text displays of a layout."""
    shown = [
        part.get("content") or "" for part in walk(payload.get("components") or []) if part["type"] == TEXT_DISPLAY
    ]
    return "\n".join([payload.get("content") or "", *shown])


def mentioned(said: str, allowed: Mapping[str, Any] | None) -> tuple[set[int], set[int], bool]:
    """User ids, role ids and whether everyone, that a text notifies under `allowed` (None: all that it names)."""
    users = {int(found) for found in re.findall(r"<@!?(\d+)>", said)}
    roles = {int(found) for found in re.findall(r"<@&(\d+)>", said)}
    everyone = "@everyone" in said or "@here" in said
    if allowed is None:
        return users, roles, everyone
    parse = allowed.get("parse") or []
    if "users" not in parse:
        users &= {int(user) for user in allowed.get("users") or []}
    if "roles" not in parse:
        roles &= {int(role) for role in allowed.get("roles") or []}
    return users, roles, everyone and "everyone" in parse


def as_seen(payload: Json, bot: User, *, intent: bool) -> Json:
    """A message event as the bot gets it: without the privileged intent only what is for it keeps its text.

    Kept are its own messages, DMs, and those that mention it, by name or by a reply that pings.
    """
    seen = dict(payload)
    if seen.get("referenced_message"):
        seen["referenced_message"] = as_seen(seen["referenced_message"], bot, intent=intent)
    is_for_bot = any(user["id"] == str(bot.id) for user in payload["mentions"])
    if not intent and payload["author"]["id"] != str(bot.id) and "guild_id" in payload and not is_for_bot:
        seen |= HIDDEN_WITHOUT_INTENT
    return seen
