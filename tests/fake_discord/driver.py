"""`FakeDiscord`: what tests hold in their hands."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar

from .api.application import ApplicationApi
from .api.interactions import InteractionsApi
from .api.messages import MessagesApi
from .api.server import API, Request, Router, Server
from .faults import Faults
from .gateway import PRIVILEGED, Gateway, Session
from .people.acts import People
from .state.interactions import Interaction
from .state.messages import Message
from .state.objects import Channel, Guild, User
from .state.world import Clock, World

Json = dict[str, Any]
T = TypeVar("T")


class FakeDiscord(People):
    """A Discord on loopback, for `async with`. See the package's docstring for a tour.

    `deadline`: seconds for the first response to an interaction. `heartbeat_interval`: seconds between the bot's
    heartbeats. `privileged`: privileged intents that the application may ask for. `shards`: what `/gateway/bot`
    recommends. `enforce_rate_limits`: answer 429 at Discord's real numbers, instead of only sending the headers.
    """

    def __init__(
        self,
        *,
        deadline: float = 3.0,
        heartbeat_interval: float = 41.25,
        privileged: int = PRIVILEGED,
        shards: int = 1,
        enforce_rate_limits: bool = False,
    ) -> None:
        world = World()
        self.token = f"{secrets.token_urlsafe(18)}.fake.{secrets.token_urlsafe(27)}"
        gateway = Gateway(world, self.token, heartbeat_interval=heartbeat_interval, privileged=privileged)
        application = ApplicationApi(world, gateway, shards=shards)
        super().__init__(world, gateway, application, InteractionsApi(world, deadline=deadline))
        self.faults = Faults(gateway)
        self._shards = shards
        self._messages = MessagesApi(world)
        router = Router()
        for api in (application, self._messages, self._interactions):
            api.register(router)
        self._server = Server(
            world, gateway, self.faults, router, token=self.token, enforce_rate_limits=enforce_rate_limits
        )
        self.api_url = ""
        self.gateway_url = ""

    async def __aenter__(self) -> FakeDiscord:
        port = await self._server.start()
        self.world.base_url = f"http://127.0.0.1:{port}"
        self.api_url = f"{self.world.base_url}{API}"
        self.gateway_url = self._application.gateway_url = f"ws://127.0.0.1:{port}/gateway"
        self.gateway.resume_url = f"{self.gateway_url}/resume"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.stop()
        failures = [*self._server.failures, *self.gateway.failures]
        if error is None and failures:
            raise ExceptionGroup("the fake Discord itself broke", failures)

    # What there is

    @property
    def environment(self) -> dict[str, str]:
        """The environment that points the bot here when it runs as a process of its own."""
        return {"DISCORD_TOKEN": self.token, "ISPOLKOM_DISCORD__API_URL": self.api_url}

    @property
    def bot(self) -> User:
        """The bot under test, as a user."""
        return self.world.bot

    @property
    def bot_id(self) -> int:
        """Its id, which is the application's id too."""
        return self.world.bot.id

    @property
    def clock(self) -> Clock:
        """The clock of interactions' deadlines: `discord.clock.skip(4)`."""
        return self.world.clock

    @property
    def requests(self) -> list[Request]:
        """Every HTTP request of the bot, in order of arrival."""
        return self._server.requests

    @property
    def unexpected(self) -> list[Request]:
        """Requests to endpoints that the fake does not know (404)."""
        return [request for request in self.requests if request.route is None]

    @property
    def refused(self) -> list[Request]:
        """Requests that broke a rule of Discord's: answers 4xx that no fault caused."""
        return [request for request in self.requests if 400 <= request.status < 500 and request.fault is None]

    @property
    def commands(self) -> list[Json]:
        """The global application commands, as the bot synced them."""
        return self._application.commands[None]

    @property
    def guild_commands(self) -> dict[int, list[Json]]:
        """The commands of single servers, by server id."""
        return {place: commands for place, commands in self._application.commands.items() if place is not None}

    @property
    def syncs(self) -> int:
        """How often the bot uploaded its commands."""
        return self._application.syncs

    @property
    def sessions(self) -> list[Session]:
        """Every session that the bot began, with `.intents` and `.shard`; their number is that of IDENTIFYs."""
        return self.gateway.identifies

    @property
    def resumes(self) -> list[Session]:
        """The sessions that it resumed, once for each time."""
        return self.gateway.resumes

    @property
    def typing(self) -> list[tuple[Channel, float]]:
        """Where and when (monotonic) the bot showed that it types."""
        return self._messages.typing

    @property
    def interactions(self) -> list[Interaction]:
        """All interactions so far."""
        return list(self._interactions.interactions.values())

    def bot_messages(self, channel: Channel | None = None) -> list[Message]:
        """What the bot has written and not deleted, ephemeral messages too, oldest first."""
        messages = self.world.messages.values()
        return [one for one in messages if one.author is self.bot and channel in (None, one.channel)]

    def message(self, number: int) -> Message:
        """The message with this id, unless it was deleted."""
        return self.world.messages[number]

    def requests_to(self, method: str, route: str) -> list[Request]:
        """Requests by template: `requests_to("POST", "/channels/{channel}/messages")`."""
        return [request for request in self.requests if (request.method, request.route) == (method, route)]

    def assert_no_complaints(self) -> None:
        """Fail if the bot asked for something unknown or sent something that Discord refuses."""
        complaints = [
            f"{one.method} {one.path} -> {one.status} {one.answer}" for one in [*self.unexpected, *self.refused]
        ]
        assert not complaints, "\n".join(complaints)

    # People and places

    def add_guild(self, name: str, *, bot_is_member: bool = True, locale: str = "en-US") -> Guild:
        """A server; `guild.add_channel(name)`, `guild.allow(user, MANAGE_GUILD)`, `guild.add_role(name)`."""
        return self.world.add_guild(name, bot_is_member=bot_is_member, locale=locale)

    def add_user(self, name: str, *, locale: str = "en-US", bot: bool = False) -> User:
        """A person (or another bot); a member of each server where they do something."""
        return self.world.add_user(name, locale=locale, bot=bot)

    def dm_channel(self, user: User) -> Channel:
        """The DM between `user` and the bot."""
        return self.world.dm_channel(user)

    def group_dm(self, *users: User, name: str = "") -> Channel:
        """A DM of people without the bot: only interactions of those who installed the app reach it."""
        return self.world.group_dm(*users, name=name)

    # Waiting

    async def until(self, look: Callable[[], T | None], timeout: float = 10, what: str = "what was expected") -> T:  # noqa: ASYNC109
        """The first true value of `look`, which is called whenever something happens; TimeoutError names `what`."""
        return await self.world.until(look, timeout, what)

    async def ready(self, timeout: float = 30, *, shards: int | None = None) -> list[Session]:  # noqa: ASYNC109
        """The bot has identified (each of `shards`) and got READY and its servers; its live sessions."""
        wanted = shards or self._shards

        def live() -> list[Session] | None:
            found = [one for one in self.gateway.sessions.values() if one.is_ready and one.socket]
            return found if len({one.shard for one in found}) >= wanted else None

        return await self.world.until(live, timeout, "the bot's IDENTIFY")

    async def synced(self, timeout: float = 30, *, times: int = 1) -> list[Json]:  # noqa: ASYNC109
        """The bot has uploaded its commands (`times` times); the global ones."""
        await self.world.until(lambda: self.syncs >= times, timeout, "the upload of commands")
        return self.commands

    async def resumed(self, timeout: float = 30, *, times: int = 1) -> None:  # noqa: ASYNC109
        """The bot has resumed a session, `times` times in all."""
        await self.world.until(lambda: len(self.resumes) >= times, timeout, "RESUME")

    async def identified(self, timeout: float = 30, *, times: int = 1) -> None:  # noqa: ASYNC109
        """The bot has identified `times` times in all."""
        await self.world.until(lambda: len(self.sessions) >= times, timeout, f"IDENTIFY number {times}")

    async def reply_to(self, message: Message, timeout: float = 10, *, any_message: bool = False) -> Message:  # noqa: ASYNC109
        """The bot's reply to `message`; with `any_message` also its next message there that replies to nothing."""

        def reply() -> Message | None:
            for one in self.bot_messages(message.channel):
                if one.replies_to == message.id or (any_message and one.id > message.id and one.replies_to is None):
                    return one
            return None

        found = await self.world.until(reply, timeout, f"a reply to {message.content!r}")
        found.elapsed = found.at - message.at
        return found

    async def edited(self, message: Message, timeout: float = 10, *, times: int = 1) -> Message:  # noqa: ASYNC109
        """`message` after it was edited, `times` times in all."""
        return await self.world.until(
            lambda: message if len(message.edited_at) >= times else None, timeout, "an edit of the message"
        )
