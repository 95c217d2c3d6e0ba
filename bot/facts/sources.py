"""Sources as CSL items, so that an export of Zotero ("CSL JSON" or "CSL YAML") drops in as sources.yaml.

The names of the variables are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html,
appendices III and IV, and the schema csl-data.json). Those that a bibliography of ours shows are fields of `Source`;
the others are accepted and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from bot.facts.suggestion import did_you_mean

KEY_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_:.#$%&+?<>~/-]{0,127}$"
"""Wide enough for the keys of Zotero and Better BibTeX. In ASCII, since `\\w` would take 50 ms to compile."""

TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
    """.split()
)

UNSHOWN_VARIABLES = frozenset(
    """
    abstract annote authority available-date call-number categories chair chapter-number citation-key citation-label
    citation-number collection-editor compiler composer container-author container-title-short contributor curator
    custom dimensions director division editorial-director event event-date event-place event-title executive-producer
    first-reference-note-number guest host illustrator interviewer journalAbbreviation jurisdiction keyword locator
    narrator number-of-pages number-of-volumes organizer original-author original-publisher original-publisher-place
    original-title page-first part part-title performer PMCID PMID printing producer recipient references
    reviewed-author reviewed-genre reviewed-title scale script-writer section series-creator shortTitle source status
    submitted supplement version volume-title volume-title-short year-suffix
    """.split()
)
"""CSL variables that may stand in sources.yaml and that no card shows."""

_DATE_HINT = "a date of a source is written like 1990, 1990-05 or {date-parts: [[1990, 5]]}"


def _csl_name(field: str) -> str:
    """The CSL variable of a field: `publisher_place` -> `publisher-place`, `url` -> `URL`."""
    return field.upper() if field in {"url", "doi", "isbn", "issn"} else field.replace("_", "-")


def _known_type(value: str) -> str:
    if value not in TYPES:
        raise ValueError(f"`{value}` is no CSL type{did_you_mean(value, TYPES, otherwise='; for a book write `book`')}")
    return value


def _hyphened(parts: Sequence[Any]) -> str:
    """`[1990, 5, 7]`, numbers or digits -> `1990-05-07`."""
    words = [str(part).strip() for part in parts]
    if not 1 <= len(words) <= 3 or not all(re.fullmatch(r"-?[0-9]{1,4}", word) for word in words):
        raise ValueError(_DATE_HINT)
    return "-".join([words[0], *(word.zfill(2) for word in words[1:])])


def _one_date(value: Mapping[str, Any]) -> str:
    """`{year: 1990, month: 5}`, as Zotero's CSL YAML writes it -> `1990-05`."""
    if "year" not in value or not set(value) <= {"year", "month", "day", "season", "circa"}:
        raise ValueError(_DATE_HINT)
    return _hyphened([value[name] for name in ("year", "month", "day") if name in value]) + _circa(value)


def _circa(value: Mapping[str, Any]) -> str:
    return "~" if str(value.get("circa", "")).lower() in {"true", "1", "yes"} else ""


def source_date(value: Any) -> Any:
    """Every way in which CSL writes a date, as one text: EDTF where it can be, else the words themselves ("n.d.")."""
    match value:
        case str() | None:
            return value
        case {"date-parts": [*ranges]} if ranges and all(isinstance(each, list) for each in ranges):
            return "/".join(_hyphened(each) + _circa(value) for each in ranges)
        case {"literal": str(words)} | {"raw": str(words)}:
            return words
        case Mapping():
            return _one_date(value)
        case [*dates] if dates and all(isinstance(each, Mapping) for each in dates):
            return "/".join(map(_one_date, dates))
    raise ValueError(_DATE_HINT)


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
SourceKey = Annotated[str, Field(pattern=KEY_PATTERN)]
SourceType = Annotated[Words, AfterValidator(_known_type), Field(json_schema_extra={"enum": sorted(TYPES)})]
SourceDate = Annotated[Words, BeforeValidator(source_date)]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]


