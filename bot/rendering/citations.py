"""Sources in words: short beside a statement, full in a bibliography, numbered once over a card.

Short is what a reader needs to find the place ("Dollinger, The German Hansa (1970), pp. 64-70"); full follows the
order of the Chicago Manual of Style (author, title, container, imprint), without its italics.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from bot.facts import Citation, Source
from bot.rendering.card import SourceLine
from bot.rendering.phrases import Phrases

_BARE_PAGE = re.compile(r"[0-9]+|[ivxlc]+", re.IGNORECASE)
_BARE_PAGES = re.compile(r"[0-9ivxlc]+(\s*[-–,;]\s*[0-9ivxlc]+)+", re.IGNORECASE)
_YEAR = re.compile(r"-?[0-9]{1,4}")


class Numbering:
    """Numbers the citations of one card in the order in which they come: the same place keeps its number."""

    def __init__(self, sources: Mapping[str, Source], say: Phrases) -> None:
        """`sources` are those of the library; `say` gives the words between the parts of an entry."""
        self._sources = sources
        self._say = say
        self._numbers: dict[Citation, int] = {}

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of `citations`, new ones where they are met for the first time, each once."""
        return tuple(dict.fromkeys(self._numbers.setdefault(each, len(self._numbers) + 1) for each in citations))

    def lines(self, *, full: bool = False) -> tuple[SourceLine, ...]:
        """A line for each number given so far: in short form, or as a full bibliographic entry."""
        form: Callable[[Source, Citation, Phrases], str] = full_citation if full else short_citation
        return tuple(
            SourceLine(number, form(source, citation, self._say), citation.url or web_address(source))
            for citation, number in self._numbers.items()
            for source in [self._sources[citation.key]]
        )


def short_citation(source: Source, citation: Citation | None, say: Phrases) -> str:
    """ "Dollinger, The German Hansa (1970), ch. 1": names, title, year, and the place that `citation` names.

    A source that nobody signed is known by what it stands in: "The Hanse, Museum of Lübeck (2015)".
    """
    year = year_of(source)
    title = source.title_short or source.title
    names = _names(source, say, inverted=False)
    holder = None if names else source.container_title or source.publisher
    dated = f"{holder or title} ({year})" if year else holder or title
    parts = [names, title if holder else None, dated, _place(citation, say)]
    return ", ".join(part for part in parts if part)


def full_citation(source: Source, citation: Citation | None, say: Phrases) -> str:
    """ "Dollinger, Philippe. The German Hansa. London: Macmillan, 1970. Ch. 1." """
    place = _place(citation, say)
    parts = [
        _names(source, say, inverted=True),
        source.title,
        _container(source, say),
        _imprint(source),
        ", ".join(part for part in (source.archive, source.archive_collection, source.archive_location) if part),
        place[:1].upper() + place[1:],
    ]
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)


def year_of(source: Source) -> str:
    """The year of a source as it is shown, its words where it is no number ("forthcoming"), "" where it has none."""
    issued = source.issued or ""
    match = _YEAR.match(issued)
    return match.group() if match else issued


def web_address(source: Source) -> str | None:
    """Where a source can be read: its address, else that of its DOI."""
    return source.url or (source.doi and f"https://doi.org/{source.doi.removeprefix('https://doi.org/')}")


def _place(citation: Citation | None, say: Phrases) -> str:
    """The locator with its label: "12" -> "p. 12", "12-14" -> "pp. 12-14"; "ch. 3" has one already."""
    locator = citation and citation.locator
    if not locator:
        return ""
    if _BARE_PAGE.fullmatch(locator):
        return say.page_label.format(locator=locator)
    if _BARE_PAGES.fullmatch(locator):
        return say.pages_label.format(locator=locator)
    return locator


def _names(source: Source, say: Phrases, *, inverted: bool) -> str:
    """The authors, else the editors and marked as such; of more than two only the first."""
    people = source.author or source.editor
    names = [name.short for name in people]
    if inverted:
        names = [
            _inverted(name.family, name.given) or name.full if index == 0 else name.full
            for index, name in enumerate(people)
        ]
    match names:
        case []:
            return ""
        case [only]:
            joined = only
        case [first, second]:
            joined = say.two_names.format(first=first, second=second)
        case [first, *_]:
            joined = say.many_names.format(first=first)
    return joined if source.author else say.edited_by.format(names=joined)


def _inverted(family: str | None, given: str | None) -> str | None:
    return f"{family}, {given}" if family and given else None


def _container(source: Source, say: Phrases) -> str:
    """The journal, volume or site that holds the source, with the place in it; else the volume of the work itself."""
    volume = source.volume or ""
    if source.issue:
        volume = f"{volume}({source.issue})" if volume else source.issue
    page = say.pages_label.format(locator=source.page) if source.page and source.container_title else ""
    return ", ".join(part for part in (source.container_title, volume, page) if part)


def _imprint(source: Source) -> str:
    """ "London: Macmillan, 1970", as far as it is known."""
    house = ": ".join(part for part in (source.publisher_place, source.publisher) if part)
    return ", ".join(part for part in (house, year_of(source)) if part)
