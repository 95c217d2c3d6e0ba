"""undeclared-kind: an entity's kind is one that pack.yaml declares.

The kinds decide the lookup commands and the words on a card; an entity of another kind would have none.

Passes: `kind: town` where pack.yaml has `town` under `kinds`. Fails: `kind: twon`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding
from bot.facts.suggestion import did_you_mean

ID = "undeclared-kind"


def check(draft: Draft) -> Iterator[Finding]:
    """Every entity of a kind that the manifest does not have; nothing while the manifest cannot be read."""
    if draft.pack is None:
        return
    kinds = draft.pack.value.kinds
    for entity in draft.entities:
        kind = entity.value.kind
        if kind not in kinds:
            hint = did_you_mean(kind, kinds, otherwise=f"; the kinds are {', '.join(kinds)}")
            yield Finding(entity.at("kind"), f"pack.yaml declares no kind `{kind}`{hint}")
