"""Positions: where a value or a key stands in its file."""

from __future__ import annotations

import pytest

from bot.facts.problem import Steps
from bot.facts.reading.strict_yaml import read_yaml

TEXT = """\
# towns
- id: lubeck
  name: {en: Lübeck, ru: Любек}
  facts:
    - id: first
      sources:
        - key: a
        - key: b
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        ((0,), (2, 3), (2, 3)),
        ((0, "id"), (2, 7), (2, 3)),
        ((0, "name"), (3, 9), (3, 3)),
        ((0, "name", "ru"), (3, 26), (3, 22)),
        ((0, "facts", 0, "sources", 1, "key"), (8, 16), (8, 11)),
        ((0, "facts", 0, "id", "en"), (5, 11), (5, 7)),
        ((0, "facts", 7, "id"), (5, 5), (4, 3)),
    ],
)
def test_positions_of_values_and_keys(path: Steps, value: tuple[int, int], key: tuple[int, int]) -> None:
    document = read_yaml("towns.yaml", TEXT)
    assert document.position(path) == value
    assert document.position(path, key=True) == key


def test_a_file_that_cannot_be_read_has_one_position() -> None:
    assert read_yaml("towns.yaml", "- [").position((0, "id")) == (1, 1)
