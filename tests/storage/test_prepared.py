"""Indexes that are kept between starts: the same answers, never stale, never read from strangers."""

from __future__ import annotations

import os
import pickle
import stat
from pathlib import Path

import pytest

from bot.answers import Answered, Answerer, Question
from bot.storage import prepared
from bot.storage.prepared import cache_folder, open_index
from tests.packs import HANSE, edited, write


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write(tmp_path / "pack")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept_in(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


def test_the_second_start_reads_what_the_first_one_kept(
    pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built, _ = open_index(pack, cache=cache)
    monkeypatch.setattr(prepared, "load_pack", lambda folder, advice: pytest.fail("read again"))
    kept, reading = open_index(pack, cache=cache)
    assert built is not None
    assert kept is not None
    assert reading is None
    for question in ("who was the first syndic", "сколько кораблей", "diet no 2", "27 july 1361"):
        one, two = (Answerer(index.library, index).ask(Question(question)) for index in (built, kept))
        assert (type(one), one.confidence) == (type(two), two.confidence)
        assert [r.fact.id for r in one.ranked] == [r.fact.id for r in two.ranked]


def test_a_changed_file_is_read_again(pack: Path, cache: Path) -> None:
    open_index(pack, cache=cache)
    write(pack, edited("events.yaml", "farmers of Gotland", "peasants of Gotland"))
    index, _ = open_index(pack, cache=cache)
    assert index
    assert "peasants" in index.library.facts["sack-of-visby-lead"].text["en"]


def test_a_changed_time_of_the_code_is_another_index(pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_index(pack, cache=cache)
    monkeypatch.setattr(prepared, "_CODE", ("dates",))
    open_index(pack, cache=cache)
    assert len(kept_in(cache)) == 2


def test_a_broken_pack_tells_its_problems_and_is_not_kept(pack: Path, cache: Path) -> None:
    write(pack, {**HANSE, "events.yaml": "- id: Not An Id\n"})
    index, reading = open_index(pack, cache=cache)
    assert index is None
    assert reading
    assert reading.errors
    assert kept_in(cache) == []


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps({"an": "other value"})])
def test_what_cannot_be_read_back_is_built_again(pack: Path, cache: Path, content: bytes) -> None:
    open_index(pack, cache=cache)
    (file,) = kept_in(cache)
    file.write_bytes(content)
    index, _ = open_index(pack, cache=cache)
    assert index
    assert isinstance(Answerer(index.library, index).ask(Question("first syndic")), Answered)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_may_write_is_not_read(
    pack: Path, cache: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_index(pack, cache=cache)
    (file,) = kept_in(cache)
    file.chmod(mode)
    monkeypatch.setattr(pickle, "loads", lambda content: pytest.fail("read a stranger's pickle"))
    assert open_index(pack, cache=cache)[0]


def test_what_is_kept_is_for_the_user_alone(pack: Path, cache: Path) -> None:
    open_index(pack, cache=cache)
    (file,) = kept_in(cache)
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 or os.name == "nt"


def test_a_cache_that_cannot_be_written_is_done_without(pack: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert open_index(pack, cache=blocked / "cache")[0]


def test_old_indexes_are_dropped(pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_KEPT", 1)
    open_index(pack, cache=cache)
    write(pack, edited("events.yaml", "farmers of Gotland", "peasants of Gotland"))
    open_index(pack, cache=cache)
    assert len(kept_in(cache)) == 1


def test_where_indexes_are_kept() -> None:
    assert cache_folder({"XDG_CACHE_HOME": "/var/cache/me"}) == Path("/var/cache/me/ispolkom")
    assert cache_folder({}).name == "ispolkom"
