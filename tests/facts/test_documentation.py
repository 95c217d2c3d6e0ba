"""docs/facts.md names every rule that a problem can have, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from bot.facts.checks import CHECKS

ROOT = Path(__file__).parents[2]
USED = re.compile(
    r'(?:(?:ERROR|WARNING|note\(event|stop\(event|stop\(None|path|MANIFEST|SOURCES), |return )"([a-z0-9-]+)", '
)
DOCS = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8").partition("## Rules")[2]


def test_every_rule_over_the_pack_is_in_the_table_with_its_severity() -> None:
    table = re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", DOCS, re.MULTILINE)
    assert table == [(check.ID, str(severity)) for severity, check in CHECKS]


def test_every_rule_within_a_file_is_listed() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "facts" / "reading").glob("*.py"))
    code += (ROOT / "bot" / "storage" / "packs.py").read_text(encoding="utf-8")
    listed = re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`", DOCS.rpartition("What is wrong within one file")[2])
    assert len(listed) == len(set(listed)) > 20
    assert [rule for rule in listed if f'"{rule}"' not in code] == []
    used = set(USED.findall(code))
    assert used - set(listed) == set()
