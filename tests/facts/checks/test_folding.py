"""Folding of names and questions."""

from __future__ import annotations

import pytest

from bot.facts.checks.folding import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Lübeck", "lubeck"),
        ("Saint-Peter's  Court", "saint peter s court"),
        ("Любек", "любек"),
        ("STRASSE ß", "strasse ss"),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded
