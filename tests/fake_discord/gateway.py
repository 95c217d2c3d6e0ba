"""The gateway, version 10: sessions that outlive their sockets, and the sockets."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from aiohttp import WSMsgType, web

from .state.objects import Guild
from .state.world import GUILDS, World

Json = dict[str, Any]

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT = 0, 1, 2, 3, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 8, 9, 10, 11
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
# Close codes of the gateway.
UNKNOWN_OPCODE, NOT_AUTHENTICATED, WRONG_TOKEN, ALREADY_AUTHENTICATED = 4001, 4003, 4004, 4005
INVALID_SHARD, INVALID_VERSION, DISALLOWED_INTENTS = 4010, 4012, 4014


@dataclass(eq=False)
class Session:
    """What IDENTIFY began. It counts and keeps its events also while no socket is open, for RESUME."""

    id: str
    intents: int
    shard: tuple[int, int]
    identify: Json
    at: float = field(default_factory=time.monotonic)
    sequence: int = 0
    log: deque[Json] = field(default_factory=lambda: deque(maxlen=10_000))
    socket: Socket | None = None
    is_ready: bool = False

    def send(self, event: str, body: Json) -> Json:
        """Give the event the next number, keep it, and send it if a socket is open."""
        self.sequence += 1
        payload = {"op": DISPATCH, "t": event, "s": self.sequence, "d": body}
        self.log.append(payload)
        if self.socket:
            self.socket.send(payload)
        return payload

    def holds(self, guild: Guild | None) -> bool:
        """Whether this shard is the one of `guild`; what is of no guild goes to the first."""
        return (guild.id >> 22 if guild else 0) % self.shard[1] == self.shard[0]


class Socket:
    """One websocket of the bot. What is sent goes out in order, in the compression that its URL asked for."""

    def __init__(
        self, ws: web.WebSocketResponse, request: web.Request, compress: Callable[[bytes], bytes] | None
    ) -> None:
        self.ws = ws
        self.transport = request.transport
        self.session: Session | None = None
        self.is_closing = False
        self.beats = self.acks = 0
        self._compress = compress
        self._queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write(), name="fake gateway writer")

    def send(self, payload: Json) -> None:
        """Queue a payload."""
        self._queue.put_nowait(payload)

    async def _write(self) -> None:
        while (payload := await self._queue.get()) is not None:
            data = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
            with contextlib.suppress(ConnectionError):
                if self._compress:
                    await self.ws.send_bytes(self._compress(data.encode()))
                else:
                    await self.ws.send_str(data)

    async def close(self, code: int) -> None:
        """Send what is queued, then close with `code`."""
        self.is_closing = True
        if self.session and self.session.socket is self:
            self.session.socket = None
        await self.end()
        await self.ws.close(code=code)

    async def end(self) -> None:
        """Stop writing, after what is queued."""
        self._queue.put_nowait(None)
        await asyncio.wait({self._writer}, timeout=1)
        self._writer.cancel()

    def abort(self) -> None:
        """Cut the connection, as a network does: no closing handshake."""
        if self.transport is not None:
            self.transport.abort()


def compressor(kind: str | None) -> Callable[[bytes], bytes] | None:
    """The transport compression named in the gateway's URL: zlib-stream, zstd-stream or none."""
    if kind == "zlib-stream":
        context = zlib.compressobj()
        return lambda data: context.compress(data) + context.flush(zlib.Z_SYNC_FLUSH)
    if kind == "zstd-stream":
        return _zstd()
    if kind is not None:
        raise web.HTTPBadRequest(text=f"unknown compression {kind!r}")
    return None


def _zstd() -> Callable[[bytes], bytes]:
    # The libraries of which discord.py takes the first it finds, in its order.
    with contextlib.suppress(ImportError):
        zstandard = import_module("zstandard")
        stream = zstandard.ZstdCompressor().compressobj()
        return lambda data: stream.compress(data) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    kind = import_module("compression.zstd").ZstdCompressor
    context = kind()
    return lambda data: context.compress(data, mode=kind.FLUSH_BLOCK)


