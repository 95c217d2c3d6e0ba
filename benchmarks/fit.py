"""Fits the weights of the ranking and of the confidence, and writes them to `bot/retrieval/weights.json`.

    python -m benchmarks.fit [--knowledge DIR] [--off-topic FILE] [--dry-run]

Data: the curators' questions of a pack (`asks:`), by cross-validation. In each of five folds, a fifth of the questions
is taken out of the base and asked instead, so that no question meets itself; and each is asked of the whole base, as
written and misspelt, since members do ask what curators foresaw. The ranking is a softmax over the candidates of each
question with the asked fact as the right one; the confidence is a logistic model that the facts shown hold it. For
questions that the base cannot answer, the folds are asked of a base without the entities, or without the facts, that
they are about, and the lines of `off_topic.txt` are added. Both models are convex and fitted by Newton's method with a
ridge; the figures printed are out of fold.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.typos import with_typos
from bot.facts import Entity, Library
from bot.retrieval import Index, Searcher, Weights
from bot.retrieval.evidence import EVIDENCE, evidence
from bot.retrieval.features import FEATURES
from bot.storage.packs import load_pack, shipped_pack

FOLDS = 5
SEED = 1
SHOWN = 3  # an answer shows up to three facts: it is right when the asked one is among them
WEIGHTS = Path(__file__).parents[1] / "bot" / "retrieval" / "weights.json"
OFF_TOPIC = Path(__file__).with_name("off_topic.txt")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the fact that must answer it; none for a question that the base cannot answer."""

    text: str
    fact: str | None
    fold: int


@dataclass(frozen=True, slots=True)
class Case:
    """The candidates of one question: their features, and which of them is right (-1: none)."""

    asked: Asked
    features: NDArray[np.float64]
    right: int


def questions(library: Library) -> list[Asked]:
    """The curators' questions of a pack, each in a fold; those of one fact in different ones."""
    return [
        Asked(text=ask, fact=fact.id, fold=(row + place) % FOLDS)
        for row, fact in enumerate(library.facts.values())
        for place, ask in enumerate(ask for asks in fact.asks.values() for ask in asks)
    ]


def without_asks(library: Library, fold: int) -> Library:
    """The library without the questions of one fold."""
    held_out = {asked.text for asked in questions(library) if asked.fold == fold}
    return _with_entities(library, [_stripped(entity, held_out) for entity in library.entities.values()])


def without_entities(library: Library, fold: int) -> Library:
    """The library without every `FOLDS`-th entity: what it cannot answer is near to what it can."""
    kept = [entity for place, entity in enumerate(library.entities.values()) if place % FOLDS != fold]
    return _with_entities(library, kept)


def without_facts(library: Library, fold: int) -> Library:
    """The library without every `FOLDS`-th fact, lead facts kept: it knows the thing, but not what is asked of it."""
    gone = {fact.id for place, fact in enumerate(library.facts.values()) if place % FOLDS == fold}
    kept = [
        entity.model_copy(update={"facts": (entity.facts[0], *(f for f in entity.facts[1:] if f.id not in gone))})
        for entity in library.entities.values()
    ]
    return _with_entities(library, kept)


def _with_entities(library: Library, entities: Sequence[Entity]) -> Library:
    return Library(library.pack, entities, library.sources.values())


def _stripped(entity: Entity, held_out: set[str]) -> Entity:
    facts = [
        fact.model_copy(
            update={"asks": {code: tuple(a for a in asks if a not in held_out) for code, asks in fact.asks.items()}}
        )
        for fact in entity.facts
    ]
    return entity.model_copy(update={"facts": tuple(facts)})


def ranking_cases(library: Library, chance: random.Random) -> Iterator[Case]:
    """Two cases for each question: as written, of a base that does not have it, and misspelt, of the whole base."""
    blank = Weights(ranking=np.zeros(len(FEATURES)), confidence=np.zeros(len(EVIDENCE)), bias=0.0)
    whole = Searcher(Index(library), blank)
    for fold in range(FOLDS):
        without = Searcher(Index(without_asks(library, fold)), blank)
        for asked in (asked for asked in questions(library) if asked.fold == fold):
            for searcher, text in ((without, asked.text), (whole, with_typos(asked.text, 2, chance))):
                candidates, features = searcher.candidates(searcher.analyse(text))
                found = np.flatnonzero(candidates == searcher.index.row_of[asked.fact or ""])
                if len(found):
                    yield Case(asked=asked, features=features, right=int(found[0]))


def fit_ranking(cases: Sequence[Case], *, ridge: float = 2.0, rounds: int = 40) -> NDArray[np.float64]:
    """Weights that make the right candidate the likeliest in a softmax over each question's candidates."""
    weights = np.zeros(len(FEATURES))
    loss, gradient, hessian = _softmax(cases, weights, ridge)
    for _ in range(rounds):
        step = np.linalg.solve(hessian, gradient)
        while (after := _softmax(cases, weights - step, ridge))[0] > loss and np.abs(step).max() > 1e-6:
            step /= 2
        weights, (loss, gradient, hessian) = weights - step, after
        if np.abs(step).max() < 1e-4:
            break
    return weights


