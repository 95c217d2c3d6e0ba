"""What a check is: a rule over the whole pack that no single value can tell.

To add one:

1. Write a module in `errors/` (it keeps the pack from loading) or in a folder of `warnings/` (a person judges), named
   for what it finds. Its docstring says the rule's id, why it is there, an example that passes and one that fails.
2. Give it `ID`, the rule's id as problems show it, and `check(draft)`, which yields a `Finding` for each place, in one
   pass over the draft and never over all pairs: 10,000 facts are checked at every start.
3. Add it to `CHECKS` in the folder's `__init__`.
4. Write a test in `tests/facts/checks/`, "this pack -> this problem at this place", for the failing example and the
   passing one. The list of rules in docs/facts.md is compared with CHECKS by a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from bot.facts.models import Entity, Fact, Pack
from bot.facts.problem import Severity, Steps
from bot.facts.sources import Source

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the pack: a file, the way to a value in it, and whether the key or the value is meant."""

    file: str
    path: Steps
    key: bool = False


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value with the place where it is written."""

    value: T
    file: str
    path: Steps

    def at(self, *steps: str | int, key: bool = False) -> Spot:
        """The place of something below the value."""
        return Spot(self.file, (*self.path, *steps), key)


class Locate(Protocol):
    """Line and column, from 1, of a place."""

    def __call__(self, spot: Spot) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """All values of a pack that are right one by one, before they are a library.

    `pack` is None when the manifest has problems of its own. `complete` is whether all facts are here; `ids` and `keys`
    are the ids of entities and sources in files with problems: they are there, so nothing that refers to them is wrong.
    """

    pack: Placed[Pack] | None
    entities: tuple[Placed[Entity], ...]
    sources: tuple[Placed[Source], ...]
    locate: Locate
    ids: frozenset[str] = field(default_factory=frozenset)
    keys: frozenset[str] = field(default_factory=frozenset)
    complete: bool = True

    def facts(self) -> Iterator[tuple[Placed[Entity], int, Fact]]:
        """Every fact with its entity and its index in it; the fact is at `entity.at("facts", index)`."""
        for entity in self.entities:
            for index, fact in enumerate(entity.value.facts):
                yield entity, index, fact

    def where(self, spot: Spot) -> str:
        """A place as `file:line`, for a sentence about another place."""
        return f"{spot.file}:{self.locate(spot)[0]}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: where, and the sentence that says what is wrong and what to do."""

    spot: Spot
    sentence: str


class Check(Protocol):
    """A module with one rule."""

    @property
    def ID(self) -> str:  # noqa: N802 - a constant of the module
        """The id of the rule."""
        ...

    def check(self, draft: Draft) -> Iterable[Finding]:
        """The places that break the rule."""
        ...


Checks = Mapping[Severity, tuple[Check, ...]]
