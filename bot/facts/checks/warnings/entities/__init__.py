"""Rules on the things of the base: their names, languages and links."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings.entities import colliding_names, missing_languages, orphans

CHECKS: tuple[Check, ...] = (colliding_names, missing_languages, orphans)
