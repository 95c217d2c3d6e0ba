"""What using a button, a menu or a form sends, from the components that the bot had sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from ..rules.components import CHECKBOX, LABEL, ROW, STRING_SELECT, TEXT_DISPLAY, TEXT_INPUT
from ..state.messages import Message
from ..state.objects import Channel, User

Json = dict[str, Any]


def part_of(message: Message, name: str, *, kinds: Set[int]) -> Json:
    """The component with this custom id, label, placeholder or emoji. LookupError: none, or it is disabled."""
    parts = [part for part in message.parts if part["type"] in kinds]
    for part in parts:
        names = (
            part.get("custom_id"),
            part.get("label"),
            part.get("placeholder"),
            (part.get("emoji") or {}).get("name"),
        )
        if name in names:
            if part.get("disabled"):
                raise LookupError(f"{name!r} is disabled")
            return part
    found = [part.get("label") or part.get("placeholder") or part.get("custom_id") for part in parts]
    raise LookupError(f"the message has no {name!r}, only {found}")


def select_data(select: Json, values: Sequence[Any], channel: Channel) -> Json:
    """The `data` of choosing `values` in a menu, with people and places resolved."""
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not least <= len(values) <= most:
        raise LookupError(f"the menu takes {least} to {most} values, not {len(values)}")
    data: Json = {"component_type": select["type"], "custom_id": select["custom_id"], "id": select["id"]}
    if select["type"] == STRING_SELECT:
        return data | {"values": [_option(select, str(value)) for value in values]}
    resolved: Json = {}
    for value in values:
        if isinstance(value, User):
            resolved.setdefault("users", {})[str(value.id)] = value.payload()
            if channel.guild:
                member = channel.guild.member(value, with_user=False, with_permissions=True)
                resolved.setdefault("members", {})[str(value.id)] = member
        elif isinstance(value, Channel):
            resolved.setdefault("channels", {})[str(value.id)] = value.payload(permissions=value.bot_permissions)
    return data | {"values": [str(getattr(value, "id", value)) for value in values], "resolved": resolved}


def _option(component: Json, name: str) -> str:
    for option in component["options"]:
        if name in (option["value"], option["label"]):
            value: str = option["value"]
            return value
    raise LookupError(f"{name!r} is none of the options {[option['label'] for option in component['options']]}")


def modal_components(modal: Json, fields: Mapping[str, Any]) -> list[Json]:
    """`components` of a submission of `modal`. LookupError: an unknown field, or a value that a form refuses."""
    left = dict(fields)
    number = iter(range(1, 1000))
    components = []
    for top in modal["components"]:
        entry: Json = {"type": top["type"], "id": next(number)}
        if top["type"] == LABEL:
            part = top["component"]
            entry["component"] = _field(part, next(number), _taken(left, (top["label"], part["custom_id"])))
        elif top["type"] == ROW:
            parts = top["components"]
            entry["components"] = [
                _field(part, next(number), _taken(left, (part["label"], part["custom_id"]))) for part in parts
            ]
        elif top["type"] == TEXT_DISPLAY:
            entry["content"] = top["content"]
        components.append(entry)
    if left:
        raise LookupError(f"the form has no fields {sorted(left)}")
    return components


def _taken(left: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((left.pop(name) for name in names if name in left), None)


def _field(part: Json, number: int, given: Any) -> Json:
    entry: Json = {"type": part["type"], "id": number, "custom_id": part["custom_id"]}
    required = part.get("required", True)
    if part["type"] == TEXT_INPUT:
        value = part.get("value") or "" if given is None else given
        if (required and not value) or (value and len(value) < (part.get("min_length") or 0)):
            raise LookupError(f"the field {part['custom_id']!r} needs a (longer) text")
        if len(value) > (part.get("max_length") or 4000):
            raise LookupError(f"the field {part['custom_id']!r} takes {part.get('max_length')} characters")
        return entry | {"value": value}
    if part["type"] == CHECKBOX:
        return entry | {"value": bool(part.get("default") if given is None else given)}
    options = part.get("options") or []
    if given is None:
        chosen = [option["value"] for option in options if option.get("default")]
    else:
        chosen = [given] if isinstance(given, str) else list(given)
        chosen = [_option(part, one) for one in chosen] if options else [str(getattr(one, "id", one)) for one in chosen]
    if required and not chosen:
        raise LookupError(f"the field {part['custom_id']!r} needs a choice")
    # A radio group has one value, the other groups and menus have several.
    return entry | ({"value": chosen[0] if chosen else None} if part["type"] == 21 else {"values": chosen})
