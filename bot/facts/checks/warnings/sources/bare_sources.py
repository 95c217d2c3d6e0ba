"""bare-source: a book or an article says who wrote it or when it was published.

A title alone is hard to find, and a reader cannot judge it.

Passes: `{id: rorig, type: book, author: [{family: Rörig, given: Fritz}], title: The Medieval Town}`
Fails: `{id: rorig, type: book, title: The Medieval Town}`
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "bare-source"

TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper book chapter paper-conference report review thesis
    """.split()
)
"""Types of sources that always have an author or an editor, and a date. Pages, entries and documents need not."""


def check(draft: Draft) -> Iterator[Finding]:
    """Every source of these types with neither author nor editor nor `issued`."""
    for source in draft.sources:
        item = source.value
        if item.type in TYPES and not (item.author or item.editor or item.issued):
            sentence = f"`{item.id}` has no author, no editor and no date; add `author` or `editor`, and `issued`"
            yield Finding(source.at("id"), sentence)