def _softmax(
    cases: Sequence[Case], weights: NDArray[np.float64], ridge: float
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Loss, gradient and Hessian of the ranking model."""
    loss, gradient = ridge / 2 * float(weights @ weights), ridge * weights
    hessian = ridge * np.eye(len(weights))
    for case in cases:
        score = case.features @ weights
        share = np.exp(score - score.max())
        share /= share.sum()
        mean = share @ case.features
        loss -= float(np.log(max(share[case.right], 1e-300)))
        gradient = gradient - case.features[case.right] + mean
        hessian += (case.features * share[:, None]).T @ case.features - np.outer(mean, mean)
    return loss, gradient, hessian


def confidence_cases(
    library: Library, weights: Weights, off_topic: Sequence[str], chance: random.Random
) -> Iterator[tuple[NDArray[np.float64], float, int]]:
    """(evidence, whether the answer is right, fold) for questions with an answer and for those without."""
    whole = Searcher(Index(library), weights)
    for fold in range(FOLDS):
        asked = [asked for asked in questions(library) if asked.fold == fold]
        without = Searcher(Index(without_asks(library, fold)), weights)
        strange = off_topic[fold::FOLDS]
        for searcher, texts in (
            *((base, list(_unanswerable(base, library, fold, chance))) for base in _lacking(library, fold, weights)),
            (without, [(a.text, a.fact) for a in asked]),
            (whole, [(with_typos(a.text, 2, chance), a.fact) for a in asked]),
            (whole, [(with_typos(text, place % 2, chance), None) for place, text in enumerate(strange)]),
        ):
            for text, fact in texts:
                case = _evidence(searcher, text, fact)
                if case is not None:
                    yield *case, fold


def _lacking(library: Library, fold: int, weights: Weights) -> Iterator[Searcher]:
    yield Searcher(Index(without_entities(library, fold)), weights)
    yield Searcher(Index(without_facts(library, fold)), weights)


def _unanswerable(
    searcher: Searcher, library: Library, fold: int, chance: random.Random
) -> Iterator[tuple[str, str | None]]:
    """A fifth of the questions on what a base lacks, every other one misspelt."""
    gone = [asked for asked in questions(library) if asked.fact not in searcher.index.row_of]
    for place, asked in enumerate(gone[fold::FOLDS]):
        yield with_typos(asked.text, place % 2, chance), None


def _evidence(searcher: Searcher, text: str, fact: str | None) -> tuple[NDArray[np.float64], float] | None:
    query = searcher.analyse(text)
    candidates, features = searcher.candidates(query)
    if not len(candidates):
        return None
    score = features @ searcher.weights.ranking
    best = np.argsort(-score, kind="stable")
    shown = {searcher.index.rows[int(row)][0].id for row in candidates[best[:SHOWN]]}
    return evidence(query, searcher.index, candidates[best], features[best], score[best]), float(fact in shown)


def fit_confidence(
    told: NDArray[np.float64], right: NDArray[np.float64], *, ridge: float = 1.0, rounds: int = 30
) -> NDArray[np.float64]:
    """Weights and, last, the bias of a logistic model."""
    rows = np.hstack([told, np.ones((len(told), 1))])
    weights = np.zeros(rows.shape[1])
    penalty = ridge * np.diag([1.0] * len(EVIDENCE) + [0.0])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (right - chance) - penalty @ weights
        hessian = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        step = np.linalg.solve(hessian + 1e-9 * np.eye(len(weights)), gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.float64], *, bins: int = 10) -> float:
    """Expected calibration error over equal bins (Naeini, Cooper and Hauskrecht, AAAI 2015)."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return sum(
        abs(float(confidence[place == b].mean()) - float(right[place == b].mean())) * float((place == b).mean())
        for b in range(bins)
        if (place == b).any()
    )


def main() -> None:
    """Fit, tell the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--knowledge", type=Path, default=shipped_pack())
    parser.add_argument("--off-topic", type=Path, default=OFF_TOPIC)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    reading = load_pack(options.knowledge)
    if reading.library is None:
        sys.exit("\n".join(map(str, reading.problems)))
    library, chance = reading.library, random.Random(SEED)
    cases = list(ranking_cases(library, chance))
    out_of_fold = []
    for fold in range(FOLDS):
        fitted = fit_ranking([case for case in cases if case.asked.fold != fold])
        own = [case for case in cases if case.asked.fold == fold]
        out_of_fold += [int(np.argmax(case.features @ fitted)) == case.right for case in own]
    ranking = fit_ranking(cases)
    print(
        f"ranking: {len(cases)} questions, R@1 {np.mean(out_of_fold):.1%} out of fold (of those among the candidates)"
    )
    weights = Weights(ranking=ranking, confidence=np.zeros(len(EVIDENCE)), bias=0.0)
    off_topic = [
        line for line in options.off_topic.read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    told, right, folds = map(np.array, zip(*confidence_cases(library, weights, off_topic, chance), strict=True))
    sure = np.zeros(len(right))
    for fold in range(FOLDS):
        fitted = fit_confidence(told[folds != fold], right[folds != fold])
        sure[folds == fold] = 1 / (1 + np.exp(-(told[folds == fold] @ fitted[:-1] + fitted[-1])))
    error = calibration_error(sure, right)
    print(f"confidence: {len(right)} questions, expected calibration error {error:.3f} out of fold")
    for floor in (0.3, 0.4, 0.5, 0.6, 0.7):
        over = sure >= floor
        print(
            f"  floor {floor}: answers {over[right == 1].mean():.1%} of the right, precision {right[over].mean():.1%}"
        )
    confidence = fit_confidence(told, right)
    if not options.dry_run:
        origin = f"benchmarks/fit.py on {len(questions(library))} curators' questions, seed {SEED}"
        fitted_weights = {
            "origin": origin,
            "ranking": dict(zip(FEATURES, ranking.round(4).tolist(), strict=True)),
            "confidence": dict(zip((*EVIDENCE, "bias"), confidence.round(4).tolist(), strict=True)),
        }
        WEIGHTS.write_text(json.dumps(fitted_weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
