"""In which language people read Discord, learnt in passing: interactions say it, messages do not."""

from __future__ import annotations

from bot.discord_shell.memory.bounded import BoundedMap

DEFAULT_SIZE = 10_000


class Locales:
    """The locales of servers, and of users for their direct messages, as far as any interaction has told them."""

    def __init__(self, default: str, *, size: int = DEFAULT_SIZE) -> None:
        self._default = default
        self._of: BoundedMap[int, str] = BoundedMap(size)

    def learn(self, place_id: int, locale: str) -> None:
        """`place_id`, a server or a user, reads `locale`."""
        self._of.put(place_id, locale)

    def of(self, place_id: int) -> str:
        """The locale of a server or a user; the default for one not met yet."""
        return self._of.get(place_id) or self._default
