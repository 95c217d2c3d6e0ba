"""near-duplicate: two facts do not say nearly the same.

A member who gets both reads everything twice, and of two versions one will not be corrected with the other.

How alike two texts are is the cosine of their words, in which a word weighs the more, the fewer facts have it: a name
says more than a month. Texts that repeat each other in other words stay below the bar, and so do series of facts of
one pattern ("Visby promised 3 ships", "Hamburg promised 5 ships"), since their names differ.

Passes: "Henry the Lion founded Lübeck anew in 1159." and "Lübeck burnt down in 1157." Fails: the first beside
"Lübeck was founded anew in 1159 by Henry the Lion."
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt

from bot.facts.checks.base import Draft, Finding

ID = "near-duplicate"
ALIKE = 0.64
"""The cosine from which on two texts are told. Measured: what a person calls the same begins there, and below it are
facts of one pattern."""

_MOST = 60
"""A word that more facts have brings no two together: that they share it is no sign. It bounds the work."""
_ROUNDING = 1e-6
_WORD = re.compile(r"\w+")


def check(draft: Draft) -> Iterator[Finding]:
    """Every fact with the earlier one that is most like it, in the pack's first language. Equal texts are another
    rule's."""
    if draft.pack is None:
        return
    first = draft.pack.value.languages[0]
    told = [(entity, index, fact) for entity, index, fact in draft.facts() if first in fact.text]
    texts = [fact.text[first] for _, _, fact in told]
    for later, earlier in twins([frozenset(_WORD.findall(text.casefold())) for text in texts]):
        if texts[later] == texts[earlier]:
            continue
        (entity, index, _), (owner, number, other) = told[later], told[earlier]
        where = draft.where(owner.at("facts", number, "text", first))
        sentence = f"`{other.id}` says nearly the same ({where}); make one fact of the two, or tell them apart"
        yield Finding(entity.at("facts", index, "text", first), sentence)


def twins(bags: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Each bag of words that an earlier one is like, with the most similar of these, by position."""
    counts = Counter(chain.from_iterable(bags))
    weights = {word: log(1 + len(bags) / count) ** 2 for word, count in counts.items()}
    totals = [sum(map(weights.__getitem__, bag)) for bag in bags]
    untold: list[float] = []
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        rest = totals[at]
        told: defaultdict[int, float] = defaultdict(float)
        for word in _telling(bag, weights, totals[at]):
            if counts[word] <= _MOST:
                weight = weights[word]
                rest -= weight
                for other in having[word]:
                    told[other] += weight
                having[word].append(at)
        untold.append(rest)
        best, nearest = ALIKE - _ROUNDING, None
        for other, known in told.items():
            # All bags are told in one order, so what two share beyond `known` is untold of the one that stops first.
            length = sqrt(totals[at] * totals[other])
            if known + max(rest, untold[other]) >= best * length:
                alike = sum(map(weights.__getitem__, bag & bags[other])) / length
                if alike >= best:
                    best, nearest = alike, other
        if nearest is not None:
            yield at, nearest


def _telling(bag: frozenset[str], weights: Mapping[str, float], total: float) -> Iterator[str]:
    """The heaviest words of a bag, so many that nothing can be like it that shares only the others.

    If only words of the weight `rest` are shared, the cosine is at most sqrt(rest / total); and as all are cut in
    one order, any two that are alike share a word that is telling in both.
    """
    rest = total
    for word in sorted(bag, key=lambda word: (-weights[word], word)):
        if rest < ALIKE * ALIKE * total - _ROUNDING:
            return
        rest -= weights[word]
        yield word
