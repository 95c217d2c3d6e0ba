"""Plain text made safe for Discord: it shows as it is, formats nothing, links nothing and pings nobody.

Discord's markdown lets a backslash take the meaning from any mark, `\\*` being an asterisk. What no backslash stops is
the search for `@everyone`, which runs over the raw text, so a space of no width follows each `@`. That messages are
sent with no mention allowed is a second wall, and not this module's business.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

ZERO_WIDTH_SPACE = "\u200b"
LONGEST_URL = 512

_ALWAYS = re.compile(r"[\\*_~`|<>\[\]]")
# ":" of emojis and of http://, "/" of http:// and of invitations (discord.gg/...): where something follows at once.
_BEFORE_TEXT = re.compile(r"[:/](?=\S)")
_AT = re.compile(r"@")
# Headings, small print and lists count at the start of a line only: "# ", "-# ", "- ", "+ ", "1. ", "1) ".
_LINE_START = re.compile(r"^(#|-|\+|\d+(?=[.)]))", re.MULTILINE)
# Marks that turn the direction of writing, with which text can pretend to be other text (Unicode TR 36, 2.5).
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cleaned(text: str) -> str:
    """`text` without control characters and marks that turn the direction of writing; blanks inside lines made one.

    Lines stay lines, since a curator may have meant them; empty ones go.
    """
    shown = "".join(character for character in text if character.isspace() or not _invisible(character))
    lines = (" ".join(line.split()) for line in shown.splitlines())
    return "\n".join(line for line in lines if line)


def _invisible(character: str) -> bool:
    """Control characters (Cc), halves of others (Cs), and those that turn the direction of writing."""
    return character in _TURNS or unicodedata.category(character) in {"Cc", "Cs"}


def escape(text: str) -> str:
    """`text`, cleaned, so that Discord shows it as written."""
    safe = _ALWAYS.sub(lambda match: "\\" + match[0], cleaned(text))
    safe = _BEFORE_TEXT.sub(lambda match: "\\" + match[0], safe)
    safe = _LINE_START.sub(_at_line_start, safe)
    return _AT.sub("@" + ZERO_WIDTH_SPACE, safe)


def _at_line_start(match: re.Match[str]) -> str:
    mark = match[0]
    return mark + "\\" if mark.isdigit() else "\\" + mark


def escape_line(text: str) -> str:
    """As `escape`, on one line: for headings, labels and small print, where a break would end the format."""
    return escape(" ".join(text.split()))


def label(text: str, longest: int) -> str:
    """`text` for a button, a choice or an option, which Discord never formats: cleaned, on one line, cut to fit."""
    line = " ".join(cleaned(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def vetted(url: str) -> str | None:
    """`url` fit to stand inside a masked link, or None when it is no plain web address.

    Refused: other schemes than http and https, user names (`https://bank.example@evil.example`), no host, more than
    512 characters. Marks that would end the link are percent-encoded.
    """
    try:
        parts = urlsplit(url.strip())
        host, user = parts.hostname, parts.username
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or user is not None or "@" in parts.netloc:
        return None
    if any(character.isspace() or _invisible(character) for character in url.strip()):
        return None
    safe = quote(url.strip(), safe="%/:?#@!$&'*+,;=~-._")
    return safe if len(safe) <= LONGEST_URL else None


def masked_link(text: str, url: str | None) -> str:
    """`text` as a link to `url` when that is a plain web address, and as escaped text otherwise.

    Brackets would end the label early in some of Discord's apps, escaped or not, so they become parentheses.
    """
    address = vetted(url) if url else None
    if address is None:
        return escape_line(text)
    return f"[{escape_line(text.translate(str.maketrans('[]', '()')))}]({address})"
