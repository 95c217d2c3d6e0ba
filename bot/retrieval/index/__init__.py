"""The index: inverted lists, the vocabulary with its spellings, names, and dates."""

from bot.retrieval.index.days import Days, span
from bot.retrieval.index.index import Field, Index, Terms
from bot.retrieval.index.names import NameMatch, Names, NameSpan, names_of
from bot.retrieval.index.vocabulary import Likeness, Vocabulary

__all__ = [
    "Days",
    "Field",
    "Index",
    "Likeness",
    "NameMatch",
    "NameSpan",
    "Names",
    "Terms",
    "Vocabulary",
    "names_of",
    "span",
]
