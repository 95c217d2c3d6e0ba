"""Answers as cards, and cards as text: every sentence that the bot says. Pure.

`card` is the neutral shape; `statements` and `citations` put facts and sources into words, `compose` puts cards
together, `limits` keeps Discord's limits, `phrases` has the bot's own words by language, `text` is the plain view.
"""

from bot.rendering.answer import render
from bot.rendering.card import Action, Card, Passage, SourceLine, Tone, Verb
from bot.rendering.compose.pages import (
    Notice,
    bibliography_pages,
    render_bibliography,
    render_help,
    render_notice,
    render_sources,
)
from bot.rendering.statements import plain_statement
from bot.rendering.text import to_text

__all__ = [
    "Action",
    "Card",
    "Notice",
    "Passage",
    "SourceLine",
    "Tone",
    "Verb",
    "bibliography_pages",
    "plain_statement",
    "render",
    "render_bibliography",
    "render_help",
    "render_notice",
    "render_sources",
    "to_text",
]
