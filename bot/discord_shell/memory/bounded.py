"""A mapping that forgets: the entries used longest ago, and those past their time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Clock = Callable[[], float]


class BoundedMap(Generic[K, V]):
    """At most `size` entries, each for `seconds` after it was put; a new one pushes out the one used longest ago."""

    def __init__(self, size: int, *, seconds: float = float("inf"), clock: Clock = time.monotonic) -> None:
        self._size = size
        self._seconds = seconds
        self._clock = clock
        self._entries: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def __len__(self) -> int:
        """How many entries are held, past ones that nobody has asked for included."""
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """The value put under `key`, or None when there is none, or no longer."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        put_at, value = entry
        if self._clock() - put_at >= self._seconds:
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> None:
        """Remember `value` under `key`, in place of what was there."""
        self._entries[key] = (self._clock(), value)
        self._entries.move_to_end(key)
        if len(self._entries) > self._size:
            self._entries.popitem(last=False)
