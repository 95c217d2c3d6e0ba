"""Rules that a pack must keep to be loaded."""

from bot.facts.checks.base import Check
from bot.facts.checks.errors import (
    dangling_references,
    duplicate_ids,
    missing_first_language,
    undeclared_kinds,
    undeclared_languages,
)

CHECKS: tuple[Check, ...] = (
    duplicate_ids,
    dangling_references,
    undeclared_kinds,
    undeclared_languages,
    missing_first_language,
)
