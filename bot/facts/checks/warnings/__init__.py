"""Rules that a person judges: what they find may be meant as it is."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings import (
    colliding_names,
    leading_pronouns,
    long_texts,
    reversed_roles,
    same_texts,
    tallies_over_total,
    unused_sources,
)

CHECKS: tuple[Check, ...] = (
    colliding_names,
    long_texts,
    leading_pronouns,
    same_texts,
    unused_sources,
    tallies_over_total,
    reversed_roles,
)
