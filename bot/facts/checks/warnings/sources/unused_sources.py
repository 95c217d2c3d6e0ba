"""unused-source: every source is cited.

A source that no fact cites is left over, or a fact forgot to cite it.

Passes: a source whose id is the `key` of some citation. Fails: any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "unused-source"


def check(draft: Draft) -> Iterator[Finding]:
    """Every source that no fact and no account cites; nothing while some facts cannot be read."""
    if not draft.complete:
        return
    cited = {citation.key for _, _, fact in draft.facts() for citation in fact.sources}
    cited |= {citation.key for _, _, fact in draft.facts() for account in fact.accounts for citation in account.sources}
    for source in draft.sources:
        if source.value.id not in cited:
            yield Finding(source.at("id"), f"no fact cites `{source.value.id}`; cite it, or delete it")
