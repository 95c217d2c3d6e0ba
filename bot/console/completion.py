"""Names of the base as completions at the prompt, by prefix, alias and typo, as Discord's autocomplete has them."""

from __future__ import annotations

from collections.abc import Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.answers import Answerer
from bot.facts import in_language

LINES_MOST = 8
_WORDS_MOST = 3
_SHORTEST = 2


class NameCompleter(Completer):
    """Completes the words before the cursor to the name of an entity: the last three, the last two, the last one."""

    def __init__(self, answerer: Answerer, *, language: str) -> None:
        self._answerer = answerer
        self._language = language

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002  # the base's signature
    ) -> Iterator[Completion]:
        """Completions for the longest tail of the line that begins a name; else whatever the last word may mean."""
        possible = tails(document.text_before_cursor)
        for typed in possible:
            found = self._answerer.complete(typed, language=self._language, limit=LINES_MOST)
            begun = [each for each in found if each.label.casefold().startswith(typed.casefold())]
            if begun or typed == possible[-1]:
                for each in begun or found:
                    name = in_language(each.entity.name, self._language)
                    yield Completion(name, start_position=-len(typed), display=each.label)
                return


def tails(line: str) -> list[str]:
    """The last three words of a line, the last two, the last one; commands and single letters are no names.

    >>> tails("who was duke hen")
    ['was duke hen', 'duke hen', 'hen']
    """
    if not line or line[-1].isspace():
        return []
    words = [word for word in line.split() if not word.startswith("/")][-_WORDS_MOST:]
    starts = [" ".join(words[start:]) for start in range(len(words))]
    return [tail for tail in starts if len(tail) >= _SHORTEST and line.endswith(tail)]
