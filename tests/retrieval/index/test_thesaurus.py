"""Words and phrases that can stand for each other."""

from __future__ import annotations

from bot.retrieval.index.thesaurus import Thesaurus
from bot.retrieval.index.vocabulary import Vocabulary
from bot.retrieval.text import Stems


def thesaurus(*groups: list[str]) -> tuple[Thesaurus, Vocabulary]:
    stems = Stems(("en",))
    vocabulary = Vocabulary(stems)
    for word in "merchant trader dissolve wind end ship".split():
        vocabulary.add(word)
    vocabulary.close()
    return Thesaurus(groups, vocabulary, stems), vocabulary


def test_a_word_in_any_form_brings_its_synonyms() -> None:
    made, vocabulary = thesaurus(["merchant", "trader"])
    assert made.of(["traders"]) == {"traders": {vocabulary.find("merchant")}}


def test_a_phrase_gives_its_synonyms_to_its_first_word() -> None:
    made, vocabulary = thesaurus(["wind up", "dissolve", "end"])
    assert made.of(["was", "wound", "up"]) == {"wound": {vocabulary.find("dissolve"), vocabulary.find("end")}}
    assert made.of(["wound", "down"]) == {}


def test_words_that_the_base_does_not_have_are_no_use() -> None:
    made, _ = thesaurus(["ship", "cog"])
    assert made.of(["ship"]) == {}
