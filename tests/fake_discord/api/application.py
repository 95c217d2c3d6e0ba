"""Endpoints about the application, its commands, users, servers and channels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..gateway import Gateway
from ..rules.commands import CHAT_INPUT, command_problems, set_problems
from ..state.objects import THREADS, Channel, Guild
from ..state.world import World
from .server import ApiError, Request, Router, check

Json = dict[str, Any]


class ApplicationApi:
    """Answers for `/applications`, `/gateway`, `/users`, `/guilds`; keeps the commands that the bot uploads."""

    def __init__(self, world: World, gateway: Gateway, *, shards: int) -> None:
        self.world = world
        self.gateway = gateway
        self.shards = shards
        self.gateway_url = ""
        self.commands: dict[int | None, list[Json]] = {None: []}
        """By server id; None for the global ones."""
        self.syncs = 0
        """How often the bot has uploaded commands in bulk."""

    def register(self, router: Router) -> None:
        """Add the endpoints."""
        router.add("GET", "/gateway", self._gateway)
        router.add("GET", "/gateway/bot", self._gateway_bot)
        for path in ("/applications/@me", "/oauth2/applications/@me"):
            router.add("GET", path, self._application)
        router.add("PATCH", "/applications/@me", self._application)
        for base in ("/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands"):
            router.add("GET", base, self._list)
            router.add("PUT", base, self._overwrite)
            router.add("POST", base, self._create)
            router.add("GET", base + "/{command}", self._get)
            router.add("PATCH", base + "/{command}", self._change)
            router.add("DELETE", base + "/{command}", self._delete)
        router.add("GET", "/users/@me", self._me)
        router.add("GET", "/users/@me/guilds", self._my_guilds)
        router.add("POST", "/users/@me/channels", self._open_dm)
        router.add("GET", "/users/{user}", self._user)
        router.add("GET", "/guilds/{guild}", self._guild)
        router.add("GET", "/guilds/{guild}/channels", self._channels)
        router.add("GET", "/guilds/{guild}/roles", self._roles)
        router.add("GET", "/guilds/{guild}/members/{user}", self._member)
        router.add("GET", "/channels/{channel}", self._channel)

    async def _gateway(self, _: Request) -> Json:
        return {"url": self.gateway_url}

    async def _gateway_bot(self, _: Request) -> Json:
        limit = {"total": 1000, "remaining": 1000 - len(self.gateway.identifies), "reset_after": 86_400_000}
        return {"url": self.gateway_url, "shards": self.shards, "session_start_limit": limit | {"max_concurrency": 1}}

    async def _application(self, _: Request) -> Json:
        world = self.world
        body: Json = {"id": str(world.application_id), "name": world.bot.name, "description": "", "icon": None}
        body |= {
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": 1 << 19 | 1 << 24,
        }
        body |= {"owner": world.owner.payload(), "team": None, "bot": world.bot.payload(), "summary": "", "tags": []}
        body |= {"integration_types_config": {"0": {}, "1": {}}, "interactions_endpoint_url": None, "redirect_uris": []}
        return body | {"approximate_guild_count": len(world.guilds), "approximate_user_install_count": 0}

    async def _me(self, _: Request) -> Json:
        return self.world.bot.payload() | {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"}

    async def _my_guilds(self, _: Request) -> list[Json]:
        guilds = [guild for guild in self.world.guilds.values() if guild.bot_is_member]
        return [{"id": str(guild.id), "name": guild.name, "icon": None, "owner": False} for guild in guilds]

    async def _open_dm(self, request: Request) -> Json:
        user = self.world.users.get(int(request.body["recipient_id"]))
        if user is None or user is self.world.bot:
            raise ApiError(400, 50033, "Invalid Recipient(s)")
        return self.world.dm_channel(user).payload()

    async def _user(self, request: Request) -> Json:
        user = self.world.users.get(int(request.args["user"]))
        if user is None:
            raise ApiError(404, 10013, "Unknown User")
        return user.payload()

    def _known_guild(self, request: Request) -> Guild:
        guild = self.world.guilds.get(int(request.args["guild"]))
        if guild is None or not guild.bot_is_member:
            raise ApiError(404, 10004, "Unknown Guild")
        return guild

    async def _guild(self, request: Request) -> Json:
        return self._known_guild(request).payload()

    async def _channels(self, request: Request) -> list[Json]:
        return [channel.payload() for channel in self._known_guild(request).channels if channel.type not in THREADS]

    async def _roles(self, request: Request) -> list[Json]:
        roles: list[Json] = self._known_guild(request).payload()["roles"]
        return roles

    async def _member(self, request: Request) -> Json:
        guild = self._known_guild(request)
        user = guild.members.get(int(request.args["user"]))
        if user is None:
            raise ApiError(404, 10007, "Unknown Member")
        return guild.member(user)

    async def _channel(self, request: Request) -> Json:
        return visible_channel(self.world, request).payload()

    # Commands

    def _place(self, request: Request) -> int | None:
        if int(request.args["application"]) != self.world.application_id:
            raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
        return self._known_guild(request).id if "guild" in request.args else None

    async def _list(self, request: Request) -> list[Json]:
        return self.commands.get(self._place(request), [])

    async def _overwrite(self, request: Request) -> list[Json]:
        place = self._place(request)
        check(set_problems(request.body))
        self.commands[place] = [self._complete(command, place) for command in request.body]
        self.syncs += 1
        return self.commands[place]

    async def _create(self, request: Request) -> Json:
        place = self._place(request)
        check(command_problems(request.body))
        command = self._complete(request.body, place)
        rest = [other for other in self.commands.get(place, []) if other["id"] != command["id"]]
        self.commands[place] = [*rest, command]
        return command

    def _find(self, request: Request) -> Json:
        for command in self.commands.get(self._place(request), []):
            if command["id"] == request.args["command"]:
                return command
        raise ApiError(404, 10063, "Unknown application command")

    async def _get(self, request: Request) -> Json:
        return self._find(request)

    async def _change(self, request: Request) -> Json:
        command = self._find(request)
        check(command_problems({**command, **request.body}))
        command |= request.body | {"version": str(self.world.snowflakes.next())}
        return command

    async def _delete(self, request: Request) -> None:
        self.commands[self._place(request)].remove(self._find(request))

    def _complete(self, given: Mapping[str, Any], place: int | None) -> Json:
        """A command as Discord keeps it: an old one of the same name keeps its id."""
        kind = given.get("type") or CHAT_INPUT
        numbers = {(old["type"], old["name"]): old["id"] for old in self.commands.get(place, [])}
        number = numbers.get((kind, given["name"])) or str(self.world.snowflakes.next())
        body: Json = {"id": number, "application_id": str(self.world.application_id), "type": kind}
        body |= {"version": str(self.world.snowflakes.next()), "name": given["name"], "nsfw": bool(given.get("nsfw"))}
        body |= {"description": given.get("description") or "", "options": given.get("options") or []}
        for key in ("name_localizations", "description_localizations", "contexts"):
            body[key] = given.get(key)
        permissions = given.get("default_member_permissions")
        body["default_member_permissions"] = None if permissions is None else str(permissions)
        body["integration_types"] = given.get("integration_types") or [0]
        return body | ({"guild_id": str(place)} if place else {"dm_permission": given.get("dm_permission", True)})


def visible_channel(world: World, request: Request) -> Channel:
    """The channel of a request, where the bot may see it with its token."""
    channel = world.channels.get(int(request.args["channel"]))
    if channel is None:
        raise ApiError(404, 10003, "Unknown Channel")
    if not channel.bot_is_here or not channel.bot_permissions & 1 << 10:
        raise ApiError(403, 50001, "Missing Access")
    return channel