class CslModel(BaseModel):
    """Frozen, strict about unknown keys, and written with CSL's hyphens."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_csl_name,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
    )


class Name(CslModel):
    """A person as author, editor or translator (`family`, `given`), or a body in one piece (`literal`)."""

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None
    suffix: Words | None = None
    dropping_particle: Words | None = None
    non_dropping_particle: Words | None = None
    comma_suffix: bool = False
    static_ordering: bool = False
    parse_names: bool = False

    @model_validator(mode="after")
    def _has_a_name(self) -> Name:
        if not (self.family or self.literal or self.given):
            raise ValueError("a name needs `family` (and `given`), or `literal` for a body such as an archive")
        return self

    @property
    def short(self) -> str:
        """The name within a citation: "Dollinger", "von Warendorp", "City archive of Lübeck"."""
        if self.literal:
            return self.literal
        return " ".join(filter(None, (self.non_dropping_particle, self.family))) or self.given or ""

    @property
    def full(self) -> str:
        """The name as it is spoken: "Philippe Dollinger"."""
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return " ".join(filter(None, parts))


class Source(CslModel):
    """A book, an article, a document, a page ... that facts cite by its `id`: a CSL item."""

    id: SourceKey
    """The key by which facts cite this source, unique in the pack."""
    type: SourceType
    """What it is, in CSL's words: book, chapter, article-journal, webpage, manuscript, document ..."""
    title: Words
    """The title as printed; quote it when it has a colon."""
    title_short: Words | None = None
    """A short title, for the line under an answer."""
    author: tuple[Name, ...] = ()
    """The authors: a list of {family: ..., given: ...}, or {literal: ...} for a body."""
    editor: tuple[Name, ...] = ()
    """The editors, as the authors."""
    translator: tuple[Name, ...] = ()
    """The translators, as the authors."""
    interviewee: tuple[Name, ...] = ()
    """Who is interviewed, as the authors."""
    container_title: Words | None = None
    """The book, journal or site that it is a part of."""
    collection_title: Words | None = None
    """The series that it belongs to."""
    collection_number: Words | None = None
    """Its number in the series."""
    volume: Words | None = None
    """The volume."""
    issue: Words | None = None
    """The issue of the journal."""
    number: Words | None = None
    """The number of a report, a law, a document."""
    edition: Words | None = None
    """The edition: 2, or the words on the title page."""
    page: Words | None = None
    """The pages of an article or chapter."""
    publisher: Words | None = None
    """The publisher."""
    publisher_place: Words | None = None
    """The place of publication."""
    genre: Words | None = None
    """What kind of work, where the type does not say it: "PhD thesis"."""
    medium: Words | None = None
    """What it is recorded on: "microfilm"."""
    archive: Words | None = None
    """The archive that keeps it."""
    archive_collection: Words | None = Field(default=None, alias="archive_collection")
    """The collection in the archive."""
    archive_location: Words | None = Field(default=None, alias="archive_location")
    """The shelf mark."""
    archive_place: Words | None = None
    """Where the archive is."""
    issued: SourceDate | None = None
    """When it was published: 1990, 1990-05, or CSL's {date-parts: [[1990, 5]]}."""
    accessed: SourceDate | None = None
    """When the page was read, as `issued`."""
    original_date: SourceDate | None = None
    """When it first appeared, as `issued`."""
    language: Words | None = None
    """Its language: en, de, ru ..."""
    note: Words | None = None
    """A remark, shown in the bibliography."""
    url: WebAddress | None = None
    """Where it can be read: http:// or https://."""
    doi: Words | None = None
    """Its DOI, without https://doi.org/."""
    isbn: Words | None = None
    """Its ISBN."""
    issn: Words | None = None
    """The ISSN of the journal."""

    @model_validator(mode="before")
    @classmethod
    def _without_unshown(cls, item: Any) -> Any:
        """CSL knows more variables than a card shows; an export has them, and they are no mistake."""
        return {k: v for k, v in item.items() if k not in UNSHOWN_VARIABLES} if isinstance(item, Mapping) else item

    @property
    def year(self) -> str | None:
        """When it was published, as short as a citation has it: "1970", "1896–1899", "n.d."; None when not given."""
        if self.issued is None:
            return None
        years = [re.match(r"-?[0-9]{4}", part) for part in self.issued.split("/")]
        return "–".join(dict.fromkeys(year[0] for year in years if year)) if all(years) else self.issued
