"""Discord's limits on what a bot sends, as functions over the JSON, without a server.

A sweep over all commands and views of a bot gives each payload to one of the `problems_of_*` functions, which return
one line for every rule that it breaks (an empty list means that Discord takes it):

- `problems_of_message(payload)`: what `POST channels/{id}/messages` gets, or the `data` of an interaction response;
- `problems_of_view(components)`: only components, as `View.to_components()` of discord.py gives them;
- `problems_of_command(payload)` and `problems_of_commands(payloads)`: one application command, and the set of them;
- `problems_of_autocomplete(choices)`: the choices of a completion;
- `problems_of_modal(payload)`: the `data` of a modal (`custom_id`, `title`, `components`).

The server applies the same rules. Sources: Discord's API documentation and OpenAPI description, November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .rules.commands import STRING, choice_problems, command_problems, set_problems
from .rules.components import layout_problems, modal_problems, row_problems
from .rules.findings import Finding, count, duplicates, lines, number, text, under, url

Json = Mapping[str, Any]

EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15
MOST_CONTENT = 2000
MOST_EMBED_TEXT = 6000


def problems_of_message(payload: Json, *, files: Sequence[str] = (), partial: bool = False) -> list[str]:
    """Why Discord would refuse this message. `files`: names of the uploads; `partial`: an edit, which may be empty."""
    return lines(message_findings(payload, files=files, partial=partial))


def problems_of_view(components: Sequence[Json], *, layout: bool) -> list[str]:
    """Why Discord would refuse these components; `layout` tells whether they go under Components V2."""
    return lines(under((layout_problems if layout else row_problems)(list(components)), "components"))


def problems_of_command(payload: Json) -> list[str]:
    """Why Discord would refuse this application command."""
    return lines(command_problems(payload))


def problems_of_commands(payloads: Sequence[Json]) -> list[str]:
    """Why Discord would refuse these application commands, uploaded together."""
    return lines(set_problems(payloads))


def problems_of_autocomplete(choices: Sequence[Json], kind: int = STRING) -> list[str]:
    """Why Discord would refuse these choices for an option of type `kind` (3 is a string)."""
    return lines(autocomplete_findings({"choices": list(choices)}, kind))


def problems_of_modal(payload: Json) -> list[str]:
    """Why Discord would refuse this modal."""
    return lines(modal_findings(payload))


def message_findings(payload: Json, *, files: Sequence[str] = (), partial: bool = False) -> Iterator[Finding]:
    """The findings behind `problems_of_message`."""
    layout = bool((payload.get("flags") or 0) & COMPONENTS_V2)
    components = payload.get("components") or []
    if layout:
        yield from _layout_only(payload)
        yield from under(layout_problems(components), "components")
    else:
        yield from text(payload, "content", 0, MOST_CONTENT, required=False, blank=True)
        yield from _embeds(payload.get("embeds") or [])
        yield from under(row_problems(components), "components")
    if not partial and not _has_something(payload, files):
        yield Finding((), "EMPTY_MESSAGE", "Cannot send an empty message")
    yield from _mentions(payload.get("allowed_mentions"))
    yield from _uploads(payload, files)
    if payload.get("nonce") is not None and len(str(payload["nonce"])) > 25:
        yield Finding(("nonce",), "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length.")


def autocomplete_findings(payload: Json, kind: int = STRING) -> Iterator[Finding]:
    """The findings behind `problems_of_autocomplete`, for `{"choices": [...]}`."""
    yield from count(payload, "choices", 0, 25)
    for index, choice in enumerate(payload.get("choices") or []):
        yield from under(choice_problems(choice, kind), "choices", index)


def modal_findings(payload: Json) -> Iterator[Finding]:
    """The findings behind `problems_of_modal`."""
    yield from text(payload, "custom_id", 1, 100)
    yield from text(payload, "title", 1, 45)
    yield from count(payload, "components", 1, 5)
    yield from under(modal_problems(payload.get("components") or []), "components")


def _layout_only(payload: Json) -> Iterator[Finding]:
    for key in ("content", "embeds", "poll", "sticker_ids"):
        if payload.get(key):
            message = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            yield Finding((key,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message)


def _has_something(payload: Json, files: Sequence[str]) -> bool:
    content = (payload.get("content") or "").strip()
    return bool(content or files or any(payload.get(key) for key in ("components", "embeds", "poll", "sticker_ids")))


def _embeds(embeds: Sequence[Json]) -> Iterator[Finding]:
    yield from count({"embeds": embeds}, "embeds", 0, 10)
    total = 0
    for index, embed in enumerate(embeds):
        yield from under(_embed(embed), "embeds", index)
        fields = embed.get("fields") or []
        parts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
        parts += [(embed.get("author") or {}).get("name")]
        parts += [field.get(key) for field in fields for key in ("name", "value")]
        total += sum(len(part or "") for part in parts)
    if total > MOST_EMBED_TEXT:
        message = f"Embed size exceeds maximum size of 6000. It is {total}."
        yield Finding(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", message)


def _embed(embed: Json) -> Iterator[Finding]:
    yield from text(embed, "title", 0, 256, required=False)
    yield from text(embed, "description", 0, 4096, required=False)
    yield from url(embed, "url", 2048)
    yield from number(embed, "color", 0, 0xFFFFFF)
    yield from under(text(embed.get("footer") or {}, "text", 0, 2048, required=False), "footer")
    yield from under(text(embed.get("author") or {}, "name", 0, 256, required=False), "author")
    yield from count(embed, "fields", 0, 25, required=False)
    for index, field in enumerate(embed.get("fields") or []):
        yield from under(text(field, "name", 1, 256), "fields", index)
        yield from under(text(field, "value", 1, 1024), "fields", index)


def _mentions(allowed: Json | None) -> Iterator[Finding]:
    if not allowed:
        return
    parse = allowed.get("parse") or []
    for index, kind in enumerate(parse):
        if kind not in ("users", "roles", "everyone"):
            message = f"Value must be one of ('everyone', 'roles', 'users'). It is {kind!r}."
            yield Finding(("allowed_mentions", "parse", index), "BASE_TYPE_CHOICES", message)
    for kind in ("users", "roles"):
        yield from under(count(allowed, kind, 0, 100, required=False), "allowed_mentions")
        if kind in parse and allowed.get(kind):
            message = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            yield Finding(("allowed_mentions",), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)


def _uploads(payload: Json, files: Sequence[str]) -> Iterator[Finding]:
    yield from count({"attachments": list(files)}, "attachments", 0, 10)
    for index in duplicates(files):
        yield Finding(("attachments", index), "ATTACHMENT_NAME_DUPLICATED", f"Uploaded twice: {files[index]!r}.")
    given = {f"attachment://{name}" for name in files} | {
        f"attachment://{attachment['filename']}"
        for attachment in payload.get("attachments") or []
        if "filename" in attachment
    }
    for used in _attachment_links(payload.get("components") or payload.get("embeds") or []):
        if used not in given:
            message = f"The referenced attachment was not found: {used!r}."
            yield Finding((), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message)


def _attachment_links(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "url" and isinstance(part, str) and part.startswith("attachment://"):
                yield part
            yield from _attachment_links(part)
    elif isinstance(value, list):
        for part in value:
            yield from _attachment_links(part)
