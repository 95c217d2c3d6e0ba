"""The words of a base: from a surface form to its term, and from a misspelt word to the forms it may have meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.retrieval.text import Stems, is_cyrillic, to_latin

SHORTEST_REPAIRED = 4
_NEAREST = 6
_PREFIX_KIN = 8
# In a word shorter than this, another first letter makes another word ("tall", "hall") far more often than a slip.
_SURE_START = 6


@dataclass(frozen=True, slots=True)
class Likeness:
    """A form of the base that a typed word resembles: its term, and how surely it was meant (0 to 1)."""

    term: int
    form: str
    likeness: float


class Vocabulary:
    """Terms are stems, numbered from 0. Grows while an index is built, then only answers.

    A Cyrillic form can also be reached by its Latin transliteration, so that a question typed in Latin letters finds
    Russian words.
    """

    def __init__(self, stemmer: Stems) -> None:
        self._stemmer = stemmer
        self._term_of_stem: dict[str, int] = {}
        self._term_of_form: dict[str, int] = {}
        self._latin_forms: dict[str, int] = {}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._stems: list[str] = []

    def __len__(self) -> int:
        return len(self._term_of_stem)

    def add(self, form: str) -> int:
        """The term of a folded word, a new one if need be."""
        term = self._term_of_form.get(form)
        if term is None:
            stem = self._stemmer.stem(form)
            term = self._term_of_form[form] = self._term_of_stem.setdefault(stem, len(self._term_of_stem))
        return term

    def close(self) -> None:
        """Prepare the look-ups; to be called once, after the last `add`."""
        for form, term in self._term_of_form.items():
            if is_cyrillic(form):
                latin = to_latin(form)
                if latin not in self._term_of_form:
                    self._latin_forms.setdefault(latin, term)
        for form in (*self._term_of_form, *self._latin_forms):
            if len(form) >= SHORTEST_REPAIRED - 1 and not form.isdigit():
                self._by_length[len(form)].append(form)
        self._stems = sorted(stem for stem in self._term_of_stem if stem.isalpha())

    def find(self, form: str) -> int | None:
        """The term of a folded word that the base knows by its form, its stem or its transliteration."""
        term = self._term_of_form.get(form)
        if term is None:
            term = self._term_of_stem.get(self._stemmer.stem(form))
        return term if term is not None else self._latin_forms.get(form)

    def find_form(self, form: str) -> int | None:
        """The term of a folded word that stands in the base in just this form."""
        return self._term_of_form.get(form)

    def kin(self, form: str) -> list[int]:
        """Terms that begin like the word's stem (Norman, Normandy), the word's own left out."""
        stem = self._stemmer.stem(form)
        if len(stem) < SHORTEST_REPAIRED or not stem.isalpha():
            return []
        prefix = stem[: max(4, len(stem) - 2)]
        found: list[int] = []
        for i in range(bisect_left(self._stems, prefix), len(self._stems)):
            other = self._stems[i]
            if not other.startswith(prefix) or len(found) == _PREFIX_KIN:
                break
            if other != stem and abs(len(other) - len(stem)) <= 4:
                found.append(self._term_of_stem[other])
        return found

    def repair(self, word: str) -> list[Likeness]:
        """The forms most like an unknown word, best first; empty for a short word, a number, or one like no other.

        Likeness is 1 - d / max(len), d the optimal string alignment distance (insert, delete, replace, swap), less a
        little when the first letters differ, since people seldom miss that one.
        """
        length = len(word)
        if length < SHORTEST_REPAIRED or word.isdigit():
            return []
        reach = 1 if length < 6 else 2 if length < 9 else 3
        nearest: dict[int, Likeness] = {}
        for other in range(length - reach, length + reach + 1):
            forms = self._by_length.get(other)
            if not forms:
                continue
            for form, distance, _ in process.extract(word, forms, scorer=OSA.distance, score_cutoff=reach, limit=20):
                if length < _SURE_START and not starts_alike(word, form):
                    continue
                likeness = 1 - distance / max(length, other) - (0.05 if form[0] != word[0] else 0)
                term = self._term_of_form.get(form, self._latin_forms.get(form, -1))
                if term not in nearest or likeness > nearest[term].likeness:
                    nearest[term] = Likeness(term=term, form=form, likeness=likeness)
        return sorted(nearest.values(), key=lambda near: (-near.likeness, near.form))[:_NEAREST]


def starts_alike(word: str, form: str) -> bool:
    """Whether two words begin with the same letter, or with the same two letters swapped."""
    return word[0] == form[0] or word[:2] == form[1::-1]
