"""Speed, as ratios against what one would take instead, measured in one run.

    python -m benchmarks.speed [--facts N] [--questions N]

On a synthetic base of N facts (10,000): the time to load it, and the time a question takes, beside the naive bot that
scans all facts with `rapidfuzz.process.extract` and `fuzz.token_set_ratio`. Then the time of a whole `ispolkom ask`,
cold, beside a Python that only imports rapidfuzz and yaml.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from benchmarks.synthetic import questions, write
from bot.answers import Answerer, Question
from bot.storage.prepared import open_index

PROCESS_RUNS = 9


def timed(run: Callable[[str], object], inputs: Sequence[str]) -> list[float]:
    """Milliseconds for each input, ascending."""
    taken = []
    for text in inputs:
        start = time.perf_counter()
        run(text)
        taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken)


def told(label: str, taken: Sequence[float]) -> str:
    """A line with the median and the 99th percentile."""
    return f"{label:34} median {statistics.median(taken):8.2f} ms   p99 {taken[int(0.99 * len(taken))]:8.2f} ms"


def whole_process(*arguments: str) -> float:
    """Median seconds of a process from start to end."""
    taken = []
    for _ in range(PROCESS_RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=False, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def on_synthetic(facts: int, asked: int) -> None:
    """Loading and answering on a synthetic base, beside the naive scan."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), facts)
        start = time.perf_counter()
        index, _ = open_index(Path(name), cache=None)
        print(f"{facts} facts: read and indexed in {time.perf_counter() - start:.2f} s")
        if index is None:
            sys.exit("the synthetic base has problems")
        library, answerer = index.library, Answerer(index.library, index)
    sample = list(questions(facts))[:: max(1, facts // asked)][:asked]
    texts = [fact.text["en"] for fact in library.facts.values()]
    ids = list(library.facts)

    def scan(text: str) -> str:
        return ids[
            process.extract(text, texts, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=10)[0][2]
        ]

    ours = timed(lambda text: answerer.ask(Question(text)), [text for text, _ in sample])
    naive = timed(scan, [text for text, _ in sample[:50]])
    found = sum(any(r.fact.id == gold for r in answerer.ask(Question(text)).ranked[:1]) for text, gold in sample)
    scanned = sum(scan(text) == gold for text, gold in sample[:50])
    print(told("ispolkom, a question", ours), f"  right first {found / len(sample):.0%}")
    print(told("rapidfuzz scan, a question", naive), f"  right first {scanned / 50:.0%}")
    print(f"the scan takes {statistics.median(naive) / statistics.median(ours):.1f} times as long at the median")


def cold_start() -> None:
    """A whole `ispolkom ask` on the shipped base beside the imports that nobody can do without."""
    bare = whole_process("-c", "import rapidfuzz, yaml")
    ours = whole_process("-m", "bot", "ask", "who chaired the soviet")
    print(f"ispolkom ask, whole process: {ours:.3f} s; importing rapidfuzz and yaml: {bare:.3f} s", end="; ")
    print(f"three times that and half a second: {3 * bare + 0.5:.3f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=500)
    options = parser.parse_args()
    on_synthetic(options.facts, options.questions)
    cold_start()


if __name__ == "__main__":
    main()
