"""What the shell remembers between events, all of it bounded and none of it on disk.

No module here knows Discord: users, channels and events are numbers, and the clock comes in as an argument.
"""

from __future__ import annotations

from bot.discord_shell.memory.bounded import BoundedMap, Clock
from bot.discord_shell.memory.conversations import Conversations
from bot.discord_shell.memory.cooldown import CooldownPerUser, Verdict
from bot.discord_shell.memory.gate import Gate
from bot.discord_shell.memory.locales import Locales
from bot.discord_shell.memory.seen import Seen

__all__ = ["BoundedMap", "Clock", "Conversations", "CooldownPerUser", "Gate", "Locales", "Seen", "Verdict"]
