"""Who may be answered: each event once, and each user so often."""

from __future__ import annotations

from bot.discord_shell.memory.cooldown import CooldownPerUser, Verdict
from bot.discord_shell.memory.seen import Seen


class Gate:
    """Lets each message and interaction through once, as long as its user has not asked too much."""

    def __init__(self, *, seen: Seen, cooldown: CooldownPerUser) -> None:
        self._seen = seen
        self._cooldown = cooldown

    def first(self, event_id: int) -> bool:
        """True the first time that this event comes. Whoever gets True answers it."""
        return self._seen.first(event_id)

    def ask(self, user_id: int) -> Verdict:
        """Count a question of this user's; the verdict says whether to answer it."""
        return self._cooldown.ask(user_id)
