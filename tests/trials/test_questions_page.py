"""docs/questions.md shows every key and every rule, and its examples are questions that can be asked."""

from __future__ import annotations

import re
from pathlib import Path

from bot.trials import Expectation, read_questions
from tests.packs import library

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")


def test_every_key_is_in_the_table_in_the_order_of_the_model() -> None:
    keys = [field.alias or name for name, field in Expectation.model_fields.items()]
    assert re.findall(r"^\| `([a-z-]+)` \| ", PAGE.partition("## Rules")[0], re.MULTILINE) == keys


def test_every_rule_is_in_the_table() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| (?:error|warning) \|", PAGE, re.MULTILINE)
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "trials").glob("*.py"))
    used = set(re.findall(r'"([a-z]+-(?:miss|question|reference))"', code)) | {"asks"}
    assert set(listed) == used


def test_the_examples_can_be_read() -> None:
    questions, known = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    files = {"towns.yaml": questions.encode(), "known_misses.yaml": known.encode()}
    reading = read_questions(files, library())
    assert reading.problems == ()
    assert len(reading.suite.conversations) == 5
    assert len(reading.suite.known) == 1
