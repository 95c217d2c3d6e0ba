"""Packs on disk: the files of a folder as bytes, for `read_pack` to make a library of."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.facts import Problem, Reading, Severity, read_pack
from bot.facts.reading.decoding import MAX_BYTES

_SUFFIXES = frozenset({".yaml", ".yml"})


def shipped_pack() -> Path:
    """The folder of the pack that comes with the bot: inside the installed package, or beside it in a source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


def load_pack(folder: Path, *, advice: bool = True) -> Reading:
    """Reads the pack in `folder`. Never raises: what cannot be read is a problem like any other.

    Without `advice`, only errors are looked for, and not what could be better.

    Hidden files and folders are left alone, and so is whatever a symbolic link leads to outside the folder. Of a file
    that is too large no more is read than shows that it is.
    """
    if not folder.is_dir():
        sentence = "there is no such folder; check the path"
        return Reading(None, (Problem(folder.as_posix(), 1, 1, Severity.ERROR, "missing-folder", sentence),))
    files, problems = pack_files(folder)
    with without_collecting():
        reading = read_pack(files, advice=advice)
    if not problems:
        return reading
    return Reading(None, tuple(sorted((*problems, *reading.problems))))


def pack_files(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The YAML files of a pack by their path in it, and a problem for each that cannot be read."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _yaml_files(folder, problems):
        try:
            files[_name(path, folder)] = _content(path)
        except OSError as error:
            problems.append(_unreadable(path, folder, error))
    return files, problems


@contextmanager
def without_collecting() -> Iterator[None]:
    """For what makes many values and no cycles: the cyclic collector would take a quarter of the time to find none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _yaml_files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The YAML files below `folder`; folders that cannot be listed are added to `problems`."""

    def unlisted(error: OSError) -> None:
        problems.append(_unreadable(Path(error.filename or folder), folder, error))

    for parent, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if path.suffix in _SUFFIXES and _is_inside(path, folder))


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is a file of the folder itself; a link out of it, a broken link and a pipe are not."""
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _name(path: Path, folder: Path) -> str:
    """The path in the pack, as problems show it; a name that is no text on this system gets question marks."""
    return path.relative_to(folder).as_posix().encode(errors="replace").decode()


def _unreadable(path: Path, folder: Path, error: OSError) -> Problem:
    sentence = f"it cannot be read ({error.strerror or error}); check the permissions of the file"
    return Problem(_name(path, folder), 1, 1, Severity.ERROR, "unreadable-file", sentence)
