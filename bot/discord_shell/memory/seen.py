"""Which events have been taken up. Discord sends some twice: after a resume, or by a mistake of its own."""

from __future__ import annotations

from bot.discord_shell.memory.bounded import BoundedMap

DEFAULT_SIZE = 20_000


class Seen:
    """The ids of the last `size` messages and interactions that were taken up."""

    def __init__(self, size: int = DEFAULT_SIZE) -> None:
        self._ids: BoundedMap[int, bool] = BoundedMap(size)

    def first(self, event_id: int) -> bool:
        """True the first time that `event_id` is given, False after that."""
        if self._ids.get(event_id):
            return False
        self._ids.put(event_id, True)
        return True
