"""Rules on sources: each is cited, and can be found by what is told of it."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings.sources import bare_sources, unused_sources, wrong_isbns

CHECKS: tuple[Check, ...] = (unused_sources, bare_sources, wrong_isbns)
