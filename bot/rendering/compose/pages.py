"""Pages that no question asks for: the sources of a fact, the whole bibliography, help, and short notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bot.facts import Library, Source, in_language
from bot.rendering.card import Action, Card, Passage, SourceLine, Tone, Verb
from bot.rendering.citations import Numbering, full_citation, web_address
from bot.rendering.limits import fit, shorten, text_cost
from bot.rendering.phrases import Phrases, phrases_in
from bot.rendering.statements import Setting, first_statement, lead_words

_PAGE_COST = 3000
_ENTRY_MOST = 400


class Notice(StrEnum):
    """What the bot has to say for itself, when it is no answer."""

    COOLDOWN = "cooldown"  # asked too soon again; takes `wait`
    BROKEN = "broken"  # an error on the bot's side
    GONE = "gone"  # a button leads to something that the base has no more
    FORBIDDEN = "forbidden"  # a permission is missing
    NO_TEXT = "no-text"  # a message without words
    BUSY = "busy"  # the base is not loaded yet


def render_sources(fact_id: str, library: Library, *, language: str) -> Card:
    """The full bibliographic entries of a fact's sources, under the statements that they support.

    An id that the base does not have (an old button) gives the notice that it is gone.
    """
    fact = library.facts.get(fact_id)
    if fact is None:
        return render_notice(Notice.GONE, language=language)
    say = phrases_in(language)
    setting = Setting(library, say, language, Numbering(library.sources, say))
    block = first_statement(fact, library.entity_of(fact_id), setting)
    card = Card(
        tone=Tone.PLAIN,
        title=say.sources_title,
        subtitle=in_language(library.entity_of(fact_id).name, language),
        lead=lead_words(fact, setting, yes_no=False),
        sources=setting.numbering.lines(full=True),
    )
    return fit(card, [block], say)[0]


def render_bibliography(library: Library, *, language: str, page: int = 1) -> Card:
    """One page of all sources in alphabetical order; `page` counts from 1, and one out of range is the nearest."""
    say = phrases_in(language)
    pages = bibliography_pages(library, language=language)
    page = min(max(page, 1), len(pages))
    around = {page - 1: say.page_before, page + 1: say.page_after}
    return Card(
        tone=Tone.PLAIN,
        title=say.bibliography_title,
        subtitle=say.counted(say.sources_counted, len(library.sources)),
        sources=pages[page - 1],
        note=say.bibliography_page.format(page=page, pages=len(pages)) if len(pages) > 1 else None,
        actions=tuple(
            Action(Verb.BIBLIOGRAPHY, str(number), label.format(page=number))
            for number, label in around.items()
            if 1 <= number <= len(pages)
        ),
    )


def bibliography_pages(library: Library, *, language: str) -> Sequence[tuple[SourceLine, ...]]:
    """All sources of the base, numbered, in as many pages as they need; at least one page."""
    say = phrases_in(language)
    entries = sorted((full_citation(source, None, say).casefold(), source.id) for source in library.sources.values())
    pages: list[list[SourceLine]] = [[]]
    for number, (_, key) in enumerate(entries, start=1):
        line = _entry(number, library.sources[key], say)
        if text_cost(Card(Tone.PLAIN, "", sources=(*pages[-1], line))) > _PAGE_COST and pages[-1]:
            pages.append([])
        pages[-1].append(line)
    return [tuple(page) for page in pages]


def render_help(library: Library, *, language: str, commands: Iterable[tuple[str, str]] = ()) -> Card:
    """What the pack is about, questions to try, and `commands`: the surface's own, each with what it does."""
    say, pack = phrases_in(language), library.pack
    examples = pack.examples.get(language.partition("-")[0]) or next(iter(pack.examples.values()), ())
    blocks = [
        (Passage(text=in_language(pack.scope, language)),),
        (Passage(text=say.help_standing),),
        *([(Passage(text="\n".join(examples), heading=say.help_examples),)] if examples else []),
    ]
    lines = "\n".join(say.member.format(name=name, description=description) for name, description in commands)
    if lines:
        blocks.append((Passage(text=lines, heading=say.help_commands),))
    setting = Setting(library, say, language, Numbering(library.sources, say))
    if len(setting.calendars) > 1:
        blocks.append((Passage(text=say.help_dates),))
    card = Card(
        tone=Tone.PLAIN,
        title=in_language(pack.title, language),
        subtitle=say.help_title,
        note=say.help_licence.format(licence=pack.licence),
    )
    return fit(card, blocks, say)[0]


def render_notice(notice: Notice, *, language: str, wait: float | None = None) -> Card:
    """A notice in words; `wait` are the seconds until the asker may ask again, for `Notice.COOLDOWN`."""
    say = phrases_in(language)
    title, sentence = _notice_words(say)[notice]
    seconds = max(1, round(wait or 0))
    sentence = sentence.format(wait=say.counted(say.seconds_counted, seconds))
    return Card(tone=Tone.PLAIN, title=title, lead=sentence)


def _entry(number: int, source: Source, say: Phrases) -> SourceLine:
    return SourceLine(number, shorten(full_citation(source, None, say), _ENTRY_MOST), web_address(source))


def _notice_words(say: Phrases) -> dict[Notice, tuple[str, str]]:
    return {
        Notice.COOLDOWN: (say.cooldown_title, say.cooldown),
        Notice.BROKEN: (say.broken_title, say.broken),
        Notice.GONE: (say.gone_title, say.gone),
        Notice.FORBIDDEN: (say.forbidden_title, say.forbidden),
        Notice.NO_TEXT: (say.no_text_title, say.no_text),
        Notice.BUSY: (say.busy_title, say.busy),
    }
