"""Rules on the questions that facts must answer."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings.asks import few_asks, odd_asks, shared_asks

CHECKS: tuple[Check, ...] = (few_asks, odd_asks, shared_asks)
