"""Application commands as people meet them: where one is offered, and the data that using it sends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..state.interactions import context_of
from ..state.objects import ADMINISTRATOR, Channel, User

Json = dict[str, Any]

SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = 3, 4, 5, 6, 7, 8, 9, 10


def is_offered(command: Json, channel: Channel, user: User, user_installed: bool) -> bool:
    """Whether Discord shows `command` to `user` in this place."""
    if command["contexts"] is not None and context_of(channel) not in command["contexts"]:
        return False
    if channel.guild is None and command["contexts"] is None and command.get("dm_permission") is False:
        return False
    by_place = 0 in command["integration_types"] and channel.bot_is_here
    by_user = 1 in command["integration_types"] and (user_installed or not channel.bot_is_here)
    needed = command["default_member_permissions"]
    if channel.guild and needed is not None:
        has = channel.guild.permissions_of(user)
        allowed = bool(has & ADMINISTRATOR) or (int(needed) != 0 and has & int(needed) == int(needed))
    else:
        allowed = True
    return (by_place or by_user) and allowed


def find_command(offered: Iterable[Json], name: str, *, exact: bool = False) -> Json:
    """The offered command `name` (its first word, unless `exact`). LookupError tells those that there are."""
    wanted = name if exact else name.split()[0]
    commands = list(offered)
    for command in commands:
        if command["name"] == wanted:
            return command
    raise LookupError(f"no command {wanted!r} is offered here; there are {sorted(one['name'] for one in commands)}")


def command_data(command: Json, path: str, given: Mapping[str, Any], *, focused: str | None = None) -> Json:
    """The `data` of a slash command used with the options `given`, by the types that were synced."""
    data: Json = {"id": command["id"], "name": command["name"], "type": 1}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    resolved: Json = {}
    holder, level = data, command
    for word in path.split()[1:]:
        level = _named(level, word)
        entry = {"name": word, "type": level["type"], "options": []}
        holder["options"] = [entry]
        holder = entry
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in level.get("options") or []):
        raise LookupError(f"/{path} needs a subcommand")
    holder["options"] = list(_options(level, given, focused, resolved))
    if resolved:
        data["resolved"] = resolved
    return data


def _named(level: Json, name: str) -> Json:
    options = level.get("options") or []
    found: list[Json] = [option for option in options if option["name"] == name]
    if found:
        return found[0]
    raise LookupError(f"{level['name']!r} has no {name!r}, only {[option['name'] for option in options]}")


def _options(level: Json, given: Mapping[str, Any], focused: str | None, resolved: Json) -> Iterable[Json]:
    for name in given:
        _named(level, name)
    for option in level.get("options") or []:
        name = option["name"]
        if name not in given:
            if option.get("required") and focused is None:
                raise LookupError(f"the option {name!r} is required")
            continue
        if name == focused:
            if not option.get("autocomplete"):
                raise LookupError(f"the option {name!r} has no autocompletion")
            yield {"name": name, "type": option["type"], "value": str(given[name]), "focused": True}
        else:
            yield {"name": name, "type": option["type"], "value": _value(option, given[name], resolved)}


def _value(option: Json, value: Any, resolved: Json) -> Any:
    kind, choices = option["type"], option.get("choices")
    if choices:
        for choice in choices:
            if value in (choice["value"], choice["name"]):
                return choice["value"]
        raise LookupError(f"{value!r} is none of the choices {[choice['name'] for choice in choices]}")
    expected: dict[int, Any] = {
        STRING: str,
        INTEGER: int,
        BOOLEAN: bool,
        NUMBER: (int, float),
        USER: User,
        CHANNEL: Channel,
    }
    if kind in expected and not isinstance(value, expected[kind]):
        raise LookupError(f"the option {option['name']!r} wants type {kind}, not {value!r}")
    if kind == STRING and not (option.get("min_length") or 0) <= len(value) <= (option.get("max_length") or 6000):
        raise LookupError(f"the option {option['name']!r} cannot have {len(value)} characters")
    if kind in (INTEGER, NUMBER):
        _check_range(option, value)
    if isinstance(value, User):
        resolved.setdefault("users", {})[str(value.id)] = value.payload()
        return str(value.id)
    if isinstance(value, Channel):
        resolved.setdefault("channels", {})[str(value.id)] = value.payload(permissions=value.bot_permissions)
        return str(value.id)
    return str(value) if kind in (ROLE, MENTIONABLE) else value


def _check_range(option: Json, value: float) -> None:
    least, most = option.get("min_value"), option.get("max_value")
    if (least is not None and value < least) or (most is not None and value > most):
        raise LookupError(f"the option {option['name']!r} must be between {least} and {most}, not {value}")
