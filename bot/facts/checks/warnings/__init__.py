"""Rules that a person judges: what they find may be meant as it is. By subject, and each subject lists its own."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings import asks, dates, entities, numbers, sources, texts

CHECKS: tuple[Check, ...] = (
    *entities.CHECKS,
    *texts.CHECKS,
    *dates.CHECKS,
    *numbers.CHECKS,
    *asks.CHECKS,
    *sources.CHECKS,
)
