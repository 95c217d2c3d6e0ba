"""The shape of a table of phrases: one field per sentence, and plurals by the rules of the language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase that changes with a number: its forms, in the order that the language's `plural_form` counts them.

    Every form has the placeholder `{count}`.
    """

    forms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """All that the bot says by itself in one language. Historical claims are never here: those come from the pack.

    `{...}` are placeholders for `str.format`; what they stand for is said in the comment above each group. All tables
    have the same placeholders in the same field.
    """

    language: str
    plural_form: Callable[[int], int]

    # Numbers: {count} of something.
    sources_counted: Counted
    more_counted: Counted
    members_counted: Counted
    seconds_counted: Counted

    # How far historians agree with a fact. {claim} is the curator's wording of what people believe.
    differ: str
    account: str  # {number}
    often_said: str
    often_said_no: str  # the question wanted a yes or a no
    often_said_short: str  # heading over a correction that is not the first passage

    # Figures and offices. {unit}, {role}, {body}, {holder} and {name} are curated; {span}, {start}, {end} are dates.
    figures: str
    figures_total: str  # {total}
    figure: str  # {value}
    holders: str
    holder_role: str
    role_in: str
    with_span: str
    since: str
    until: str

    # A day. {first} and {second} are wordings of one day in both calendars.
    two_calendars: str
    quiet_reading: str
    also_then: str

    # The members of a kind. {name}, {description}.
    member: str

    # Asking back, and not knowing.
    which: str
    which_lead: str
    unknown_title: str
    unknown_lead: str
    empty_title: str
    empty_lead: str
    no_name_title: str
    no_name_lead: str
    no_day_title: str
    no_day_lead: str
    quiet_day_title: str
    quiet_day_lead: str  # {days}
    nearest: str

    # Buttons. {name} is an entity's.
    show_sources: str
    all_about: str

    # Sources. {page}, {pages} are numbers; {locator}, {names}, {title}, {year} come from the source.
    sources_title: str
    bibliography_title: str
    bibliography_page: str
    page_before: str
    page_after: str
    page_label: str
    pages_label: str
    two_names: str
    many_names: str
    edited_by: str

    # Help. {title}, {scope} are the pack's.
    help_title: str
    help_examples: str
    help_commands: str
    help_standing: str
    help_dates: str
    help_licence: str  # {licence}

    # Commands: what each does, for help and for the menus of a surface. {kind} is the pack's name for a kind.
    command_kind: str
    command_about: str
    command_date: str
    command_sources: str
    command_help: str
    command_quit: str
    chat_welcome: str

    # Notices: a title and a sentence each. {wait} is a number of seconds with its word.
    cooldown_title: str
    cooldown: str
    broken_title: str
    broken: str
    gone_title: str
    gone: str
    forbidden_title: str
    forbidden: str
    no_text_title: str
    no_text: str
    busy_title: str
    busy: str

    def counted(self, phrase: Counted, count: int) -> str:
        """`phrase` in the form that goes with `count`: "1 source", "2 sources"."""
        return phrase.forms[self.plural_form(count)].format(count=count)
