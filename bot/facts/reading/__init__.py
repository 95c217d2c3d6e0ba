"""Reading a pack: files as bytes in, a library or problems out. Nothing here touches the disk."""

from bot.facts.reading.pack import Reading, read_pack

__all__ = ["Reading", "read_pack"]
