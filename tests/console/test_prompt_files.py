"""Where the prompt keeps the questions of earlier chats."""

from __future__ import annotations

from pathlib import Path

import pytest
from prompt_toolkit.history import FileHistory, InMemoryHistory

from bot.console.prompt import _history, state_folder


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"HOME": "/home/ada"}, "linux", "/home/ada/.local/state/ispolkom"),
        ({"HOME": "/home/ada", "XDG_STATE_HOME": "/state"}, "linux", "/state/ispolkom"),
        ({"HOME": "/home/ada", "XDG_STATE_HOME": ""}, "freebsd14", "/home/ada/.local/state/ispolkom"),
        ({"HOME": "/Users/ada"}, "darwin", "/Users/ada/Library/Application Support/ispolkom"),
        ({"USERPROFILE": "/users/ada", "LOCALAPPDATA": "/local"}, "win32", "/local/ispolkom"),
        ({"USERPROFILE": "/users/ada"}, "win32", "/users/ada/AppData/Local/ispolkom"),
    ],
)
def test_the_folder_follows_the_customs_of_the_platform(
    environment: dict[str, str], platform: str, folder: str
) -> None:
    assert state_folder(environment, platform).as_posix() == folder


def test_questions_are_kept_from_one_chat_to_the_next(tmp_path: Path) -> None:
    _history(tmp_path / "new" / "folder").append_string("When was Visby taken?")
    kept = _history(tmp_path / "new" / "folder")
    assert isinstance(kept, FileHistory)
    assert list(kept.load_history_strings()) == ["When was Visby taken?"]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert isinstance(_history(tmp_path / "file" / "folder"), InMemoryHistory)
