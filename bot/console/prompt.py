"""The prompt of `ispolkom chat`: with history, completion and colour on a terminal, plain lines beside a pipe."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.answers import Answerer
from bot.console.chat import Chat
from bot.console.painting import paint
from bot.rendering import to_text
from bot.rendering.phrases import phrases_in

if TYPE_CHECKING:
    from prompt_toolkit.history import History

HISTORY_FILE = "questions"
PROMPT = "> "
_QUIT = frozenset({"/quit", "/exit", "quit", "exit"})


def converse(answerer: Answerer, *, locale: str = "en") -> None:
    """Talk until the person quits or the input ends."""
    chat = Chat(answerer, locale=locale)
    if sys.stdin.isatty() and sys.stdout.isatty():
        _on_terminal(chat, answerer, locale)
        return
    for line in _until_quit(sys.stdin):
        shown = chat.answer(line)
        click.echo(to_text(shown.card, language=shown.language) + "\n")


def _on_terminal(chat: Chat, answerer: Answerer, locale: str) -> None:
    title = answerer.library.pack.title
    click.secho(title.get(locale, next(iter(title.values()))), bold=True)
    click.secho(phrases_in(locale).chat_welcome, dim=True)
    for line in _until_quit(_typed(chat, answerer, locale)):
        shown = chat.answer(line)
        width = shutil.get_terminal_size().columns
        painted = paint(shown.card, language=shown.language, width=width, numbered=True)
        click.echo(f"\n{painted}\n", color=False if os.environ.get("NO_COLOR") else None)


def _until_quit(lines: Iterable[str]) -> Iterator[str]:
    """The lines with something on them, up to the one that quits."""
    for line in lines:
        if line.strip().lower() in _QUIT:
            return
        if line.strip():
            yield line


def _typed(chat: Chat, answerer: Answerer, locale: str) -> Iterator[str]:
    """What a person types, line by line, until the end of input (Ctrl-D); Ctrl-C drops a line."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
    from prompt_toolkit.completion import WordCompleter, merge_completers

    from bot.console.completion import NameCompleter

    commands = WordCompleter([name for name, _ in chat.commands], sentence=True)
    session: PromptSession[str] = PromptSession(
        history=_history(state_folder(os.environ)),
        auto_suggest=AutoSuggestFromHistory(),
        completer=merge_completers([commands, NameCompleter(answerer, language=locale)]),
        complete_while_typing=False,
    )
    while True:
        try:
            yield session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _history(folder: Path) -> History:
    """The questions of earlier chats; only those of this one where the folder cannot be written."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (folder / HISTORY_FILE).open("a", encoding="utf-8"):
            pass
    except OSError:
        return InMemoryHistory()
    return FileHistory(folder / HISTORY_FILE)


def state_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where a program of this platform keeps what it remembers for one user.

    Linux and others: the XDG Base Directory Specification, 0.8. macOS and Windows: their vendors' customs.
    """
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "darwin":
        return home / "Library" / "Application Support" / "ispolkom"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "ispolkom"
    return Path(environment.get("XDG_STATE_HOME") or home / ".local" / "state") / "ispolkom"
