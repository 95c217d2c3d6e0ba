"""How much one user may ask: a sliding window of times for each."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass

from bot.discord_shell.memory.bounded import BoundedMap, Clock

DEFAULT_USERS = 10_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a question may be answered now.

    `wait` is the number of seconds until one may, 0.0 for now; `news` says that the user has not been told yet since
    the cooldown began, so that the notice comes once.
    """

    wait: float = 0.0
    news: bool = False


@dataclass(slots=True)
class _Window:
    times: deque[float]
    told: bool = False


class CooldownPerUser:
    """At most `questions` in any `seconds` for one user; 0 questions for no limit. Refused ones do not count."""

    def __init__(
        self, questions: int, seconds: float, *, users: int = DEFAULT_USERS, clock: Clock = time.monotonic
    ) -> None:
        self._questions = questions
        self._seconds = seconds
        self._clock = clock
        self._windows: BoundedMap[int, _Window] = BoundedMap(users, clock=clock)

    def ask(self, user_id: int) -> Verdict:
        """Count a question of this user's, unless there were too many already."""
        if not self._questions:
            return Verdict()
        now = self._clock()
        window = self._windows.get(user_id) or _Window(deque(maxlen=self._questions))
        if len(window.times) == self._questions and (wait := window.times[0] + self._seconds - now) > 0:
            news, window.told = not window.told, True
            return Verdict(wait, news)
        window.times.append(now)
        window.told = False
        self._windows.put(user_id, window)
        return Verdict()
