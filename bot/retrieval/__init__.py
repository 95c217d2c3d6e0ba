"""Retrieval: text in, ranked facts out, with a calibrated confidence. Pure; console and Discord call the same."""

from bot.retrieval.features import Wanted
from bot.retrieval.index import Index, NameMatch, Names
from bot.retrieval.query import Asked, Group, Query
from bot.retrieval.search import Hit, Search, Searcher, Weights

__all__ = ["Asked", "Group", "Hit", "Index", "NameMatch", "Names", "Query", "Search", "Searcher", "Wanted", "Weights"]
