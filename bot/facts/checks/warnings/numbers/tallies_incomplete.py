"""tally-incomplete: the counts of a tally add up to its total.

Where some of the total is not told, a count with a `label` says so ("others", "unknown"): a reader who adds up is not
left to wonder whether a number is wrong.

Passes: 10 + 5 of 18 with `{label: others, value: 3}`. Fails: 10 + 5 of 18.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "tally-incomplete"


def check(draft: Draft) -> Iterator[Finding]:
    """Every tally with two counts or more that are less than its total, when all of them are of entities."""
    for entity, index, fact in draft.facts():
        tally = fact.tally
        if tally is None or tally.total is None or len(tally.counts) < 2:
            continue
        rest = tally.total - sum(count.value for count in tally.counts)
        if rest > 0 and all(count.label is None for count in tally.counts):
            sentence = f"the counts leave {rest} of {tally.total} untold; add a count with a `label` for them"
            yield Finding(entity.at("facts", index, "tally", "total"), sentence)
