"""The bot is well while every shard's heartbeat is answered, and says so over HTTP."""

from __future__ import annotations

import socket
from math import inf

import aiohttp
import pytest

from bot.config import HealthSettings
from bot.discord_shell.health import SILENT_SECONDS, Pulse, served


class Connection:
    """Shards that a test sets."""

    def __init__(self) -> None:
        self.shard_count: int | None = None
        self.latencies: list[tuple[int, float]] = []


class Clock:
    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


def test_from_start_to_silence() -> None:
    connection, clock = Connection(), Clock()
    pulse = Pulse(connection, clock=clock)
    pulse.look()
    assert pulse.trouble() == "0 of an unknown number of shards are connected"
    connection.shard_count, connection.latencies = 2, [(0, 0.04), (1, inf)]
    pulse.look()
    assert pulse.trouble() == "1 of 2 shards are connected"
    connection.latencies = [(0, 0.04), (1, 0.05)]
    pulse.look()
    assert pulse.trouble() is None
    clock.now += SILENT_SECONDS - 1
    connection.latencies = [(0, 0.07), (1, 0.05)]
    pulse.look()
    assert pulse.trouble() is None
    clock.now += 2
    pulse.look()
    assert pulse.trouble() == "1 of 2 shards are connected"


def test_a_shard_that_begins_anew_is_not_connected() -> None:
    connection, clock = Connection(), Clock()
    connection.shard_count, connection.latencies = 1, [(0, 0.04)]
    pulse = Pulse(connection, clock=clock)
    pulse.look()
    connection.latencies = [(0, inf)]
    pulse.look()
    assert pulse.trouble() is not None


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_healthz_answers(port: int) -> None:
    connection = Connection()
    pulse = Pulse(connection)
    async with served(HealthSettings(port=port), pulse), aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status == 503
        connection.shard_count, connection.latencies = 1, [(0, 0.04)]
        async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, await answer.text()) == (200, "all shards are connected")
        async with session.get(f"http://127.0.0.1:{port}/other") as answer:
            assert answer.status == 404


async def test_no_port_no_server() -> None:
    async with served(HealthSettings(port=0), Pulse(Connection())):
        pass


async def test_a_port_in_use_is_an_error(port: int) -> None:
    settings = HealthSettings(port=port)
    async with served(settings, Pulse(Connection())):
        with pytest.raises(OSError, match="in use"):
            async with served(settings, Pulse(Connection())):
                pass
