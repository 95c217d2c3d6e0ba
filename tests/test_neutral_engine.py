"""The engine knows no history: no name, alias or date of the shipped pack stands in `bot/`."""

from __future__ import annotations

import re
from pathlib import Path

from bot.retrieval.text import speak, words
from bot.storage.packs import load_pack, shipped_pack

BOT = Path(__file__).parents[1] / "bot"
SHORTEST = 5
# Words that are a name in the pack and yet everyday words, or the bot's own name.
EVERYDAY = frozenset(
    "ispolkom исполком order orders presidium unity directory entente speech truth duma union labour group "
    "executive committee council congress conference party right centre state front press people "
    "day calendar style old new julian gregorian switch календарь стиль стилю старыи новыи юлианскии григорианскии ст "
    "второи мартов правда по старому first приказ no 1".split()
)


def sources() -> dict[str, str]:
    """Everything that ships in the package but the pack itself."""
    files = [path for path in BOT.rglob("*") if path.suffix in {".py", ".json", ".txt", ".yaml", ".toml"}]
    return {path.relative_to(BOT).as_posix(): " ".join(words(path.read_text("utf-8"))) for path in files}


def names() -> set[str]:
    """The names of the pack's entities that could only be of this history: folded, each a word or a phrase."""
    library = load_pack(shipped_pack()).library
    assert library is not None
    spoken = speak("en").function_words | speak("ru").function_words | EVERYDAY
    listed: set[str] = set()
    for entity in library.entities.values():
        aliases = [alias for group in entity.aliases.values() for alias in group]
        for name in (*entity.name.values(), *aliases):
            folded = words(name)
            if len(folded) > 1 or (folded and len(folded[0]) >= SHORTEST and folded[0] not in spoken):
                listed.add(" ".join(folded))
            if entity.kind == "person" and folded:
                listed.add(folded[-1])
    return {name for name in listed if len(name) >= SHORTEST and not set(name.split()) <= spoken}


def test_no_name_of_the_shipped_pack_stands_in_the_engine() -> None:
    known = names()
    assert len(known) > 500
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, known), key=len, reverse=True)) + r")\b")
    found = {file: sorted(set(pattern.findall(text))) for file, text in sources().items()}
    assert {file: hits for file, hits in found.items() if hits} == {}


def test_no_year_of_the_revolution_stands_in_the_engine() -> None:
    pattern = re.compile(r"\b(1905|1917|1918|petrograd|петроград\w*|bolshevi\w*|menshevi\w*|большеви\w*|меньшеви\w*)\b")
    found = {file: sorted(set(pattern.findall(text))) for file, text in sources().items()}
    assert {file: hits for file, hits in found.items() if hits} == {}
