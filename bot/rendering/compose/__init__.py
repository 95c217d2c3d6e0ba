"""Whole cards: replies to a question, overviews of many facts, and pages that no question asks for.

To add a card: a function in the module it belongs to, that makes blocks of passages with `statements`, puts them into
limits with `limits.fit`, and takes every word of the bot's own from `phrases`.
"""
