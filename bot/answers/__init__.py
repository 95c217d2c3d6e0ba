"""Answers: a question in, the curated answer out. Pure; the same for the console and Discord."""

from bot.answers.answerer import Answerer
from bot.answers.model import (
    KIND_NAMES,
    Answer,
    Answered,
    Choices,
    Completion,
    Missing,
    Option,
    Question,
    Ranked,
    Topic,
    Unknown,
    Why,
)  # fmt: skip

__all__ = [
    "KIND_NAMES", "Answer", "Answered", "Answerer", "Choices", "Completion", "Missing", "Option", "Question", "Ranked",
    "Topic", "Unknown", "Why",
]  # fmt: skip
