"""The base as a whole: an immutable snapshot of everything that a pack says, with the ways to look things up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from bot.dates import CalendarRule
from bot.facts.models import Entity, Fact, Pack
from bot.facts.sources import Source


class Library:
    """A snapshot of a pack that passed its checks. It never changes: a reload builds another one.

    `entities`, `facts` and `sources` are maps by id, in the order of the files. All ids that facts mention exist.
    """

    __slots__ = ("_kinds", "_mentions", "_numbers", "_owners", "_referrers", "entities", "facts", "pack", "sources")

    pack: Pack
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]

    def __init__(self, pack: Pack, entities: Iterable[Entity], sources: Iterable[Source]) -> None:
        """A snapshot of values that fit together; `read_pack` sees to that."""
        self.pack = pack
        self.entities = MappingProxyType({entity.id: entity for entity in entities})
        self.sources = MappingProxyType({source.id: source for source in sources})
        self.facts = MappingProxyType({fact.id: fact for entity in self.entities.values() for fact in entity.facts})
        self._owners = {fact.id: entity for entity in self.entities.values() for fact in entity.facts}
        self._kinds = _by_kind(self.entities.values())
        self._numbers = _by_number(self.entities.values())
        self._mentions = _by_mention(self.entities.values())
        self._referrers = _by_target(self.entities.values())

    def __reduce__(self) -> tuple[type[Library], tuple[Pack, tuple[Entity, ...], tuple[Source, ...]]]:
        """A library is pickled as the values that it is made of."""
        return Library, (self.pack, tuple(self.entities.values()), tuple(self.sources.values()))

    def __repr__(self) -> str:
        return f"<Library {self.pack.id}: {len(self.facts)} facts on {len(self.entities)} entities>"

    @property
    def rule(self) -> CalendarRule:
        """The calendar of dates that name none."""
        return self.pack.calendar_rule

    def entity_of(self, fact_id: str) -> Entity:
        """The entity that a fact stands under. Raises KeyError when there is no such fact."""
        return self._owners[fact_id]

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """All entities of a kind, in the order of the files; none for a kind that has none."""
        return self._kinds.get(kind, ())

    def by_number(self, kind: str, number: int) -> Entity | None:
        """The entity of a kind that has this number, the first in the files when two have it."""
        return self._numbers.get((kind, number))

    def about(self, entity_id: str) -> tuple[Fact, ...]:
        """The facts of an entity, then those elsewhere that name it in `about`, a tally or a role.

        Raises KeyError when there is no such entity.
        """
        return (*self.entities[entity_id].facts, *self._mentions.get(entity_id, ()))

    def related(self, entity_id: str) -> tuple[Entity, ...]:
        """Other entities that this one is linked with, nearest first.

        Its own relations come first, then relations of others to it, then whatever shares a fact with it. Raises
        KeyError when there is no such entity.
        """
        entity = self.entities[entity_id]
        ids = [relation.target for relation in entity.relations]
        ids += self._referrers.get(entity_id, ())
        ids += (mentioned for fact in entity.facts for mentioned in mentions(fact))
        ids += (self._owners[fact.id].id for fact in self._mentions.get(entity_id, ()))
        return tuple(self.entities[each] for each in dict.fromkeys(ids) if each != entity_id)


def mentions(fact: Fact) -> Iterator[str]:
    """The ids of entities that a fact names in `about`, its tally and its roles, in this order; some may come twice."""
    yield from fact.about
    if fact.tally is not None:
        yield from (count.of for count in fact.tally.counts if count.of is not None)
    for role in fact.roles:
        yield role.holder
        if role.body is not None:
            yield role.body


def _by_kind(entities: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    kinds: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        kinds[entity.kind].append(entity)
    return {kind: tuple(members) for kind, members in kinds.items()}


def _by_number(entities: Iterable[Entity]) -> dict[tuple[str, int], Entity]:
    numbers: dict[tuple[str, int], Entity] = {}
    for entity in entities:
        if entity.number is not None:
            numbers.setdefault((entity.kind, entity.number), entity)
    return numbers


def _by_mention(entities: Iterable[Entity]) -> dict[str, tuple[Fact, ...]]:
    """Entity id -> the facts of other entities that name it, each once."""
    found: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
    for entity in entities:
        for fact in entity.facts:
            for mentioned in mentions(fact):
                if mentioned != entity.id:
                    found[mentioned][fact.id] = fact
    return {mentioned: tuple(facts.values()) for mentioned, facts in found.items()}


def _by_target(entities: Iterable[Entity]) -> dict[str, list[str]]:
    """Entity id -> the ids of entities that have a relation to it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entity in entities:
        for relation in entity.relations:
            found[relation.target].append(entity.id)
    return dict(found)
