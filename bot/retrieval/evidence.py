"""What speaks for the best candidate being an answer at all: the values that the confidence is made of.

To add one: its name in `EVIDENCE`, its value in `evidence`, and a new fit of the weights (`benchmarks/fit.py`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.retrieval.features import FEATURES, Wanted
from bot.retrieval.index import Index
from bot.retrieval.query import Query

EVIDENCE = (
    "text", "ask", "ask_likeness", "head_share", "named", "fits", "dated", "numbers", "score", "covered", "rarest",
    "mass", "missed", "words", "rarity", "margin", "repaired", "guess", "agreed", "share", "shown_share",
)  # fmt: skip

_OWN_FEATURES = EVIDENCE[:8]
_AGREEING = 5
_SHOWN = 3  # an answer shows up to three facts


def evidence(
    query: Query,
    index: Index,
    candidates: NDArray[np.int64],
    features: NDArray[np.float64],
    scores: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The values that `EVIDENCE` names, for at least one candidate: their rows, features and scores, best first."""
    own = dict(zip(FEATURES, features[0].tolist(), strict=True))
    values = {name: own[name] for name in _OWN_FEATURES}
    values |= _of_words(query, index, int(candidates[0]))
    values |= _of_rivals(index, candidates, scores)
    return np.array([values[name] for name in EVIDENCE])


def _of_words(query: Query, index: Index, first: int) -> dict[str, float]:
    """How much of the question the best candidate holds, a repaired word for less than one that was known.

    An unknown or repaired word is worth as much as a word that no fact has: it may have been the point of the question.
    """
    groups, unknown = query.groups, index.unknown_idf
    here = index.terms_of(first).union(*index.heads.of(int(index.entity_of[first])))
    held = Wanted(groups).held_by_group(here)
    worth = [group.idf if group.sure == 1 else unknown for group in groups]
    got = [
        weight * group.sure**2 * min(1.0, held.get(place, 0.0) / group.idf) if group.idf else 0.0
        for place, (weight, group) in enumerate(zip(worth, groups, strict=True))
    ]
    mass = sum(worth) or 1.0
    repaired = sum(w * (1 - group.sure) for w, group in zip(worth, groups, strict=True) if group.sure) / mass
    return {
        "covered": sum(got) / mass,
        "rarest": max(got, default=0.0) / unknown,
        "mass": sum(got) / unknown,
        "missed": max((w - g for w, g in zip(worth, got, strict=True)), default=0.0) / unknown,
        "words": float(np.log1p(len(groups))),
        "rarity": mass / max(len(groups), 1) / unknown,
        "repaired": repaired,
        "guess": repaired / max(len(groups), 1),
    }


def _of_rivals(index: Index, candidates: NDArray[np.int64], scores: NDArray[np.float64]) -> dict[str, float]:
    """How the best candidate stands among the others: its lead over the next entity, its share of the softmax."""
    entities = index.entity_of[candidates]
    others = np.flatnonzero(entities != entities[0])
    share = np.exp(scores - scores[0])
    share /= share.sum()
    return {
        "score": float(scores[0]),
        "margin": float(scores[0] - scores[others[0]]) if len(others) else 1.0,
        "agreed": float((entities[:_AGREEING] == entities[0]).mean()),
        "share": float(share[0]),
        "shown_share": float(share[:_SHOWN].sum()),
    }
