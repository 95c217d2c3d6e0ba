"""The rules over a whole pack, one module each; base.py says how to add one."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks import errors, warnings
from bot.facts.checks.base import Check, Draft, Finding, Placed, Spot
from bot.facts.problem import Problem, Severity

CHECKS: tuple[tuple[Severity, Check], ...] = (
    *((Severity.ERROR, check) for check in errors.CHECKS),
    *((Severity.WARNING, check) for check in warnings.CHECKS),
)


def run_checks(draft: Draft, *, advice: bool = True) -> Iterator[Problem]:
    """All that the rules find in a pack, in the order of the rules; without `advice`, only the rules for errors."""
    for severity, check in CHECKS:
        if severity is Severity.WARNING and not advice:
            continue
        for finding in check.check(draft):
            line, column = draft.locate(finding.spot)
            yield Problem(finding.spot.file, line, column, severity, check.ID, finding.sentence)


__all__ = ["CHECKS", "Check", "Draft", "Finding", "Placed", "Spot", "run_checks"]
