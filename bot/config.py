"""Settings: config.yaml and the environment, read into frozen values, with errors that say what to do.

The models below are the one table of settings: name, type, default and description of each. `settings_table` lists
them for the documentation, and `config.example.yaml` is held to it by a test. To add a setting, add a field with a
description, and its paragraph in `config.example.yaml`.

A setting is looked up in the environment first (`discord.sync_commands` is `ISPOLKOM_DISCORD__SYNC_COMMANDS`), then in
config.yaml, and has its default otherwise. Discord's token is no setting: it comes from `DISCORD_TOKEN`, or from the
file that `DISCORD_TOKEN_FILE` names, and never from a file that git may track.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError

PREFIX = "ISPOLKOM_"
CONFIG_VARIABLE = "ISPOLKOM_CONFIG"
DEFAULT_FILE = Path("config.yaml")

Snowflake = Annotated[int, Field(ge=1, lt=2**64)]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$"), AfterValidator(lambda address: address.rstrip("/"))]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cooldown(_Section):
    """How much one user may ask: `questions` in any `seconds`."""

    questions: int = Field(
        default=8, ge=0, le=1000, description="Questions that one user may ask within `seconds`; 0 for no limit."
    )
    seconds: float = Field(
        default=30.0, gt=0, le=3600, description="The span, in seconds, that `questions` counts for."
    )


class DiscordSettings(_Section):
    """How the bot behaves in Discord."""

    read_channels: tuple[Snowflake, ...] = Field(
        default=(),
        description=(
            "Ids of channels in which the bot also answers without being mentioned, but only when it has an answer. "
            "Needs the privileged message content intent, to be switched on in Discord's developer portal."
        ),
    )
    cooldown: Cooldown = Field(default=Cooldown(), description="How much one user may ask.")
    conversation_minutes: float = Field(
        default=10.0,
        ge=0,
        le=1440,
        description="For how many minutes a question can lean on the one before; 0 for never.",
    )
    sync_commands: bool = Field(
        default=True,
        description="Whether to upload the slash commands to Discord at the start, when they have changed.",
    )
    api_url: WebAddress = Field(
        default="https://discord.com/api/v10",
        description="Where Discord's HTTP interface is: for a proxy that shares rate limits between processes.",
    )


class LogSettings(_Section):
    """What the bot writes about its own work. Neither questions nor users are named at `info` and above."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severe line to write."
    )
    format: Literal["text", "json"] = Field(
        default="text", description="`text` for people, `json` (one object a line) for machines."
    )


class HealthSettings(_Section):
    """The address at which the bot says whether it is connected."""

    host: str = Field(default="127.0.0.1", min_length=1, description="The address to listen on.")
    port: int = Field(default=8080, ge=0, le=65535, description="The port of http://HOST:PORT/healthz; 0 for none.")


class Settings(_Section):
    """All settings of the bot. Build it with `load_settings`, which knows the file and words the errors."""

    knowledge: Path | None = Field(
        default=None, description="The folder of the pack to answer from; empty for the shipped one."
    )
    locale: Locale = Field(default="en", description="The language to answer in when Discord does not say one.")
    discord: DiscordSettings = Field(default=DiscordSettings(), description="How the bot behaves in Discord.")
    log: LogSettings = Field(default=LogSettings(), description="What the bot writes about its own work.")
    health: HealthSettings = Field(
        default=HealthSettings(), description="The address at which the bot says whether it is connected."
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of the table of settings: its dotted name in config.yaml, its name in the environment, what it means."""

    name: str
    variable: str
    default: Any
    description: str


def settings_table() -> tuple[Setting, ...]:
    """Every setting, in the order of the models."""
    return tuple(_settings_of(Settings, ()))


def _settings_of(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[Setting]:
    for key, field in model.model_fields.items():
        path = (*above, key)
        if isinstance(field.default, _Section):
            yield from _settings_of(type(field.default), path)
        else:
            yield Setting(".".join(path), PREFIX + "__".join(path).upper(), field.default, field.description or "")


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """One thing that is wrong with the settings: where it was said, which setting, and a sentence of what to do."""

    origin: str
    setting: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.setting}: {self.sentence}" if self.setting else f"{self.origin}: {self.sentence}"


class ConfigError(Exception):
    """The settings cannot be used. `problems` are all that was found; the text has one on each line."""

    def __init__(self, *problems: SettingProblem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def load_settings(path: Path | None = None) -> Settings:
    """The settings of the config file `path`, overridden by the environment.

    Without a path: the file that `ISPOLKOM_CONFIG` names, or config.yaml of the working folder, or only defaults when
    there is none. Raises ConfigError with every problem found.
    """
    if path is None and (named := os.environ.get(CONFIG_VARIABLE)):
        path = Path(named)
    if path is None and DEFAULT_FILE.is_file():
        path = DEFAULT_FILE
    written = _read(path) if path is not None else {}
    origin = str(path) if path is not None else "settings"
    problems = [*_misplaced_tokens(written, origin), *_unknown_variables()]
    if problems:
        raise ConfigError(*problems)
    try:
        return Settings.model_validate(_with_environment(written, os.environ))
    except ValidationError as error:
        raise ConfigError(*(_problem(details, origin) for details in error.errors())) from None


def read_token(environment: Mapping[str, str] = os.environ) -> SecretStr:
    """Discord's token, from `DISCORD_TOKEN` or the file named by `DISCORD_TOKEN_FILE`.

    Raises ConfigError when there is none, or the file cannot be read. The token itself is in no error.
    """
    token = environment.get("DISCORD_TOKEN", "").strip()
    if not token and (named := environment.get("DISCORD_TOKEN_FILE", "").strip()):
        try:
            token = Path(named).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise ConfigError(SettingProblem("DISCORD_TOKEN_FILE", "", f"cannot read {named}: {reason}.")) from None
        if not token:
            raise ConfigError(SettingProblem("DISCORD_TOKEN_FILE", "", f"{named} is empty; put the token into it."))
    if not token:
        raise ConfigError(
            SettingProblem(
                "DISCORD_TOKEN",
                "",
                "there is no token. Create one under https://discord.com/developers/applications (Bot, Reset Token), "
                "and put it into the environment variable DISCORD_TOKEN, or into a file that DISCORD_TOKEN_FILE names.",
            )
        )
    return SecretStr(token)


# Reading the file


class _Loader(yaml.CSafeLoader):
    """Reads every plain value as text: nothing is guessed, `no` is a word until a setting wants a yes or no."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own way to say: no guessing

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = True) -> dict[Any, Any]:
        """A mapping, refused when a key stands in it twice: PyYAML would keep the last in silence."""
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=deep)
            if not isinstance(key, str) or key in mapping:
                what = f"{key} is set twice" if isinstance(key, str) else "the name of a setting is a word"
                raise yaml.MarkedYAMLError(problem=what, problem_mark=key_node.start_mark)
            mapping[key] = self.construct_object(value_node, deep=deep)
        return mapping


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.construct_mapping)


