"""Facts: what a pack says, as checked and frozen values. Pure: files come in as bytes, nothing touches the disk."""

from bot.facts.library import Library, mentions
from bot.facts.models import (
    Account,
    Citation,
    Count,
    Entity,
    Fact,
    Kind,
    Pack,
    PackContext,
    Relation,
    Role,
    Standing,
    Tally,
    in_language,
)
from bot.facts.problem import Problem, Severity
from bot.facts.reading import Reading, read_pack
from bot.facts.sources import Name, Source

__all__ = [
    "Account",
    "Citation",
    "Count",
    "Entity",
    "Fact",
    "Kind",
    "Library",
    "Name",
    "Pack",
    "PackContext",
    "Problem",
    "Reading",
    "Relation",
    "Role",
    "Severity",
    "Source",
    "Standing",
    "Tally",
    "in_language",
    "mentions",
    "read_pack",
]
