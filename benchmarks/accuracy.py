"""Accuracy by kind of question, through the console as others use it.

    python -m benchmarks.accuracy QUESTIONS.jsonl [--knowledge DIR] [--misses]

Each line of QUESTIONS holds `{"id", "question", "kind", "answerable", "expect": [...], "forbid": [...]}`. An answerable
question is right when it was answered and the text matches all patterns of `expect` and none of `forbid` (regular
expressions, any case). An unanswerable one is wrong when it was answered, unless it has an `expect` that the text
matches in full: then the answer corrected a false premise.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def ask_all(questions: Sequence[dict[str, Any]], knowledge: Path | None) -> list[dict[str, Any]]:
    """The answers of `ispolkom ask --jsonl`, in order."""
    command = [sys.executable, "-m", "bot", "ask", "--jsonl", *(["--knowledge", str(knowledge)] if knowledge else [])]
    lines = "".join(json.dumps({"id": q["id"], "question": q["question"]}) + "\n" for q in questions)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def is_right(question: dict[str, Any], answer: dict[str, Any]) -> bool:
    """Whether an answer is what the question expects."""
    matches = all(re.search(pattern, answer["text"], re.IGNORECASE) for pattern in question["expect"])
    if not question["answerable"]:
        return not answer["answered"] or (bool(question["expect"]) and matches)
    forbidden = any(re.search(pattern, answer["text"], re.IGNORECASE) for pattern in question["forbid"])
    return bool(answer["answered"]) and matches and not forbidden


def main() -> None:
    """Ask, compare, and print a line a kind and the totals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--knowledge", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each question that went wrong, with its answer")
    options = parser.parse_args()
    questions = [json.loads(line) for line in options.questions.read_text("utf-8").splitlines() if line.strip()]
    answers = ask_all(questions, options.knowledge)
    verdicts = [(q, a, is_right(q, a)) for q, a in zip(questions, answers, strict=True)]
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for question, answer, right in verdicts:
        by_kind[question["kind"]].append(right)
        if options.misses and not right:
            opening = " ".join(answer["text"].split())[:300]
            print(f"MISS {question['id']} {question['kind']}: {question['question']}")
            print(f"     {answer['kind']} {answer['confidence']:.2f}: {opening}")
    for kind, rights in sorted(by_kind.items()):
        print(f"{kind:22} {sum(rights):4} of {len(rights):4}  {sum(rights) / len(rights):6.1%}")
    told = {
        "answerable, right": [right for question, _, right in verdicts if question["answerable"]],
        "right when answered": [right for q, answer, right in verdicts if q["answerable"] and answer["answered"]],
        "unanswerable, answered": [not right for question, _, right in verdicts if not question["answerable"]],
    }
    for label, values in told.items():
        print(f"{label:22} {sum(values):4} of {len(values):4}  {sum(values) / max(len(values), 1):6.1%}")


if __name__ == "__main__":
    main()
