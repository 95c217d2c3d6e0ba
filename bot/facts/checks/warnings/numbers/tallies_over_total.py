"""tally-over-total: the counts of a tally do not add up to more than its total.

Parts may be missing from a source, but more than all is a slip of the pen, or things that were counted twice.

Passes: 10 + 5 of 18. Fails: 10 + 9 of 18.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "tally-over-total"


def check(draft: Draft) -> Iterator[Finding]:
    """Every tally whose counts exceed its total."""
    for entity, index, fact in draft.facts():
        tally = fact.tally
        if tally is None or tally.total is None:
            continue
        counted = sum(count.value for count in tally.counts)
        if counted > tally.total:
            sentence = f"the counts make {counted}, more than the total of {tally.total}; correct one of them"
            yield Finding(entity.at("facts", index, "tally", "total"), sentence)
