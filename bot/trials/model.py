"""What a curator writes in a file of questions: a question as people type it, and what the answer must be."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from bot.facts.models import Id, KindId, Language, Line, Model, misfit

NOTHING = "nothing"
"""What `shows` says of a question that the base must not answer."""


def _one_or_more(value: Any) -> Any:
    """A single id is a list of one."""
    return (value,) if isinstance(value, str) else value


Ids = Annotated[tuple[Id, ...], Field(min_length=1), BeforeValidator(_one_or_more)]


class Expectation(Model):
    """A question, and what the answer must be. Everything that is said of the answer must hold."""

    ask: Line
    """The question, as people type it."""
    shows: Ids | None = None
    """Ids of facts, of which the answer shows at least one; or `nothing`: it must not be answered."""
    first: Id | None = None
    """The id of the fact that the answer shows first."""
    lists: KindId | None = None
    """The kind whose members the answer lists."""
    asks_back: Annotated[Ids | None, Field(alias="asks-back")] = None
    """Ids of entities that the bot must ask back with: which of these is meant?"""
    language: Language | None = None
    """The language that the answer must be in."""
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    """The asker's language; by default the first one of the pack."""

    @property
    def wants_nothing(self) -> bool:
        """Whether the question must not be answered."""
        return self.shows == (NOTHING,)

    @model_validator(mode="after")
    def _wants_one_thing(self) -> Expectation:
        given = [self.shows, self.first, self.lists, self.asks_back]
        if not any(given):
            raise misfit("say what the answer must be: `shows`, `first`, `lists` or `asks-back`", at="ask")
        if self.asks_back and any(given[:3]):
            raise misfit(
                "a question that is asked back is not answered; delete `asks-back`, or the others", at="asks-back"
            )
        if self.wants_nothing and (self.first or self.lists):
            raise misfit("an answer that shows nothing has no first fact and no list; delete one of them", at="shows")
        if self.shows and NOTHING in self.shows[1:] + self.shows[:-1]:
            raise misfit(f"`{NOTHING}` stands alone; delete it, or the facts", at="shows")
        return self


class KnownMiss(Model):
    """A question that fails today, and why: it is not reported until it passes."""

    ask: Line
    """The question, exactly as it stands in its file or under its fact."""
    after: Line | None = None
    """For a follow-up, the question right before it in its conversation."""
    reason: Line
    """Why it fails."""
