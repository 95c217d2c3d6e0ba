"""What each user was just told about in each channel, so that the next question can lean on it."""

from __future__ import annotations

import time

from bot.answers.model import Topic
from bot.discord_shell.memory.bounded import BoundedMap, Clock

DEFAULT_SIZE = 10_000


class Conversations:
    """The topic of one user in one channel, for `minutes` after the last answer; 0 minutes for never."""

    def __init__(self, minutes: float, *, size: int = DEFAULT_SIZE, clock: Clock = time.monotonic) -> None:
        self._topics: BoundedMap[tuple[int, int], Topic] = BoundedMap(size, seconds=minutes * 60, clock=clock)

    def topic(self, channel_id: int, user_id: int) -> Topic:
        """What the conversation is about; an empty topic when there is none."""
        return self._topics.get((channel_id, user_id)) or Topic()

    def put(self, channel_id: int, user_id: int, topic: Topic) -> None:
        """The conversation is about `topic` now."""
        self._topics.put((channel_id, user_id), topic)
