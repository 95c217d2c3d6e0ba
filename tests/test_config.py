"""Settings come from the file and the environment, and every mistake is named with its remedy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.config import ConfigError, load_settings, read_token, settings_table

EXAMPLE = Path(__file__).parents[1] / "config.example.yaml"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in os.environ:
        if variable.startswith(("ISPOLKOM_", "DISCORD_TOKEN")):
            monkeypatch.delenv(variable)
    monkeypatch.chdir(tmp_path)


def _complaints(text: str, tmp_path: Path) -> str:
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    return str(caught.value)


def test_without_a_file_every_setting_has_its_default() -> None:
    settings = load_settings()
    assert settings.knowledge is None
    assert settings.discord.read_channels == ()
    assert settings.health.host == "127.0.0.1"


def test_the_example_explains_every_setting_and_shows_its_default() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    written = yaml.safe_load(text)
    for setting in settings_table():
        value = written
        for key in setting.name.split("."):
            assert key in value, f"{setting.name} is missing in config.example.yaml"
            value = value[key]
        assert (tuple(value) if isinstance(value, list) else value) == setting.default, setting.name
    assert load_settings(EXAMPLE) == load_settings()


def test_every_line_of_the_example_is_a_setting_or_has_one_below() -> None:
    names = {setting.name for setting in settings_table()}

    def leaves(mapping: dict[str, object], above: str = "") -> set[str]:
        found: set[str] = set()
        for key, value in mapping.items():
            found |= leaves(value, f"{above}{key}.") if isinstance(value, dict) else {above + key}
        return found

    assert leaves(yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))) == names


def test_every_setting_has_a_description() -> None:
    assert [setting.name for setting in settings_table() if not setting.description.endswith(".")] == []


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bot.yaml"
    path.write_text("locale: ru\ndiscord: {cooldown: {questions: 9, seconds: 60}}\n", encoding="utf-8")
    monkeypatch.setenv("ISPOLKOM_DISCORD__COOLDOWN__QUESTIONS", "2")
    settings = load_settings(path)
    assert settings.locale == "ru"
    assert (settings.discord.cooldown.questions, settings.discord.cooldown.seconds) == (2, 60)


def test_the_file_can_be_named_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "elsewhere.yaml"
    path.write_text("locale: ru\n", encoding="utf-8")
    monkeypatch.setenv("ISPOLKOM_CONFIG", str(path))
    assert load_settings().locale == "ru"


def test_channels_come_as_a_list_in_the_file_and_in_brackets_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("discord:\n  read_channels: [1234567890123456789]\n", encoding="utf-8")
    assert load_settings(path).discord.read_channels == (1234567890123456789,)
    monkeypatch.setenv("ISPOLKOM_DISCORD__READ_CHANNELS", "[7, 8]")
    assert load_settings(path).discord.read_channels == (7, 8)


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().locale = "ru"


def test_no_is_a_no_where_a_yes_or_no_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("discord: {sync_commands: no}\n", encoding="utf-8")
    assert load_settings(path).discord.sync_commands is False


def test_a_misspelt_setting_gets_a_suggestion(tmp_path: Path) -> None:
    text = _complaints("discord: {read_chanels: [1]}\n", tmp_path)
    assert "discord.read_chanels: there is no such setting; did you mean discord.read_channels?" in text


def test_a_strange_setting_gets_the_list(tmp_path: Path) -> None:
    text = _complaints("zzzz: 1\n", tmp_path)
    assert all(setting.name in text for setting in settings_table())


def test_a_wrong_value_names_setting_expected_and_found(tmp_path: Path) -> None:
    text = _complaints("log: {level: loud}\nhealth: {port: eighty}\n", tmp_path)
    assert "log.level: expected 'debug', 'info', 'warning' or 'error', found 'loud'." in text
    assert "health.port: expected a valid integer" in text
    assert "found 'eighty'." in text


def test_a_wrong_variable_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISPOLKOM_HEALTH__PORT", "99999")
    assert "environment variable ISPOLKOM_HEALTH__PORT: health.port: expected" in _complaints("locale: en\n", tmp_path)


@pytest.mark.parametrize("value", ["7, 8", "[a]", "[0]", "[]x"])
def test_channels_that_are_no_list_of_ids_are_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISPOLKOM_DISCORD__READ_CHANNELS", value)
    with pytest.raises(ConfigError, match=r"discord\.read_channels"):
        load_settings()


@pytest.mark.parametrize(
    ("variable", "meant"),
    [
        ("ISPOLKOM_DISCORD__COOLDOWN__SECOND", "ISPOLKOM_DISCORD__COOLDOWN__SECONDS"),
        ("ISPOLKOM_LOCAL", "ISPOLKOM_LOCALE"),
    ],
)
def test_a_misspelt_variable_gets_a_suggestion(variable: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "1")
    with pytest.raises(ConfigError, match=f"{variable}: there is no such setting; did you mean {meant}"):
        load_settings()


@pytest.mark.parametrize("text", ["token: s3cret\n", "discord: {token: s3cret}\n", "discord:\n  bot_token: s3cret\n"])
def test_a_token_in_the_file_is_refused_without_repeating_it(text: str, tmp_path: Path) -> None:
    complaint = _complaints(text, tmp_path)
    assert "DISCORD_TOKEN" in complaint
    assert "s3cret" not in complaint


def test_a_token_under_our_prefix_is_refused_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISPOLKOM_DISCORD__TOKEN", "s3cret")
    with pytest.raises(ConfigError, match="DISCORD_TOKEN") as caught:
        load_settings()
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("locale: en\nlocale: ru\n", "config.yaml:2:1: locale is set twice."),
        ("locale: [en\n", "config.yaml:2:1: "),
        ("- locale\n", "is not a list of settings"),
        ("locale\n", "is not a list of settings"),
        ("locale: !!python/name:os.system x\n", "config.yaml:1:9: "),
    ],
)
def test_what_is_no_list_of_settings_is_told_with_its_place(text: str, complaint: str, tmp_path: Path) -> None:
    assert complaint in _complaints(text, tmp_path)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(b"locale: \xff\n")
    with pytest.raises(ConfigError, match="UTF-8"):
        load_settings(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.yaml: cannot be read: No such file"):
        load_settings(tmp_path / "nowhere.yaml")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = _complaints("locale: en-gb\nlog: {level: loud, colour: red}\n", tmp_path)
    assert len(text.splitlines()) == 3


def test_the_token_comes_from_the_environment_and_hides_itself() -> None:
    token = read_token({"DISCORD_TOKEN": " abc.def \n"})
    assert token.get_secret_value() == "abc.def"
    assert "abc" not in repr(token)


def test_the_token_comes_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("abc.def\n", encoding="utf-8")
    assert read_token({"DISCORD_TOKEN_FILE": str(path)}).get_secret_value() == "abc.def"


@pytest.mark.parametrize("environment", [{}, {"DISCORD_TOKEN": "  "}])
def test_without_a_token_the_error_says_where_to_put_one(environment: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match="DISCORD_TOKEN_FILE"):
        read_token(environment)


def test_a_token_file_that_cannot_be_read_or_is_empty_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(ConfigError, match="is empty"):
        read_token({"DISCORD_TOKEN_FILE": str(tmp_path / "empty")})
    with pytest.raises(ConfigError, match="No such file"):
        read_token({"DISCORD_TOKEN_FILE": str(tmp_path / "absent")})


def test_reading_settings_does_not_load_discord() -> None:
    code = "import sys, bot.config; sys.exit('discord' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=EXAMPLE.parent)  # noqa: S603
    assert done.returncode == 0
