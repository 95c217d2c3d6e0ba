"""Follow-ups: whether a question leans on what was spoken of before, and what it then means."""

from __future__ import annotations

from bot.answers.model import Answer, Answered, Question, Topic
from bot.facts import Library, in_language
from bot.retrieval import Query
from bot.retrieval.text import speak, words

_SHORT = 2
_TOPICS = 3


def points_back(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a question has a pronoun that stands for the topic: "when was it dissolved?"."""
    spoken = [speak(code) for code in languages]
    return any(token in language.pronouns for token in words(text) for language in spoken)


def leans_on_topic(question: Question, query: Query, languages: tuple[str, ...]) -> bool:
    """Whether a question has no subject of its own: it points back, goes on with "and", or is short and nameless."""
    if not question.topic.entities:
        return False
    opening = words(question.text)[:1]
    continues = any(word in speak(code).continuations for word in opening for code in languages)
    short = len(query.groups) <= _SHORT and not query.named
    return points_back(question.text, languages) or continues or short


def spelt_out(question: Question, library: Library, language: str) -> list[str]:
    """The question with the name of each topic put in, as one would ask it out of the blue; the latest topic first."""
    topics = [library.entities[entity] for entity in question.topic.entities if entity in library.entities]
    return [f"{question.text} {in_language(topic.name, language)}" for topic in topics]


def topic_after(question: Question, answer: Answer) -> Topic:
    """The topic for the next question: what was answered about, else what it was before."""
    if not isinstance(answer, Answered):
        return Topic(entities=question.topic.entities, question=question.text)
    about = [answer.entity.id] if answer.entity else [ranked.entity.id for ranked in answer.facts[:1]]
    kept = dict.fromkeys([*about, *question.topic.entities])
    return Topic(entities=tuple(kept)[:_TOPICS], question=question.text)
