"""The question in a message: its words, without Discord's marks for people, roles, channels and pictures."""

from __future__ import annotations

import re

# <@1>, <@!1>, <@&1>, <#1>, <:name:1>, <a:name:1>, <t:1:R>, </command:1>, <id:browse>
_REFERENCE = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::[a-zA-Z])?|/[^:<>]+:\d+|id:\w+)>")
_FENCE = re.compile(r"^```\w*$|[`*]{1,3}|~~|\|\|")


def question_in(content: str) -> str:
    """The words of a message's `content`, on one line; empty when it had none."""
    return " ".join(_FENCE.sub(" ", _REFERENCE.sub(" ", content)).split())
