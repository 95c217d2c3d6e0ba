"""What the files around the code promise to each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_ci_runs_what_the_readme_tells_a_newcomer_to_run() -> None:
    (command,) = [line for line in text("README.md").splitlines() if line.endswith("/pytest")]
    assert command in text(".ci/run")


def test_check_is_what_ci_runs() -> None:
    targets = dict(re.findall(r"^([a-z-]+): ([a-z -]+?)  ##", text("Makefile"), re.MULTILINE))
    assert targets["check"].split() == ["static", "test"]
    assert "make --no-print-directory static" in text(".ci/run")


def test_every_target_is_in_the_help_and_none_is_taken_for_a_file() -> None:
    makefile = text("Makefile")
    targets = re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE)
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert sorted(phony.split()) == sorted(targets)
    assert all(re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE) for target in targets)


def test_the_image_gets_every_file_that_the_project_file_names() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    outside = {name for name in [project["readme"], *project["license-files"], "pyproject.toml"] if "/" not in name}
    copied = set(re.findall(r"\S+", re.findall(r"^COPY (.*) \./$", text("Dockerfile"), re.MULTILINE)[0]))
    assert outside <= copied
    assert {f"!{name}" for name in copied} <= set(text(".dockerignore").splitlines())
