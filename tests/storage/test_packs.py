"""Packs on disk: which files are read, and what becomes of those that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.facts import Severity
from bot.facts.reading.decoding import MAX_BYTES
from bot.storage.packs import load_pack, shipped_pack
from tests.packs import HANSE, HANSE_FOLDER, TINY, read, spots, write

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_folder_is_read_as_its_files_are() -> None:
    reading = load_pack(HANSE_FOLDER)
    assert reading.problems == ()
    assert reading.library is not None
    wanted = read(HANSE).library
    assert wanted is not None
    assert dict(reading.library.entities) == dict(wanted.entities)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    reading = load_pack(tmp_path / "nowhere")
    assert reading.library is None
    assert [problem.rule for problem in reading.problems] == ["missing-folder"]
    assert (tmp_path / "nowhere").as_posix() in str(reading.problems[0])


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text("a")
    assert [problem.rule for problem in load_pack(file).problems] == ["missing-folder"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert spots(load_pack(tmp_path)) == [("pack.yaml", 1, 1, "empty-pack")]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    write(
        tmp_path,
        {**TINY, ".towns.yaml.swp.yaml": "- [", ".git/x.yaml": "- [", "a/.b/c.yaml": "- [", "towns.yaml~": "["},
    )
    assert load_pack(tmp_path).problems == ()


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", TINY)
    outside = write(tmp_path / "outside", {"secret.yaml": "- ["})
    (folder / "link.yaml").symlink_to(outside / "secret.yaml")
    (folder / "linked").symlink_to(outside)
    (folder / "broken.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "again").symlink_to(folder)
    assert load_pack(folder).problems == ()


def test_a_folder_may_be_a_link_itself_and_have_links_inside(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", {**TINY, "..data/towns.yaml": TINY["towns.yaml"]})
    (folder / "towns.yaml").unlink()
    (folder / "towns.yaml").symlink_to("..data/towns.yaml")
    (tmp_path / "link").symlink_to(folder)
    library = load_pack(tmp_path / "link").library
    assert library is not None
    assert set(library.entities) == {"lubeck"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path, TINY) / "pipe.yaml")
    assert load_pack(tmp_path).problems == ()


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {**TINY, "more.yaml/README.md": "hello"})
    assert load_pack(tmp_path).problems == ()


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    (write(tmp_path, TINY) / "towns.yaml").chmod(0)
    reading = load_pack(tmp_path)
    assert reading.library is None
    assert ("towns.yaml", 1, 1, "unreadable-file") in spots(reading)


def test_a_file_that_fails_to_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> bytes:
        if path.name == "towns.yaml":
            raise PermissionError(13, "Permission denied")
        return path.read_bytes()

    monkeypatch.setattr("bot.storage.packs._content", broken)
    reading = load_pack(write(tmp_path, {**TINY, "more.yaml": TINY["towns.yaml"]}))
    assert reading.library is None
    [problem] = reading.problems
    assert (problem.file, problem.rule, problem.severity) == ("towns.yaml", "unreadable-file", Severity.ERROR)
    assert "Permission denied" in problem.sentence


def test_a_file_of_fifty_megabytes_is_a_problem(tmp_path: Path) -> None:
    with (write(tmp_path, TINY) / "all.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert spots(load_pack(tmp_path)) == [("all.yaml", 1, 1, "file-too-large")]
    assert MAX_BYTES < 50_000_000


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_no_reason_to_fail(tmp_path: Path) -> None:
    write(tmp_path, TINY)
    try:
        (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("- [")
    except OSError:
        pytest.skip("this file system has text names only")
    assert [problem.file for problem in load_pack(tmp_path).problems] == ["?.yaml"]


def test_the_shipped_pack_is_a_pack() -> None:
    assert (shipped_pack() / "pack.yaml").is_file()
