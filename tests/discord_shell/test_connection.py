"""What may pass is waited for, what may not is said in a sentence."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.discord_shell import connection
from bot.discord_shell.connection import lost, until_reached


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, none of which takes time."""
    pauses: list[float] = []

    async def nap(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr(connection.asyncio, "sleep", nap)
    return pauses


def refusal(status: int) -> discord.HTTPException:
    kind = discord.DiscordServerError if status >= 500 else discord.HTTPException
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, "refused")


def failing(*errors: Exception) -> Any:
    left = list(errors)

    async def reach() -> None:
        if left:
            raise left.pop(0)

    return reach


async def test_discord_out_of_reach_is_waited_for_ever_longer(naps: list[float]) -> None:
    errors = [aiohttp.ClientConnectionError(), discord.GatewayNotFound(), refusal(503), refusal(429), TimeoutError()]
    await until_reached(failing(*errors * 2), chance=lambda: 0.5)
    assert naps == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]


@pytest.mark.parametrize("error", [discord.LoginFailure("no"), refusal(403), KeyError("x")])
async def test_what_no_waiting_mends_is_raised(error: Exception, naps: list[float]) -> None:
    with pytest.raises(type(error)):
        await until_reached(failing(error))
    assert naps == []


async def test_a_client_that_was_closed_is_not_waited_for(naps: list[float]) -> None:
    with pytest.raises(aiohttp.ClientConnectionError):
        await until_reached(failing(aiohttp.ClientConnectionError()), given_up=lambda: True)
    assert naps == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (discord.LoginFailure("no"), "DISCORD_TOKEN"),
        (discord.PrivilegedIntentsRequired(None), "message content intent"),
    ],
)
def test_what_the_operator_can_mend_is_said(error: Exception, words: str) -> None:
    assert words in str(lost(error))
    assert not lost(error).is_unexpected


@pytest.mark.parametrize("error", [KeyError("x"), None])
def test_anything_else_asks_for_its_traceback(error: Exception | None) -> None:
    assert lost(error).is_unexpected