class Gateway:
    """All sessions and sockets. Its `faults` are set by `faults.Faults`."""

    def __init__(self, world: World, token: str, *, heartbeat_interval: float, privileged: int) -> None:
        self.world = world
        self.token = token
        self.heartbeat_interval = heartbeat_interval
        self.privileged = privileged
        self.sessions: dict[str, Session] = {}
        self.sockets: list[Socket] = []
        self.identifies: list[Session] = []
        self.resumes: list[Session] = []
        self.received: list[Json] = []
        self.connections: list[str] = []
        self.failures: list[Exception] = []
        self.refuse_connections = 0
        self.silent = False
        self.twice: dict[str, int] = {}
        self.resume_url = ""
        world.publish = self.publish

    def publish(self, event: str, body_for: Callable[[int], Json], guild: Guild | None, intents: int) -> None:
        """Send an event to each session of the right shard that has one of `intents` (0: to all)."""
        for session in self.sessions.values():
            if session.is_ready and session.holds(guild) and (not intents or session.intents & intents):
                payload = session.send(event, body_for(session.intents))
                if self.twice.get(event) and session.socket:
                    self.twice[event] -= 1
                    session.socket.send(payload)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """The websocket endpoint."""
        self.connections.append(request.path_qs)
        if self.refuse_connections:
            self.refuse_connections -= 1
            return web.Response(status=503)
        compress = compressor(request.query.get("compress"))
        ws = web.WebSocketResponse(max_msg_size=4096 * 4)
        await ws.prepare(request)
        socket = Socket(ws, request, compress)
        self.sockets.append(socket)
        socket.send(
            {"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat_interval * 1000)}, "s": None, "t": None}
        )
        try:
            if request.query.get("v") != "10":
                await socket.close(INVALID_VERSION)
            async for message in ws:
                if message.type is WSMsgType.TEXT:
                    await self._receive(socket, json.loads(message.data))
        except Exception as error:
            self.failures.append(error)
            raise
        finally:
            await self._gone(socket)
        return ws

    async def _gone(self, socket: Socket) -> None:
        await socket.end()
        self.sockets.remove(socket)
        session = socket.session
        if session and session.socket is socket:
            session.socket = None
            # A client that closes with 1000 or 1001 gives up its session.
            if not socket.is_closing and socket.ws.close_code in (1000, 1001):
                self.sessions.pop(session.id, None)
        self.world.changed()

    async def _receive(self, socket: Socket, payload: Json) -> None:
        self.received.append(payload)
        op: Any = payload.get("op")
        body: Any = payload.get("d")
        if op == HEARTBEAT:
            socket.beats += 1
            if not self.silent:
                socket.acks += 1
                socket.send({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
        elif op == IDENTIFY:
            await (socket.close(ALREADY_AUTHENTICATED) if socket.session else self._identify(socket, body))
        elif op == RESUME:
            await self._resume(socket, body)
        elif socket.session is None:
            await socket.close(NOT_AUTHENTICATED)
        elif op == REQUEST_MEMBERS:
            self._members(socket.session, body)
        elif op != PRESENCE:
            await socket.close(UNKNOWN_OPCODE)
        self.world.changed()

    async def _identify(self, socket: Socket, body: Json) -> None:
        shard = tuple(body.get("shard") or (0, 1))
        if body["token"] != self.token:
            await socket.close(WRONG_TOKEN)
        elif body["intents"] & PRIVILEGED & ~self.privileged:
            await socket.close(DISALLOWED_INTENTS)
        elif not 0 <= shard[0] < shard[1]:
            await socket.close(INVALID_SHARD)
        else:
            session = Session(secrets.token_hex(16), body["intents"], (shard[0], shard[1]), body, socket=socket)
            socket.session = self.sessions[session.id] = session
            self.identifies.append(session)
            self._greet(session)

    def _greet(self, session: Session) -> None:
        world = self.world
        guilds = [guild for guild in world.guilds.values() if guild.bot_is_member and session.holds(guild)]
        user = world.bot.payload() | {"verified": True, "mfa_enabled": False, "email": None}
        body = {"v": 10, "user": user, "session_id": session.id, "shard": list(session.shard), "session_type": "normal"}
        body |= {"guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds], "private_channels": []}
        body |= {"resume_gateway_url": self.resume_url, "application": {"id": str(world.application_id), "flags": 0}}
        session.send("READY", body | {"_trace": ["fake"]})
        session.is_ready = True
        for guild in guilds:
            if session.intents & GUILDS:
                session.send("GUILD_CREATE", guild.gateway_payload())

    async def _resume(self, socket: Socket, body: Json) -> None:
        session = self.sessions.get(body.get("session_id") or "")
        if body["token"] != self.token:
            await socket.close(WRONG_TOKEN)
        elif session is None or body["seq"] is None or body["seq"] > session.sequence:
            socket.send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
        else:
            # The same session on two sockets: the older one is left alone, as a dead connection would be.
            session.socket, socket.session = socket, session
            self.resumes.append(session)
            for payload in session.log:
                if payload["s"] > body["seq"]:
                    socket.send(payload)
            session.send("RESUMED", {"_trace": ["fake"]})

    def _members(self, session: Session, body: Json) -> None:
        guild = self.world.guilds[int(body["guild_id"])]
        members = [guild.member(user) for user in list(guild.members.values())]
        chunk = {"guild_id": str(guild.id), "members": members, "chunk_index": 0, "chunk_count": 1, "not_found": []}
        session.send("GUILD_MEMBERS_CHUNK", chunk | ({"nonce": body["nonce"]} if "nonce" in body else {}))

    async def close(self) -> None:
        """Close all sockets, so that the server can end."""
        for socket in list(self.sockets):
            with contextlib.suppress(ConnectionError, TimeoutError):
                await asyncio.wait_for(socket.close(1001), 1)
