"""Discord's rules for components in messages and modals, of both versions (2024's rows and 2025's layouts)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .findings import Finding, count, duplicates, number, text, under, url

Json = Mapping[str, Any]

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, USER_SELECT = 1, 2, 3, 4, 5
ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 6, 7, 8
SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR = 9, 10, 11, 12, 13, 14
CONTAINER, LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 17, 18, 19, 21, 22, 23

SELECTS = frozenset({STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT})
IN_CONTAINER = frozenset({ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR})
IN_LAYOUT = IN_CONTAINER | {CONTAINER}
IN_LABEL = SELECTS | {TEXT_INPUT, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX}
LINK, PREMIUM = 5, 6
MOST_COMPONENTS = 40
MOST_TEXT = 4000


def walk(components: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Every component, depth first, parents before children: the order in which Discord numbers them."""
    for component in components:
        yield component
        yield from walk(component.get("components") or ())
        yield from walk([component[key] for key in ("accessory", "component") if component.get(key)])


def layout_problems(components: list[Json]) -> Iterator[Finding]:
    """Rules of `components` under Components V2."""
    yield from _children(components, IN_LAYOUT)
    total = sum(1 for _ in walk(components))
    if total > MOST_COMPONENTS:
        yield Finding((), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"Must be 40 or fewer components. It is {total}.")
    length = sum(len(part.get("content") or "") for part in walk(components) if part.get("type") == TEXT_DISPLAY)
    if length > MOST_TEXT:
        message = f"The total displayable text must be 4000 or fewer characters. It is {length}."
        yield Finding((), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    yield from _unique(components)


def row_problems(components: list[Json]) -> Iterator[Finding]:
    """Rules of `components` of a message without the flag for layouts: at most five rows."""
    if len(components) > 5:
        yield Finding((), "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and 5 in length. It is {len(components)}.")
    yield from _children(components, frozenset({ROW}))
    yield from _unique(components)


def modal_problems(components: list[Json]) -> Iterator[Finding]:
    """Rules of `components` of a modal: labels with inputs, text between them, or rows of one text input."""
    yield from _children(components, frozenset({ROW, LABEL, TEXT_DISPLAY}), modal=True)
    yield from _unique(components)


def _unique(components: list[Json]) -> Iterator[Finding]:
    parts = list(walk(components))
    for key, code in (("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"), ("id", "COMPONENT_ID_DUPLICATED")):
        values = [part[key] for part in parts if part.get(key)]
        for index in duplicates(values):
            yield Finding((), code, f"Component {key} cannot be duplicated: {values[index]!r}.")


def _children(components: list[Json], allowed: frozenset[int], *, modal: bool = False) -> Iterator[Finding]:
    for index, component in enumerate(components):
        yield from under(_one(component, allowed, modal=modal), index)


def _one(component: Any, allowed: frozenset[int], *, modal: bool = False) -> Iterator[Finding]:
    kind = component.get("type") if isinstance(component, dict) else None
    if kind not in allowed:
        message = f'Value of field "type" must be one of {tuple(sorted(allowed))}. It is {kind!r}.'
        yield Finding(("type",), "UNION_TYPE_CHOICES", message)
        return
    yield from number(component, "id", 0, 2**31 - 1)
    yield from (_modal_row(component) if modal and kind == ROW else _RULES[kind](component))
    if modal and kind in SELECTS and component.get("disabled"):
        yield Finding(("disabled",), "MODAL_COMPONENT_DISABLED", "Components in a modal cannot be disabled.")


def _row(row: Json) -> Iterator[Finding]:
    yield from count(row, "components", 1, 5)
    children = row.get("components") or []
    yield from under(_children(children, SELECTS | {BUTTON}), "components")
    if len(children) > 1 and any(child.get("type") in SELECTS for child in children):
        yield Finding(("components",), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select takes the width of a row.")


def _modal_row(row: Json) -> Iterator[Finding]:
    yield from count(row, "components", 1, 1)
    for index, child in enumerate(row.get("components") or []):
        yield from under(_one(child, frozenset({TEXT_INPUT})), "components", index)
        yield from under(text(child, "label", 1, 45), "components", index)


def _button(button: Json) -> Iterator[Finding]:
    style = button.get("style")
    if style not in range(1, 7):
        yield Finding(("style",), "BASE_TYPE_CHOICES", f"Value must be one of (1, 2, 3, 4, 5, 6). It is {style!r}.")
    yield from text(button, "label", 0, 80, required=False)
    if style == LINK:
        yield from url(button, "url", 512, schemes=("http", "https", "discord"))
        if not button.get("url"):
            yield Finding(("url",), "BUTTON_COMPONENT_URL_REQUIRED", "A link button needs a url.")
        if button.get("custom_id"):
            yield Finding((), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A url and a custom id.")
    elif style != PREMIUM:
        yield from text(button, "custom_id", 1, 100)
        if button.get("url"):
            yield Finding(("url",), "BUTTON_COMPONENT_INVALID_STYLE", "Only link buttons have a url.")
    if style != PREMIUM and not (button.get("label") or "").strip() and not button.get("emoji"):
        yield Finding((), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji.")


def _select(select: Json) -> Iterator[Finding]:
    yield from text(select, "custom_id", 1, 100)
    yield from text(select, "placeholder", 0, 150, required=False)
    yield from number(select, "min_values", 0, 25)
    yield from number(select, "max_values", 1, 25)
    if (select.get("min_values") or 0) > (select.get("max_values") or 1):
        yield Finding(("min_values",), "SELECT_COMPONENT_MIN_GREATER_THAN_MAX", "Must not be above max_values.")
    if select.get("type") == STRING_SELECT:
        yield from _options(select, 1, 25)


def _options(component: Json, least: int, most: int) -> Iterator[Finding]:
    yield from count(component, "options", least, most)
    options = component.get("options") or []
    for index, option in enumerate(options):
        yield from under(text(option, "label", 1, 100), "options", index)
        yield from under(text(option, "value", 1, 100), "options", index)
        yield from under(text(option, "description", 0, 100, required=False), "options", index)
    for index in duplicates(option.get("value") for option in options):
        message = "The specified option value is already used."
        yield Finding(("options", index, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
    if (component.get("max_values") or 1) > max(len(options), 1):
        yield Finding(("max_values",), "NUMBER_TYPE_MAX", f"Must not be above the {len(options)} options.")
    if sum(1 for option in options if option.get("default")) > (component.get("max_values") or 1):
        yield Finding(("options",), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More defaults than max_values.")


def _text_display(display: Json) -> Iterator[Finding]:
    yield from text(display, "content", 1, MOST_TEXT)


def _section(section: Json) -> Iterator[Finding]:
    yield from count(section, "components", 1, 3)
    yield from under(_children(section.get("components") or [], frozenset({TEXT_DISPLAY})), "components")
    yield from under(_one(section.get("accessory"), frozenset({BUTTON, THUMBNAIL})), "accessory")


def _media(holder: Json, key: str, *, schemes: tuple[str, ...]) -> Iterator[Finding]:
    media = holder.get(key)
    if not isinstance(media, dict) or not media.get("url"):
        yield Finding((key, "url"), "BASE_TYPE_REQUIRED", "This field is required")
    else:
        yield from under(url(media, "url", 2048, schemes=schemes), key)


def _thumbnail(thumbnail: Json) -> Iterator[Finding]:
    yield from _media(thumbnail, "media", schemes=("http", "https", "attachment"))
    yield from text(thumbnail, "description", 1, 1024, required=False)


def _gallery(gallery: Json) -> Iterator[Finding]:
    yield from count(gallery, "items", 1, 10)
    for index, item in enumerate(gallery.get("items") or []):
        yield from under(_thumbnail(item), "items", index)


def _file(file: Json) -> Iterator[Finding]:
    yield from _media(file, "file", schemes=("attachment",))


def _separator(separator: Json) -> Iterator[Finding]:
    yield from number(separator, "spacing", 1, 2)


def _container(container: Json) -> Iterator[Finding]:
    yield from count(container, "components", 1, MOST_COMPONENTS)
    yield from number(container, "accent_color", 0, 0xFFFFFF)
    yield from under(_children(container.get("components") or [], IN_CONTAINER), "components")


def _label(label: Json) -> Iterator[Finding]:
    yield from text(label, "label", 1, 45)
    yield from text(label, "description", 1, 100, required=False)
    component = label.get("component")
    yield from under(_one(component, IN_LABEL, modal=True), "component")
    if isinstance(component, dict) and component.get("type") == TEXT_INPUT and component.get("label"):
        yield Finding(("component", "label"), "TEXT_INPUT_LABEL_IN_LABEL", "The label around it has the text.")


def _text_input(field: Json) -> Iterator[Finding]:
    yield from text(field, "custom_id", 1, 100)
    yield from number(field, "style", 1, 2, required=True)
    yield from number(field, "min_length", 0, 4000)
    yield from number(field, "max_length", 1, 4000)
    yield from text(field, "placeholder", 0, 100, required=False)
    most = field.get("max_length") or 4000
    yield from text(field, "value", 0, most, required=False, blank=True)
    if field.get("value") and len(field["value"]) < (field.get("min_length") or 0):
        yield Finding(("value",), "BASE_TYPE_MIN_LENGTH", f"Must be {field['min_length']} or more in length.")
    if (field.get("min_length") or 0) > most:
        yield Finding(("min_length",), "TEXT_INPUT_MIN_GREATER_THAN_MAX", "Must not be above max_length.")


def _upload(upload: Json) -> Iterator[Finding]:
    yield from text(upload, "custom_id", 1, 100)
    yield from number(upload, "min_values", 0, 10)
    yield from number(upload, "max_values", 1, 10)


def _radio_group(group: Json) -> Iterator[Finding]:
    yield from text(group, "custom_id", 1, 100)
    yield from _options(group, 2, 10)


def _checkbox_group(group: Json) -> Iterator[Finding]:
    yield from _upload(group)
    yield from _options(group, 1, 10)


def _checkbox(box: Json) -> Iterator[Finding]:
    yield from text(box, "custom_id", 1, 100)


_RULES: dict[int, Callable[[Json], Iterator[Finding]]] = {
    ROW: _row, BUTTON: _button, TEXT_INPUT: _text_input, SECTION: _section, TEXT_DISPLAY: _text_display,
    THUMBNAIL: _thumbnail, GALLERY: _gallery, FILE: _file, SEPARATOR: _separator, CONTAINER: _container,
    LABEL: _label, FILE_UPLOAD: _upload, RADIO_GROUP: _radio_group, CHECKBOX_GROUP: _checkbox_group,
    CHECKBOX: _checkbox, **dict.fromkeys(SELECTS, _select),
}  # fmt: skip
