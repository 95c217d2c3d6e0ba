"""The shape of a language's tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """Tables of folded words.

    `function_words` carry no subject of their own. `irregular` maps a form to its base form, `numbers` number words and
    ordinals to their figures. `question_words` maps a kind of answer ("when", "who", ...) to a regular expression over
    the folded question. `yes_no` finds a question that wants a yes or a no. `list_words` ask for all members of a kind,
    `happening` are words that ask what a day brought, `pronouns` stand for the topic of the conversation. `spoken_of`
    are words of a question that names its subject and asks nothing more of it ("tell me about ..."), `number_words`
    announce a number ("no" in "diet no 2"), `continuations` open a question that goes on from the last ("and ...").
    `negations` turn a question round. `thesaurus` are groups of words and phrases that mean nearly the same in any
    history; a pack adds its own.
    """

    code: str
    snowball: str
    cyrillic: bool
    function_words: frozenset[str]
    irregular: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    question_words: Mapping[str, str] = field(default_factory=dict)
    yes_no: str = r"(?!)"
    list_words: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()
    continuations: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    thesaurus: tuple[tuple[str, ...], ...] = ()
