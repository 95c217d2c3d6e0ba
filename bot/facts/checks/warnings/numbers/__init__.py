"""Rules on numbers that contradict each other."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings.numbers import tallies_incomplete, tallies_over_total

CHECKS: tuple[Check, ...] = (tallies_over_total, tallies_incomplete)
