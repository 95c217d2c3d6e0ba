"""Escaped text shows as it is. The judge here is a second, slower reading of Discord's markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discord_shell.ui.escaping import cleaned, escape, escape_line, label, masked_link, vetted

# What Discord's app formats, links or highlights, once backslash escapes are taken as plain characters.
MARKUP = [
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"[*_~`|]",
        r"<\S",
        r"\[",
        r"\]\(",
        r"@(everyone|here)",
        r"https?://",
        r"discord\.gg/",
        r":\w+:",
        r"^\s*#{1,3}\s",
        r"^\s*-#\s",
        r"^\s*[-+]\s",
        r"^\s*\d+[.)]\s",
        r"^\s*>",
    )
]

NASTY = [
    "**bold**", "__under__", "~~gone~~", "`code`", "```py\nx\n```", "||spoiler||", "# Title", "### Title", "-# small",
    "- item", "+ item", "* item", "1. item", "12) item", "> quote", ">>> quote", "[label](https://example.org)",
    "[a]", "https://example.org", "http://a", "discord.gg/abc", "@everyone", "@here", "<@123>", "<@!123>", "<@&123>",
    "<#123>", "<:smile:123>", "<a:smile:123>", "<t:1700000000:R>", "</ask:123>", "<id:guide>", ":smile:", "\\", "\\*",
    "\\\\", "\n", "\r\n", "\u2028", " ", "\t", "\u202e", "\x00", "\ud800", "<https://example.org>",
    "<mailto:a@b.c>", "(", ")",
]  # fmt: skip

texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), max_size=8).map("".join)


def shown(escaped: str) -> tuple[str, str]:
    """What a reader sees, and the same with each escaped character blotted out, for the search for markup."""
    seen = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escaped).replace("@\u200b", "@")
    return seen, re.sub(r"\\[^0-9A-Za-z\s]", "\ue000", escaped)


@given(texts)
@example("1. January")
@example("\\" * 3 + "*")
@example("a\n# b")
@example("@\u200beveryone")
def test_no_markup_survives(text: str) -> None:
    escaped = escape(text)
    _, live = shown(escaped)
    assert [pattern.pattern for pattern in MARKUP if pattern.search(live)] == []


@given(texts.filter(lambda text: "@\u200b" not in text))
def test_the_reader_sees_what_was_written(text: str) -> None:
    seen, _ = shown(escape(text))
    assert seen == cleaned(text)


@given(texts)
def test_a_line_stays_a_line(text: str) -> None:
    assert len(escape_line(text).splitlines()) <= 1


def test_ordinary_prose_is_left_alone() -> None:
    text = "Lübeck (on the Trave), founded anew in 1159, was the League's head; 24 May 1370 (O.S.)."
    assert escape(text) == text


def test_control_characters_and_turned_writing_go() -> None:
    assert cleaned("a\x00b\u202ec\u2066d\r\n\n  e   f ") == "abcd\ne f"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://ru.wikipedia.org/wiki/Ганза", "https://ru.wikipedia.org/wiki/%D0%93%D0%B0%D0%BD%D0%B7%D0%B0"),
        ("https://example.org/Hansa_(league)", "https://example.org/Hansa_%28league%29"),
        ("https://example.org/%28x%29", "https://example.org/%28x%29"),
        ("javascript:alert(1)", None),
        ("ftp://example.org", None),
        ("https://", None),
        ("https://bank.example@evil.example/", None),
        ("https://example.org/a b", None),
        ("https://example.org/\u202egro", None),
        ("https://[broken", None),
        ("https://example.org/" + "x" * 600, None),
        ("", None),
    ],
)
def test_only_plain_web_addresses_become_links(url: str, kept: str | None) -> None:
    assert vetted(url) == kept


@given(texts, st.sampled_from(["https://example.org/a", "https://example.org/Hansa_(league)"]))
def test_a_link_ends_where_it_should(text: str, url: str) -> None:
    link = masked_link(text, url)
    _, live = shown(link)
    match = re.fullmatch(r"\[([^\[\]\n]*)\]\((https://[^()\s]+)\)", live)
    assert match, live
    assert [pattern.pattern for pattern in MARKUP if pattern.search(match[1])] == []


def test_without_an_address_a_link_is_text() -> None:
    assert masked_link("[Hansa]", None) == r"\[Hansa\]"
    assert masked_link("*Hansa*", "javascript:x") == r"\*Hansa\*"


@given(texts, st.integers(min_value=1, max_value=100))
def test_labels_fit(text: str, longest: int) -> None:
    made = label(text, longest)
    assert len(made) <= longest
    assert "\n" not in made
