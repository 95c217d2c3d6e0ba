"""What goes wrong on request: answers of errors, lost connections, delays, and the gateway's whims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .gateway import INVALID_SESSION, RECONNECT, Gateway, Socket


@dataclass(eq=False, slots=True)
class HttpFault:
    """What happens to the next `times` requests whose method and path match.

    First `delay` seconds pass; then either the connection is `drop`ped, or `status` is answered. With `after_acting`
    Discord does what it was asked before it fails. Without status and drop the request is only late. `hits` counts.
    """

    method: str
    path: re.Pattern[str]
    times: int
    status: int | None = None
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    drop: bool = False
    after_acting: bool = False
    hits: int = 0

    def takes(self, method: str, path: str) -> bool:
        """Whether this request is one of those; counts it if so."""
        if self.hits >= self.times or self.method not in ("*", method) or not self.path.search(path):
            return False
        self.hits += 1
        return True


class Faults:
    """The faults of one `FakeDiscord`, as `discord.faults`."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self.http_faults: list[HttpFault] = []

    # HTTP

    def http(
        self,
        method: str = "*",
        path: str = "",
        *,
        status: int | None = None,
        times: int = 1,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0,
        drop: bool = False,
        after_acting: bool = False,
    ) -> HttpFault:
        r"""Let the next `times` requests fail; `path` is a regular expression, such as r"/channels/\d+/messages$"."""
        fault = HttpFault(method, re.compile(path), times, status, body, headers or {}, delay, drop, after_acting)
        self.http_faults.append(fault)
        return fault

    def rate_limit(
        self,
        method: str = "*",
        path: str = "",
        *,
        retry_after: float = 0.2,
        times: int = 1,
        is_global: bool = False,
        via: bool = True,
    ) -> HttpFault:
        """Answer 429; without `via` as Cloudflare's ban does, at which discord.py raises instead of waiting."""
        body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": is_global}
        headers = {
            "Retry-After": str(max(1, round(retry_after))),
            "X-RateLimit-Scope": "global" if is_global else "user",
        }
        headers |= {"X-RateLimit-Reset-After": str(retry_after), "Via": "1.1 google" if via else ""}
        return self.http(method, path, status=429, times=times, body=body, headers=headers)

    def clear(self) -> None:
        """Forget the HTTP faults that have not happened."""
        self.http_faults.clear()

    def next_http(self, method: str, path: str) -> HttpFault | None:
        """The fault for this request, if one waits for it."""
        return next((fault for fault in self.http_faults if fault.takes(method, path)), None)

    # Gateway

    def _sockets(self) -> list[Socket]:
        return list(self._gateway.sockets)

    def drop_gateway(self) -> None:
        """Cut the gateway's connections without a word; the sessions can be resumed."""
        for socket in self._sockets():
            if socket.session:
                socket.session.socket = None
            socket.abort()

    async def close_gateway(self, code: int = 4000) -> None:
        """Close the gateway's connections with a code of Discord's."""
        for socket in self._sockets():
            await socket.close(code)

    def reconnect(self) -> None:
        """Ask the bot to reconnect (RECONNECT), as Discord does every few hours."""
        for socket in self._sockets():
            socket.send({"op": RECONNECT, "d": None, "s": None, "t": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """INVALID_SESSION; unless `resumable` the session is gone."""
        for socket in self._sockets():
            if socket.session and not resumable:
                self._gateway.sessions.pop(socket.session.id, None)
            socket.send({"op": INVALID_SESSION, "d": resumable, "s": None, "t": None})

    def forget_sessions(self) -> None:
        """Lose all sessions in silence: the next RESUME gets INVALID_SESSION."""
        self._gateway.sessions.clear()

    def stop_acking(self, *, stop: bool = True) -> None:
        """Answer no heartbeats, on these connections and later ones; `stop=False` ends it."""
        self._gateway.silent = stop

    def refuse_connections(self, times: int) -> None:
        """Answer 503 to the next `times` attempts to open the gateway."""
        self._gateway.refuse_connections = times

    def duplicate(self, event: str, times: int = 1) -> None:
        """Send each of the next `times` dispatches of `event` twice, with the same number."""
        self._gateway.twice[event] = times
