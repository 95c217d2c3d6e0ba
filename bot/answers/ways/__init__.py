"""The ways from a question to an answer: shortcuts for what says outright what it wants, and the inquiry by search."""

from bot.answers.ways.conversation import topic_after
from bot.answers.ways.inquiry import Inquiry
from bot.answers.ways.shortcuts import Shortcuts

__all__ = ["Inquiry", "Shortcuts", "topic_after"]
