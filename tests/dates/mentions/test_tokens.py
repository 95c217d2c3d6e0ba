"""How a question is cut into letters."""

from __future__ import annotations

import pytest

from bot.dates import Calendar
from bot.dates.mentions.tokens import fold, read_tokens


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("what happened on 2 March 1370", "wwiday"),
        ("44 г. до н. э.", "ng.B"),
        ("2-nd of May; 27-го мая", "ofaxom"),
        ("1370s and 1370-е, 1375s", "D&D,y"),
        ("'70, 70", "q,n"),
        ("24.05.1370-26.05.1370", "N-N"),
        ("24.05 or 24.5", "e&x"),
        ("12:30, 1.2.3.4, 30 000, 5 %", "x,x,x,x"),
        ("order no. 12, page 1370", "##.x,#x"),
        ("order 12 may", "#da"),
        ("the XIX century", "hrc"),
        ("old style, Old-Style, O.S.", "K,K,k"),
        ("by the new style calendar", "ihK"),
        ("12 febuary", "dz"),
        ("febuary", "w"),
        ("[2]", "(d)"),
        ("\ud800 \U0001f600", "xx"),
        ("", ""),
    ],
)
def test_letters(text: str, letters: str) -> None:
    tokens, found = read_tokens(text)
    assert found == letters
    assert len(tokens) == len(letters)
    assert all(text[token.start : token.end].strip() for token in tokens)


def test_a_phrase_is_one_token_over_all_of_its_words() -> None:
    text = "15 марта 44 г. до н. э., а не раньше"
    tokens, letters = read_tokens(text)
    phrase = tokens[letters.index("B")]
    assert text[phrase.start : phrase.end] == "до н. э."


def test_values() -> None:
    tokens, _ = read_tokens("27-го февраля 1370 old style XIV век")
    assert [token.value for token in tokens] == [27, 2, 1370, Calendar.JULIAN, 14, None]
    assert [token.number for token in tokens] == [27, 2, 1370, 0, 14, 0]


@pytest.mark.parametrize(
    ("word", "folded"),
    [("May", "may"), ("ЁЛКА", "елка"), ("ма\u0301рта", "марта"), ("маи\u0306", "май"), ("İ", "i\u0307")],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded
