"""Follow-ups: whether a question leans on what was spoken of before, and what it then means."""

from __future__ import annotations

from bot.answers.model import Answer, Answered, Question, Topic
from bot.facts import Library, in_language
from bot.retrieval import Query
from bot.retrieval.text import fold, speak, words

_SHORT = 2
_TOPICS = 3


def leans_on_topic(question: Question, query: Query, languages: tuple[str, ...]) -> bool:
    """Whether a question has no subject of its own: it names nothing, and points back or is very short."""
    if not question.topic.entities:
        return False
    tokens = words(question.text)
    spoken = [speak(code) for code in languages]
    points_back = any(token in language.pronouns for token in tokens for language in spoken)
    continues = bool(tokens) and tokens[0] in {fold(word) for language in spoken for word in language.continuations}
    return points_back or continues or (len(query.groups) <= _SHORT and not query.named)


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
