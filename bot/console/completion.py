"""Names of the base as completions at the prompt, by prefix, alias and typo, as Discord's autocomplete has them."""

from __future__ import annotations

from collections.abc import Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.answers import Answerer

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
        for typed in (possible := tails(document.text_before_cursor)):
            found = self._answerer.complete(typed, language=self._language, limit=LINES_MOST)
            labels = [each.label for each in found]
            begun = [label for label in labels if label.casefold().startswith(typed.casefold())]
            if begun or typed == possible[-1]:
                yield from (Completion(label, start_position=-len(typed)) for label in begun or labels)
                return


def tails(line: str) -> list[str]:
    """The last three words of a line, the last two, the last one; a word of one letter says too little.

    >>> tails("who was duke hen")
    ['was duke hen', 'duke hen', 'hen']
    """
    if not line or line[-1].isspace():
        return []
    words = line.split()[-_WORDS_MOST:]
    starts = [" ".join(words[start:]) for start in range(len(words))]
    return [tail for tail in starts if len(tail) >= _SHORTEST]
