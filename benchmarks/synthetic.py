"""A base of any size, made from a seed: persons, towns and years in plausible sentences, as the files of a pack."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

_ONSETS = "b br d dr f g gr h j k kl l m n p pr r s st t tr v w z".split()
_VOWELS = "a e i o u au ei ie".split()
_CODAS = ["", *"n r l s m rt nd ck ff x".split()]
_DEEDS = (
    "was elected {office} of {place} in {year} after a contested ballot of the {body}",
    "signed the treaty with {place} in {year}, which the {body} ratified only with reluctance",
    "led the embassy to {place} in {year} and returned with the privilege of {ware}",
    "commanded the fleet off {place} in {year}, where {number} ships carrying {ware} were lost",
    "founded the {body} of {place} in {year} together with {number} merchants trading in {ware}",
    "wrote the chronicle of {place}, finished in {year}, the chief source on the {ware} trade",
)
_OFFICES = "mayor councillor envoy admiral treasurer provost alderman secretary".split()
_BODIES = "council guild senate chapter diet assembly brotherhood chancery".split()
_WARES = "salt herring wax amber timber cloth furs grain beer copper".split()
_PACK = """\
format: 1
id: synthetic
title: A synthetic base
scope: Invented people and their deeds, to measure with.
languages: [en]
calendar: julian
switch: 1582-10-15
licence: CC0-1.0
kinds:
  person: {name: person, plural: persons, command: person}
"""


def _word(chance: random.Random, syllables: int) -> str:
    parts = (chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(syllables))
    return "".join(parts).capitalize()


def _person(chance: random.Random) -> tuple[str, list[tuple[str, str, str]]]:
    """A name, and facts as (text, year, question)."""
    name = f"{_word(chance, 2)} {_word(chance, chance.choice((2, 3)))}"
    facts = []
    for deed in chance.sample(_DEEDS, 2):
        year = str(chance.randrange(1200, 1580))
        filled = deed.format(
            office=chance.choice(_OFFICES), place=_word(chance, 3), year=year, body=chance.choice(_BODIES),
            ware=chance.choice(_WARES), number=chance.randrange(2, 90),
        )  # fmt: skip
        facts.append((f"{name} {filled}.", year, f"What did {name} do in {year}, and {' '.join(filled.split()[-4:])}?"))
    return name, facts


def questions(facts: int, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """(question, id of the fact that answers it) for each fact of the base that `write` makes with the same seed."""
    chance = random.Random(seed)
    for at in range(facts // 2):
        for place, (_, _, question) in enumerate(_person(chance)[1]):
            yield question, f"f{at}-{place}"


def write(folder: Path, facts: int, *, seed: int = 1) -> None:
    """Write a pack of `facts` facts (two a person, 1,000 persons a file) into an empty folder."""
    chance = random.Random(seed)
    (folder / "pack.yaml").write_text(_PACK, encoding="utf-8")
    (folder / "sources.yaml").write_text("- {id: chronicle, type: book, title: The Chronicle}\n", encoding="utf-8")
    for first in range(0, facts // 2, 1000):
        lines = []
        for at in range(first, min(first + 1000, facts // 2)):
            name, told = _person(chance)
            lines += [
                f"- id: p{at}",
                "  kind: person",
                f"  name: {name}",
                "  description: A person of the league.",
                "  facts:",
            ]
            for place, (text, year, question) in enumerate(told):
                lines += [
                    f"    - id: f{at}-{place}", f"      text: {text}", f"      date: {year}",
                    f"      sources: [{{key: chronicle, locator: p. {at}}}]",
                    f"      asks: ['{question}', 'What is told of {name} in the year {year}?']",
                ]  # fmt: skip
        (folder / f"persons-{first // 1000}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