def _read(path: Path) -> dict[str, Any]:
    """What a config file says, empty values left out. Raises ConfigError when it is missing or no YAML mapping."""
    try:
        written = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a SafeLoader of ours
    except OSError as error:
        raise ConfigError(SettingProblem(str(path), "", f"cannot be read: {error.strerror}.")) from None
    except UnicodeDecodeError:
        raise ConfigError(SettingProblem(str(path), "", "is not UTF-8 text.")) from None
    except yaml.YAMLError as error:
        raise ConfigError(_yaml_problem(path, error)) from None
    if written in (None, ""):
        return {}
    if not isinstance(written, dict):
        raise ConfigError(SettingProblem(str(path), "", "is not a list of settings like `locale: en`."))
    return _without_blanks(written)


def _yaml_problem(path: Path, error: yaml.YAMLError) -> SettingProblem:
    mark = getattr(error, "problem_mark", None)
    origin = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
    return SettingProblem(origin, "", f"{getattr(error, 'problem', None) or 'is not YAML'}.")


def _without_blanks(written: dict[str, Any]) -> dict[str, Any]:
    """A setting whose value was left blank has its default, as if its line were not there."""
    kept = {key: _without_blanks(value) if isinstance(value, dict) else value for key, value in written.items()}
    return {key: value for key, value in kept.items() if value not in ("", None)}


def _with_environment(written: Mapping[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    """What the file says, with each setting that the environment gives in its place. A list is written `[1, 2]`."""
    merged = dict(written)
    for setting in settings_table():
        if not (value := environment.get(setting.variable, "").strip()):
            continue
        *sections, key = setting.name.split(".")
        place = merged
        for section in sections:
            inner = place.get(section)
            place[section] = dict(inner) if isinstance(inner, Mapping) else {}
            place = place[section]
        place[key] = value[1:-1].replace(",", " ").split() if value[0] + value[-1] == "[]" else value
    return merged


# Wording the errors


def _misplaced_tokens(written: Mapping[str, Any], origin: str) -> Iterator[SettingProblem]:
    """A token in the config file, or under this bot's own prefix: refused without repeating it."""
    advice = (
        "a token does not belong here, where git or others may read it. Remove it, and set the environment variable "
        "DISCORD_TOKEN, or DISCORD_TOKEN_FILE to the path of a file that has it. If others have seen it, reset it in "
        "Discord's developer portal."
    )
    for name in _names_in(written):
        if "token" in name.lower():
            yield SettingProblem(origin, name, advice)
    for variable in os.environ:
        if variable.startswith(PREFIX) and "TOKEN" in variable:
            yield SettingProblem("environment", variable, advice)


def _names_in(written: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for key, value in written.items():
        yield above + key
        if isinstance(value, Mapping):
            yield from _names_in(value, f"{above}{key}.")


def _unknown_variables() -> Iterator[SettingProblem]:
    """Variables with our prefix that are no setting."""
    known = {CONFIG_VARIABLE, *(setting.variable for setting in settings_table())}
    for variable in os.environ:
        if variable.startswith(PREFIX) and variable not in known and "TOKEN" not in variable:
            yield SettingProblem("environment", variable, f"there is no such setting{_did_you_mean(variable, known)}")


def _problem(details: Mapping[str, Any], origin: str) -> SettingProblem:
    """A complaint of pydantic's as setting, expected, found."""
    path = [str(part) for part in details["loc"] if not isinstance(part, int)]
    name = ".".join(path)
    variable = PREFIX + "__".join(path).upper()
    if details["type"] == "extra_forbidden":
        known = [setting.name for setting in settings_table()]
        return SettingProblem(origin, name, f"there is no such setting{_did_you_mean(name, known)}")
    expected = details["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    found = details["input"]
    where = f"environment variable {variable}" if variable in os.environ else origin
    return SettingProblem(where, name, f"expected {expected}, found {found!r}.")


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else f"; there are: {', '.join(names)}."
