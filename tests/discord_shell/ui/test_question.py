"""The words of a question, without Discord's marks."""

from __future__ import annotations

import pytest

from bot.discord_shell.ui.question import question_in


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@123> who led the League?", "who led the League?"),
        ("who led <@!123> the League, <@&9>?", "who led the League, ?"),
        ("<#5> when? <:hm:77> <a:wave:78> <t:1700000000:R> </ask:12> <id:browse>", "when?"),
        ("**who** led\nthe `League`", "who led the League"),
        ("```\nwho led it\n```", "who led it"),
        ("what does 3 < 5 > 2 mean", "what does 3 < 5 > 2 mean"),
        ("snake_case stays", "snake_case stays"),
        ("<@123>", ""),
        ("", ""),
    ],
)
def test_the_words_remain(content: str, question: str) -> None:
    assert question_in(content) == question
