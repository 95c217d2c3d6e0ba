"""Trials: the questions that a base must answer, asked; those of the curators' files and those of the facts. Pure."""

from bot.trials.examination import Examination, Finding, examine
from bot.trials.model import NOTHING, Expectation, KnownMiss
from bot.trials.reading import KNOWN_MISSES, QuestionsReading, Suite, read_questions
from bot.trials.trial import Outcome, asks_of, shown, try_conversation, try_question

__all__ = [
    "KNOWN_MISSES", "NOTHING", "Examination", "Expectation", "Finding", "KnownMiss", "Outcome", "QuestionsReading",
    "Suite", "asks_of", "examine", "read_questions", "shown", "try_conversation", "try_question",
]  # fmt: skip
