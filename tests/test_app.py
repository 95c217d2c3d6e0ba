"""Starting: what is wrong is said in sentences, and the log keeps the secret."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import FAILED, read_library, run_bot, set_up_logging
from bot.config import LogSettings, Settings
from tests.packs import HANSE_FOLDER


@pytest.fixture(autouse=True)
def _logging_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    for variable in ("DISCORD_TOKEN", "DISCORD_TOKEN_FILE"):
        monkeypatch.delenv(variable, raising=False)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_without_a_token_the_bot_says_where_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_bot(Settings()) == FAILED
    assert "DISCORD_TOKEN" in capsys.readouterr().err


def test_a_broken_pack_is_told_problem_by_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "abc.def")
    (tmp_path / "pack.yaml").write_text("format: 1\nid: x\n", encoding="utf-8")
    assert run_bot(Settings(knowledge=tmp_path)) == FAILED
    told = capsys.readouterr().err
    assert "pack.yaml:" in told
    assert "cannot be loaded" in told


def test_a_sound_pack_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        library = read_library(HANSE_FOLDER)
    assert library is not None
    assert f"Loaded {len(library.facts)} facts" in caplog.text


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_is_in_no_line_of_the_log(form: Any, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogSettings(format=form), secret=SecretStr("abc.def"))
    try:
        raise ValueError("bad token abc.def")
    except ValueError:
        logging.getLogger("bot").exception("Logging in with %s failed", "abc.def")
    told = capsys.readouterr().err
    assert "abc.def" not in told
    assert "[token]" in told


def test_json_lines_are_objects(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogSettings(format="json"))
    logging.getLogger("bot").info("first\nsecond")
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["message"]) == ("info", "bot", "first\nsecond")


def test_the_library_below_is_quiet_unless_debugging(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogSettings(level="info"))
    logging.getLogger("discord.http").info("POST with words of users")
    assert capsys.readouterr().err == ""
    set_up_logging(LogSettings(level="debug"))
    logging.getLogger("discord.http").info("now it may")
    assert "now it may" in capsys.readouterr().err
    set_up_logging(LogSettings())
