"""Rules on the texts of facts: each can be quoted alone, fits on a card, and is there once."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings.texts import (
    leading_pronouns,
    long_texts,
    near_duplicates,
    same_texts,
    unfinished_texts,
)

CHECKS: tuple[Check, ...] = (long_texts, leading_pronouns, unfinished_texts, same_texts, near_duplicates)
