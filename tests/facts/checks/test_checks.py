"""What holds for every check: an id of its own, and a docstring that documents the rule."""

from __future__ import annotations

from types import ModuleType

import pytest

from bot.facts.checks import CHECKS
from bot.facts.checks.base import Check


def test_ids_are_unique() -> None:
    ids = [check.ID for _, check in CHECKS]
    assert len(ids) == len(set(ids)) > 10


@pytest.mark.parametrize("check", [pytest.param(check, id=check.ID) for _, check in CHECKS])
def test_a_check_documents_its_rule(check: Check) -> None:
    assert isinstance(check, ModuleType)
    text = str(check.__doc__)
    assert text.startswith(f"{check.ID}: ")
    assert "Passes: " in text
    assert "Fails: " in text
