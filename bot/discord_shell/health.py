"""Whether the bot is connected, told over HTTP: `GET /healthz` answers 200 or 503 with a sentence.

A latency alone says nothing, since discord.py keeps the last one for ever. The pulse therefore watches each shard's
latency change, which it does with every heartbeat that Discord acknowledges. Discord wants one about every 41 seconds.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from math import isfinite
from typing import Protocol

from aiohttp import web

from bot.config import HealthSettings

SILENT_SECONDS = 100.0  # two heartbeats and some patience
LOOK_SECONDS = 1.0


class Connection(Protocol):
    """What the pulse looks at: discord.py's AutoShardedClient has it."""

    @property
    def shard_count(self) -> int | None:
        """How many shards there are to be; None while that is not known."""

    @property
    def latencies(self) -> Sequence[tuple[int, float]]:
        """Each shard that was connected, with the seconds that its last heartbeat took; infinite before the first."""


class Pulse:
    """Remembers when each shard's heartbeat was last acknowledged."""

    def __init__(self, connection: Connection, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._connection = connection
        self._clock = clock
        self._seen: dict[int, tuple[float, float]] = {}

    def look(self) -> None:
        """Take note of the heartbeats since the last look. To be called every second or so."""
        for shard, latency in self._connection.latencies:
            if isfinite(latency) and (shard not in self._seen or self._seen[shard][0] != latency):
                self._seen[shard] = (latency, self._clock())
            elif not isfinite(latency):
                self._seen.pop(shard, None)

    def trouble(self) -> str | None:
        """What is wrong, in a sentence; None when every shard is connected and alive."""
        expected = self._connection.shard_count
        alive = sum(self._clock() - at < SILENT_SECONDS for _, at in self._seen.values())
        if expected and alive >= expected:
            return None
        return f"{alive} of {expected or 'an unknown number of'} shards are connected"


@asynccontextmanager
async def served(settings: HealthSettings, pulse: Pulse) -> AsyncIterator[None]:
    """Answer `GET /healthz` at the address of `settings` meanwhile; nothing when its port is 0.

    Raises OSError when the address cannot be had.
    """
    if not settings.port:
        yield
        return

    async def healthz(_: web.Request) -> web.Response:
        pulse.look()
        trouble = pulse.trouble()
        return web.Response(text=trouble or "all shards are connected", status=503 if trouble else 200)

    application = web.Application()
    application.router.add_get("/healthz", healthz)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    watch = asyncio.create_task(_watch(pulse), name="pulse")
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
        yield
    finally:
        watch.cancel()
        await runner.cleanup()


async def _watch(pulse: Pulse) -> None:
    while True:
        pulse.look()
        await asyncio.sleep(LOOK_SECONDS)
