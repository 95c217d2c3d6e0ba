"""The HTTP side: one server on loopback that records every request, fails on order, checks, and answers as the API."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from ..faults import Faults, HttpFault
from ..gateway import Gateway
from ..rules.findings import Finding, error_body
from ..state.world import World

API = "/api/v10"
# Requests in so many seconds, as Discord allows per channel or webhook; what is not here gets the last one.
BUCKETS = {
    "POST /channels/{channel}/messages": (5, 5.0),
    "PATCH /channels/{channel}/messages/{message}": (5, 5.0),
    "DELETE /channels/{channel}/messages/{message}": (5, 1.0),
    "POST /webhooks/{application}/{token}": (5, 2.0),
    "PUT /applications/{application}/commands": (2, 10.0),
    "": (50, 1.0),
}


class ApiError(Exception):
    """An answer of Discord's that is an error."""

    def __init__(self, status: int, code: int, message: str, body: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.code = code
        self.body = dict(body) if body else {"message": message, "code": code}


def check(findings: Iterable[Finding]) -> None:
    """Refuse a body with `findings`, as Discord does: 50006 for an empty message, else 50035 with all of them."""
    found = list(findings)
    if found and all(finding.code == "EMPTY_MESSAGE" for finding in found):
        raise ApiError(400, 50006, "Cannot send an empty message")
    if found:
        body = error_body(found)
        raise ApiError(400, 50035, "; ".join(map(str, found)), body)


@dataclass(eq=False, slots=True)
class Request:
    """One request of the bot and its answer. `route` is the template that it hit, None for none. `at`: monotonic."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str] = field(repr=False)
    body: Any = None
    files: list[tuple[str, bytes]] = field(default_factory=list, repr=False)
    at: float = field(default_factory=time.monotonic)
    route: str | None = None
    args: dict[str, str] = field(default_factory=dict, repr=False)
    status: int = 0
    answer: Any = field(default=None, repr=False)
    fault: HttpFault | None = None
    is_malformed: bool = False


# What an endpoint gives back: the JSON of a 200, or None for a 204.
Endpoint = Callable[[Request], Awaitable[Any]]


class Router:
    """Endpoints by method and path template; `{name}` stands for one part of the path."""

    def __init__(self) -> None:
        self._routes: list[tuple[str, re.Pattern[str], str, Endpoint]] = []

    def add(self, method: str, template: str, endpoint: Endpoint) -> None:
        """Serve `method` on `template`. Of two that fit, the first added is taken."""
        pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template) + "$")
        self._routes.append((method, pattern, template, endpoint))

    def find(self, method: str, path: str) -> tuple[str, dict[str, str], Endpoint] | None:
        """The template, its arguments and the endpoint for a request."""
        for verb, pattern, template, endpoint in self._routes:
            if verb == method and (match := pattern.match(path)):
                return template, match.groupdict(), endpoint
        return None


class Server:
    """The aiohttp server with the API under `/api/v10`, the gateway, and the uploaded files."""

    def __init__(
        self, world: World, gateway: Gateway, faults: Faults, router: Router, *, token: str, enforce_rate_limits: bool
    ) -> None:
        self.world = world
        self.gateway = gateway
        self.faults = faults
        self.router = router
        self.token = token
        self.enforce_rate_limits = enforce_rate_limits
        self.requests: list[Request] = []
        self._buckets: dict[str, tuple[float, int]] = {}
        self.failures: list[Exception] = []
        """What broke in the fake itself; `FakeDiscord` raises it at its end."""
        self._runner: web.AppRunner | None = None

    async def start(self) -> int:
        """Listen on a free port of 127.0.0.1; the port."""
        app = web.Application(client_max_size=30 * 1024 * 1024)
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/resume", self.gateway.handle)
        app.router.add_get("/attachments/{rest:.*}", self._file)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        port: int = self._runner.addresses[0][1]
        return port

    async def stop(self) -> None:
        """Close all connections and stop listening."""
        try:
            await self.gateway.close()
        finally:
            if self._runner:
                await self._runner.cleanup()

    async def _file(self, request: web.Request) -> web.Response:
        data = self.world.files.get(request.path)
        return web.Response(body=data) if data is not None else web.Response(status=404)

    async def _handle(self, raw: web.Request) -> web.StreamResponse:
        request = await self._record(raw)
        fault = request.fault = self.faults.next_http(request.method, request.path)
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and (fault.drop or fault.status) and not fault.after_acting:
            return self._fail(raw, request, fault)
        headers, refused = self._rate_limit(request)
        if refused:
            return self._respond(request, 429, refused, headers)
        try:
            answer = await self._answer(request)
        except ApiError as error:
            return self._respond(request, error.status, error.body, headers)
        except Exception as error:
            error.add_note(f"while the fake answered {request.method} {request.path} {request.body}")
            self.failures.append(error)
            return self._respond(request, 500, {"message": "The fake broke", "code": 0}, headers)
        finally:
            self.world.changed()
        if fault and (fault.drop or fault.status):
            return self._fail(raw, request, fault)
        return self._respond(request, 204 if answer is None else 200, answer, headers)

    async def _record(self, raw: web.Request) -> Request:
        path = raw.path.removeprefix(API) if raw.path.startswith(API + "/") else raw.path
        request = Request(raw.method, path, dict(raw.query), dict(raw.headers))
        if raw.content_type == "multipart/form-data":
            async for part in await raw.multipart():
                assert isinstance(part, BodyPartReader)
                data = bytes(await part.read())
                if part.name == "payload_json":
                    request.body = json.loads(data)
                else:
                    request.files.append((part.filename or "unnamed", data))
        elif raw.can_read_body:
            with contextlib.suppress(ValueError):
                request.body = json.loads(await raw.read())
            request.is_malformed = request.body is None
        if found := self.router.find(request.method, path):
            request.route, request.args, _ = found
        self.requests.append(request)
        return request

    async def _answer(self, request: Request) -> Any:
        found = self.router.find(request.method, request.path)
        if found is None:
            raise ApiError(404, 0, "404: Not Found")
        # Interaction callbacks and webhooks carry their own token in the path.
        is_open = request.path.startswith(("/interactions/", "/webhooks/")) or request.path == "/gateway"
        if not is_open and request.headers.get("Authorization") != f"Bot {self.token}":
            raise ApiError(401, 0, "401: Unauthorized")
        if request.is_malformed:
            raise ApiError(400, 50109, "The request body contains invalid JSON.")
        return await found[2](request)

    def _fail(self, raw: web.Request, request: Request, fault: HttpFault) -> web.Response:
        if fault.drop:
            if raw.transport is not None:
                raw.transport.abort()
            return web.Response()
        body = {"message": "Upstream failed", "code": 0} if fault.body is None else fault.body
        headers = {name: value for name, value in fault.headers.items() if value}
        return self._respond(request, fault.status or 500, body, headers)

    def _respond(self, request: Request, status: int, body: Any, headers: Mapping[str, str]) -> web.Response:
        request.status, request.answer = status, body
        if body is None:
            return web.Response(status=status, headers=headers)
        data = body.encode() if isinstance(body, str) else json.dumps(body, ensure_ascii=False).encode()
        # Clients compare the type with "application/json" to the letter: no charset.
        kind = "text/html" if isinstance(body, str) else "application/json"
        return web.Response(body=data, status=status, headers={**headers, "Content-Type": kind})

    def _rate_limit(self, request: Request) -> tuple[dict[str, str], Any]:
        """The X-RateLimit headers, and the body of a 429 where the bucket is empty and limits are enforced."""
        if request.path.startswith("/interactions/") or request.route is None:
            return {"Via": "1.1 google"}, None
        name = f"{request.method} {request.route}"
        limit, window = BUCKETS.get(name, BUCKETS[""]) if self.enforce_rate_limits else (1000, 1.0)
        major = next(iter(request.args.values()), "") + request.args.get("token", "")
        start, used = self._buckets.get(name + major, (0.0, 0))
        now = time.time()
        if now >= start + window:
            start, used = now, 0
        refused = self.enforce_rate_limits and used >= limit
        self._buckets[name + major] = (start, used if refused else used + 1)
        left = round(start + window - now, 3)
        headers = {"X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(max(0, limit - used - 1))}
        headers |= {"X-RateLimit-Reset": f"{start + window:.3f}", "X-RateLimit-Reset-After": f"{left:.3f}"}
        headers |= {"X-RateLimit-Bucket": f"{hash(name) & 0xFFFFFFFFFFFF:012x}", "Via": "1.1 google"}
        if not refused:
            return headers, None
        headers |= {"Retry-After": str(max(1, round(left))), "X-RateLimit-Scope": "user"}
        return headers, {"message": "You are being rate limited.", "retry_after": left, "global": False}
