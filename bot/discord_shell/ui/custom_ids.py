"""What a button remembers, written into its custom_id, so that it still works when the bot has been started anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.rendering.card import Verb

LONGEST = 100  # Discord's limit of a custom_id

# The first part is the version of the format: a button of another version matches no pattern, and is answered as such.
PATTERN = re.compile(
    r"i1:(?P<verb>[a-z]):(?P<language>[a-z]{2,3}):(?P<asker>[0-9a-z]{0,13}):(?P<target>[a-z0-9][a-z0-9._-]{0,63})"
)

_CODES = {verb: verb.value[0] for verb in Verb}
_VERBS = {code: verb for verb, code in _CODES.items()}
if len(_VERBS) != len(_CODES):
    raise AssertionError(f"two verbs begin with the same letter: {', '.join(_CODES)}")


@dataclass(frozen=True, slots=True)
class Press:
    """What a pressed button asks for: a verb, the id that it applies to, and the language to answer in.

    `asker` is set on the choices of "which did you mean": the user who was asked, for whom the choice becomes the
    answer.
    """

    verb: Verb
    target: str
    language: str
    asker: int | None = None


def encode(press: Press) -> str:
    """The custom_id of a button. Raises ValueError when `press` cannot be read back from it."""
    asker = _base36(press.asker) if press.asker is not None else ""
    custom_id = f"i1:{_CODES[press.verb]}:{press.language}:{asker}:{press.target}"
    if len(custom_id) > LONGEST or not PATTERN.fullmatch(custom_id):
        raise ValueError(f"a button cannot remember {press}: its target is no id, or its language no code")
    return custom_id


def decode(custom_id: str) -> Press | None:
    """What the button with this custom_id asks for; None when it is not one of ours, or of another version."""
    match = PATTERN.fullmatch(custom_id)
    if match is None or match["verb"] not in _VERBS:
        return None
    asker = int(match["asker"], 36) if match["asker"] else None
    return Press(_VERBS[match["verb"]], match["target"], match["language"], asker)


def _base36(number: int) -> str:
    """`number` in the digits that int(..., 36) reads; a snowflake of 64 bits takes 13 of them at most."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
