"""The index of a pack, kept from one start to the next, so that a console answer need not build it again.

What is kept is a pickle in the user's own cache folder, named after everything that it was made from: the bytes of the
pack's files, the code that reads and indexes them, and the Python that runs it. When any of these changes, the name
changes, and the index is built anew. A pickle can run code when it is read, so it is only read from a folder and a
file that belong to this user and that nobody else may write; a pack never brings one along.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from bot.facts import Reading
from bot.retrieval import Index
from bot.storage.packs import load_pack, pack_files, without_collecting

_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("dates", "facts", "retrieval")
_KEPT = 8


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where indexes are kept: `$XDG_CACHE_HOME/ispolkom`, on Windows `%LOCALAPPDATA%`, else `~/.cache/ispolkom`."""
    home = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "ispolkom"


def open_index(folder: Path, *, cache: Path | None) -> tuple[Index | None, Reading | None]:
    """The index of the pack in `folder`: kept, or built and kept in `cache` (None: do not keep).

    With an index that was kept comes no `Reading`: the pack had no errors when it was made. Without an index, the
    reading tells the errors. What cannot be kept or read back is built again, never an error.
    """
    kept = cache / f"{_digest(folder)}.index" if cache else None
    if kept and (index := _read(kept)):
        return index, None
    with without_collecting():
        reading = load_pack(folder, advice=False)
        if reading.library is None:
            return None, reading
        index = Index(reading.library)
    if kept:
        _keep(kept, index)
    return index, reading


def _digest(folder: Path) -> str:
    """A name for what an index is made from."""
    digest = hashlib.sha256(sys.version.encode())
    for path in _code():
        status = path.stat()
        digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    for name, content in sorted(pack_files(folder)[0].items()):
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _code() -> Iterator[Path]:
    for part in _CODE:
        yield from sorted((_PACKAGE / part).rglob("*.py"))


def _read(path: Path) -> Index | None:
    if not (_is_private(path.parent) and _is_private(path)):
        return None
    try:
        with without_collecting():
            index = pickle.loads(path.read_bytes())  # noqa: S301 - only what this user has written, see above
    except Exception:  # a pickle that is torn or foreign fails in any way it likes
        return None
    return index if isinstance(index, Index) else None


def _is_private(path: Path) -> bool:
    """Whether a path is this user's own and not for others to write. Windows keeps a user's folders private itself."""
    try:
        status = path.lstat()
    except OSError:
        return False
    if stat.S_ISLNK(status.st_mode):
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _keep(path: Path, index: Index) -> None:
    """Write an index whole or not at all, and drop the oldest ones when there are many."""
    with suppress(OSError, RecursionError, pickle.PicklingError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            try:
                pickle.dump(index, file, protocol=pickle.HIGHEST_PROTOCOL)
                file.close()
                Path(file.name).replace(path)
            finally:
                Path(file.name).unlink(missing_ok=True)
        old = sorted(path.parent.glob("*.index"), key=lambda kept: kept.stat().st_mtime, reverse=True)[_KEPT:]
        for kept in old:
            kept.unlink(missing_ok=True)
