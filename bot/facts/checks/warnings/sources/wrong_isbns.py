"""wrong-isbn: the last digit of an ISBN, its check digit, fits the others.

A slip in an ISBN leads to another book, or to none. (Some books were printed with a wrong one; so it is a warning.)

Passes: `ISBN: 978-0-306-40615-7`, `ISBN: 0-306-40615-2`. Fails: `ISBN: 978-0-306-40615-1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.checks.base import Draft, Finding

ID = "wrong-isbn"

_SEPARATORS = re.compile(r"[\s\u2010-\u2015-]+")
_SEVERAL = re.compile(r"[\s,;]+")


def check(draft: Draft) -> Iterator[Finding]:
    """Every source with an ISBN that cannot be one; there may be several in a row, as Zotero writes them."""
    for source in draft.sources:
        written = source.value.isbn
        if written and not is_isbn(written):
            wrong = [each for each in _SEVERAL.split(written) if each and not is_isbn(each)]
            if wrong:
                sentence = f"`{wrong[0]}` is no ISBN: its digits do not fit together; compare it with the book"
                yield Finding(source.at("ISBN"), sentence)


def is_isbn(written: str) -> bool:
    """Whether the check digit is right: modulo 11 over ten digits (X is 10), modulo 10 over thirteen.

    The rules are those of the ISBN Users' Manual (International ISBN Agency). Hyphens and spaces do not count.
    """
    digits = _SEPARATORS.sub("", written).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return sum((10 - at) * (10 if digit == "X" else int(digit)) for at, digit in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        return sum((3 if at % 2 else 1) * int(digit) for at, digit in enumerate(digits)) % 10 == 0
    return False
