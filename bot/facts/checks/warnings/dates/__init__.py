"""Rules on dates that contradict each other: within a text, between text and date, between facts."""

from bot.facts.checks.base import Check
from bot.facts.checks.warnings.dates import (
    calendars_disagree,
    dates_not_in_text,
    outside_lifetimes,
    reversed_roles,
    roles_disagree,
)

CHECKS: tuple[Check, ...] = (
    calendars_disagree,
    dates_not_in_text,
    reversed_roles,
    roles_disagree,
    outside_lifetimes,
)
