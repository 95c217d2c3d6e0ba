"""Look-ups by name: one entity, several that fit, or lines of autocomplete."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.model import Completion
from bot.facts import Entity, Library, in_language
from bot.retrieval import NameMatch, Names

_CLEARLY_BEST = 0.06
_GOOD_ENOUGH = 0.55
_MOST_CHOICES = 4


class Lookups:
    """Finds entities of a library by what people type for their names."""

    def __init__(self, library: Library, names: Names) -> None:
        self._library = library
        self._names = names

    def find(self, kind: str | None, name: str) -> Sequence[NameMatch]:
        """What `name` means: one match when that is clear, up to four when it is not, none when nothing fits."""
        exact = self._exact(kind, name)
        if exact:
            return [NameMatch(entity=entity, name=name, score=1.0) for entity in exact[:_MOST_CHOICES]]
        matches = [match for match in self._names.complete(name, kind=kind, limit=10) if match.score >= _GOOD_ENOUGH]
        close = [match for match in matches if matches[0].score - match.score < _CLEARLY_BEST]
        return close[:_MOST_CHOICES]

    def _exact(self, kind: str | None, name: str) -> list[Entity]:
        entity = self._library.entities.get(name.strip())
        if entity is not None and kind in (None, entity.kind):
            return [entity]
        digits = "".join(c for c in name if c.isdigit())
        if kind is not None and digits and self._library.pack.kinds[kind].numbered:
            numbered = self._library.by_number(kind, int(digits[:9]))
            return [numbered] if numbered else []
        return self._names.called(name, kind=kind)

    def near(self, kind: str | None, name: str) -> Sequence[NameMatch]:
        """The names nearest to one that nothing fits."""
        return self._names.complete(name, kind=kind, limit=3)

    def foremost(self, kind: str | None) -> tuple[Entity, ...]:
        """The entities of a kind by their number, the others by how much the base tells of them."""
        entities = self._library.of_kind(kind) if kind else tuple(self._library.entities.values())
        return tuple(sorted(entities, key=lambda e: (e.number is None, e.number or 0, -len(self._library.about(e.id)))))

    def complete(self, typed: str, *, kind: str | None, language: str, limit: int) -> tuple[Completion, ...]:
        """Lines of autocomplete, each an entity once, labelled by its name and, if another one matched, that too."""
        if not typed.strip():
            found = self.foremost(kind)[:limit]
            return tuple(Completion(entity=e, label=in_language(e.name, language), score=1.0) for e in found)
        matches = self._names.complete(typed, kind=kind, limit=limit)
        return tuple(Completion(m.entity, _label(m, language), m.score) for m in matches)


def _label(match: NameMatch, language: str) -> str:
    own = in_language(match.entity.name, language)
    return own if match.name in match.entity.name.values() else f"{match.name} ({own})"
