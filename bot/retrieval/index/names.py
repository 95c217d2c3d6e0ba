"""Names: which entities a run of words names, and which names a few typed letters may become."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.facts import Entity
from bot.retrieval.text import Stems, to_latin, words, words_of_all

_LONGEST_NAME = 9
_TYPO_FLOOR = 68.0
_SHORTEST_WINDOW = 4


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An entity that typed text may mean, the one of its names that matched, and how well (0 to 1; 1 is that name)."""

    entity: Entity
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words `start` to `end` (exclusive) of a question that are a whole name of `entities`."""

    start: int
    end: int
    entities: tuple[str, ...]


def names_of(entity: Entity) -> list[str]:
    """All names of an entity, in all languages, its proper names first, each once."""
    aliases = [alias for listed in entity.aliases.values() for alias in listed]
    return list(dict.fromkeys([*entity.name.values(), *aliases]))


class Names:
    """All names of a base, looked up whole (in any inflection), by their beginning, or by likeness."""

    def __init__(self, entities: Iterable[Entity], stemmer: Stems, numbered: Iterable[tuple[str, str]] = ()) -> None:
        """`numbered` are further (entity id, name) pairs that name an entity but are no use to show or complete."""
        self._stemmer = stemmer
        self._by_stems: dict[str, list[str]] = defaultdict(list)
        self._entries: list[tuple[Entity, str, str]] = []
        self._kinds: dict[str | None, list[int]] = defaultdict(list)
        named = [(entity, name) for entity in entities for name in names_of(entity)]
        for (entity, name), tokens in zip(named, words_of_all(name for _, name in named), strict=True):
            self._add(entity, name, tokens)
        counted = list(numbered)
        for (entity_id, _), tokens in zip(counted, words_of_all(name for _, name in counted), strict=True):
            self._hold(entity_id, tokens)
        self._keys = [key for _, _, key in self._entries]
        self._kind_keys = {kind: [self._keys[at] for at in places] for kind, places in self._kinds.items()}

    def _add(self, entity: Entity, name: str, tokens: Sequence[str]) -> None:
        if not tokens:
            return
        self._hold(entity.id, tokens)
        key = " ".join(tokens)
        for form in dict.fromkeys([key, to_latin(key)]):
            self._kinds[None].append(len(self._entries))
            self._kinds[entity.kind].append(len(self._entries))
            self._entries.append((entity, name, form))

    def _hold(self, entity_id: str, tokens: Sequence[str]) -> None:
        holders = self._by_stems[self._run(tokens)]
        if entity_id not in holders:
            holders.append(entity_id)

    def _run(self, tokens: Sequence[str]) -> str:
        # Stems run together, so that "Steel Yards", "steel yard" and "steelyard" meet.
        return "".join(self._stemmer.stem(token) for token in tokens)

    def spans(self, tokens: Sequence[str]) -> list[NameSpan]:
        """Every run of `tokens` (folded words) that is a whole name."""
        found = []
        stems = [self._stemmer.stem(token) for token in tokens]
        for start in range(len(stems)):
            run = ""
            for end in range(start + 1, min(start + _LONGEST_NAME, len(stems)) + 1):
                run += stems[end - 1]
                if holders := self._by_stems.get(run):
                    found.append(NameSpan(start=start, end=end, entities=tuple(holders)))
        return found

    def called(self, name: str, *, kind: str | None = None) -> list[Entity]:
        """The entities that have exactly this name, folded and in any inflection."""
        run = self._run(words(name))
        ids = set(self._by_stems.get(run, ())) if run else set()
        seen: dict[str, Entity] = {}
        for at in self._kinds.get(kind, ()) if ids else ():
            entity = self._entries[at][0]
            if entity.id in ids:
                seen[entity.id] = entity
        return list(seen.values())

    def complete(self, typed: str, *, kind: str | None = None, limit: int = 25) -> list[NameMatch]:
        """Names that `typed` may become, best first: that name, a name's beginning, a word's beginning, then a typo.

        Each entity stands once, by its best name. Cyrillic typed for a Latin name, and the reverse, match through
        transliteration.
        """
        key = " ".join(words(typed))
        if not key:
            return []
        best: dict[str, NameMatch] = {}
        for form in dict.fromkeys([key, to_latin(key)]):
            for at, score in self._scored(form, kind):
                entity, name, _ = self._entries[at]
                if entity.id not in best or score > best[entity.id].score:
                    best[entity.id] = NameMatch(entity=entity, name=name, score=score)
        return sorted(best.values(), key=lambda match: (-match.score, len(match.name), match.name))[:limit]

    def _scored(self, form: str, kind: str | None) -> Iterable[tuple[int, float]]:
        places = self._kinds.get(kind, [])
        keys = self._kind_keys.get(kind, [])
        for at, key in zip(places, keys, strict=True):
            if key.startswith(form):
                yield at, 1.0 if key == form else 0.9 + 0.05 * len(form) / len(key)
            elif f" {form}" in f" {key}":
                yield at, 0.8 + 0.05 * len(form) / len(key)
        # Half a word is all that autocomplete may see, so the best window of a name counts too, once it can tell.
        scorers = [(fuzz.ratio, 0.78), (fuzz.partial_ratio, 0.7)][: 2 if len(form) >= _SHORTEST_WINDOW else 1]
        for scorer, discount in scorers:
            for _, likeness, i in process.extract(form, keys, scorer=scorer, score_cutoff=_TYPO_FLOOR, limit=50):
                yield places[i], discount * likeness / 100
