"""The command line as a shell sees it: what goes to which stream, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from bot import cli
from tests.packs import HANSE, edited, write

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hanse"))


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in [name for name in os.environ if name.startswith(("ISPOLKOM_", "DISCORD_"))]:
        monkeypatch.delenv(name)


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process: exit code, standard output, standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def ispolkom(*arguments: object, given: bytes = b"", code: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """Runs a command in a process of its own, `code` in place of `python -m bot` when given."""
    start = [sys.executable, "-c", code] if code else [sys.executable, "-m", "bot"]
    return subprocess.run([*start, *map(str, arguments)], input=given, capture_output=True, cwd=ROOT, check=False)  # noqa: S603


# ask


def test_an_answer_goes_to_standard_output_with_exit_0(run: Run, pack: Path) -> None:
    code, out, err = run("ask", "--knowledge", pack, "When", "was", "Visby", "taken?")
    assert (code, err) == (0, "")
    assert "27 July 1361" in out
    assert "[1] Kunze (ed.), Hansisches Urkundenbuch" in out


def test_what_is_not_in_the_base_exits_with_1(run: Run, pack: Path) -> None:
    code, out, err = run("ask", "--knowledge", pack, "who won the world cup in 2014")
    assert (code, err) == (1, "")
    assert out.startswith("Not in the base\n")


def test_a_question_back_exits_with_1_and_counts_as_not_answered(run: Run, tmp_path: Path) -> None:
    twins = edited("places/towns.yaml", "aliases: {en: [Wisby]", "aliases: {en: [Wisby, the walled town]")
    twins["events.yaml"] = twins["events.yaml"].replace("[Battle of Visby]", "[Battle of Visby, the walled town]")
    folder = write(tmp_path, twins)
    code, out, _ = run("ask", "--knowledge", folder, "the walled town")
    assert code == 1
    assert out.startswith("Which did you mean?\n")
    code, out, _ = run("ask", "--json", "--knowledge", folder, "the walled town")
    answer = json.loads(out)
    assert (code, answer["kind"], answer["answered"]) == (1, "choices", False)


def test_json_is_one_object_of_the_shape_of_jsonl(run: Run, pack: Path) -> None:
    code, out, _ = run("ask", "--json", "--top", 1, "--knowledge", pack, "When was Visby taken?")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == ["id", "kind", "answered", "confidence", "text", "facts", "elapsed_us"]
    assert [fact["id"] for fact in answer["facts"]] == ["sack-of-visby-lead"]


def test_the_locale_speaks_where_the_question_does_not(run: Run, pack: Path) -> None:
    assert run("ask", "--knowledge", pack, "--locale", "ru", "???")[1].startswith("Спросите о чём-нибудь")


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "--jsonl", "x"], ["ask", "--top", "-1", "x"], ["no-such"]])
def test_bad_usage_exits_with_2_and_says_so_on_standard_error(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Error: " in err


def test_a_base_that_cannot_be_loaded_exits_with_2_and_says_what_to_do(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, edited("diets.yaml", "number: 2", "number: two"))
    for arguments in (["ask", "x"], ["ask", "--jsonl"], ["chat"]):
        code, out, err = run(*arguments, "--knowledge", folder)
        assert (code, out) == (2, "")
        assert "diets.yaml:" in err
        assert f"ispolkom check {folder}" in err
        assert "Traceback" not in err


def test_a_folder_that_is_not_there_exits_with_2(run: Run, tmp_path: Path) -> None:
    code, _, err = run("ask", "--knowledge", tmp_path / "nowhere", "x")
    assert code == 2
    assert "nowhere" in err


def test_the_environment_names_the_pack(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISPOLKOM_KNOWLEDGE", str(pack))
    assert "27 July 1361" in run("ask", "When was Visby taken?")[1]
    assert run("check")[0] == 0


def test_jsonl_answers_line_by_line_in_order(pack: Path) -> None:
    given = b'{"id": 1, "question": "When was Visby taken?"}\n\xff\n{"id": "z", "question": "\\ud800"}\n{"id": 2}'
    done = ispolkom("ask", "--jsonl", "--knowledge", pack, given=given)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert [answer["id"] for answer in answers] == [1, None, "z", 2]
    assert ["error" in answer for answer in answers] == [False, True, False, True]


def test_jsonl_answers_each_line_before_the_next_is_written(pack: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--jsonl", "--knowledge", str(pack)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "question": "Visby"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0


def test_a_reader_that_leaves_is_no_error(pack: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--jsonl", "--knowledge", str(pack)]
    with subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(b'{"id": 1, "question": "Visby"}\n' * 3)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_terminal_without_cyrillic_gets_other_letters_and_no_error(pack: Path) -> None:
    latin = "import sys; sys.stdout.reconfigure(encoding='latin-1'); from bot.cli import main; main()"
    done = ispolkom("ask", "--knowledge", pack, "Где собрался первый съезд?", code=latin)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1356" in done.stdout


def test_bytes_that_are_no_text_in_an_argument_are_no_error(pack: Path) -> None:
    done = ispolkom("ask", "--json", "--knowledge", pack, os.fsdecode(b"Visby \xff\xfe?"))
    assert done.returncode in {0, 1}
    assert json.loads(done.stdout)["kind"]


def test_ask_starts_without_discord_an_event_loop_or_a_prompt(pack: Path) -> None:
    listing = "import sys; from bot.cli import run; run(); print(*sys.modules, file=sys.stderr)"
    done = ispolkom("ask", "--knowledge", pack, "When was Visby taken?", code=listing)
    assert done.returncode == 0
    loaded = {name.partition(".")[0] for name in done.stderr.decode().split()}
    assert "bot" in loaded
    assert loaded.isdisjoint({"discord", "aiohttp", "asyncio", "rich", "prompt_toolkit", "sqlalchemy", "hypothesis"})


# chat


def test_chat_beside_a_pipe_answers_each_line_until_it_is_told_to_quit(pack: Path) -> None:
    given = b"When was Visby taken?\n\n/sources\nquit\nWhere did the first diet meet?\n"
    done = ispolkom("chat", "--knowledge", pack, given=given)
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "27 July 1361" in out
    assert "Dollinger, Philippe." in out
    assert "1356" not in out


# check, schema


def test_a_good_pack_has_no_error(run: Run, pack: Path) -> None:
    code, out, err = run("check", pack)
    assert code == 0
    assert " error: " not in out
    assert err.endswith((" warnings\n", " warning\n"))
    assert "facts on 16 entities, " in err
    assert " questions: 0 errors" in err


def test_every_problem_is_a_line_that_leads_to_its_place(run: Run, tmp_path: Path) -> None:
    files = edited("diets.yaml", "kind: diet\n", "kind: dite\n")
    files["people/people.yaml"] = HANSE["people/people.yaml"].replace("{key: dollinger1970}", "{key: dolinger}")
    folder = write(tmp_path, files)
    code, out, err = run("check", folder)
    assert code == 1
    errors = [line for line in out.splitlines() if ": error: " in line]
    assert len(errors) >= 2
    for line in errors:
        path, number, column, severity, rule, sentence = line.split(":", 5)
        assert Path(path).is_file()
        assert int(number) >= 1
        assert int(column) >= 1
        assert severity.strip() == "error"
        assert rule.strip().replace("-", "").isalpha()
        assert sentence.strip()
    assert f"{len(errors)} errors" in err


def test_a_question_that_its_fact_does_not_answer_is_a_warning_at_the_fact(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, edited("diets.yaml", "Where did the first diet meet?", "?!"))
    code, out, _ = run("check", folder)
    assert code == 0
    (line,) = [line for line in out.splitlines() if " asks: “?!”" in line]
    path, number, column, rest = line.split(":", 3)
    assert rest.startswith(" warning: asks: “?!” is answered with ")
    source = Path(path).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert source[int(column) - 1 :].startswith("id: diet-1356-lead")


@pytest.mark.parametrize("folder", ["nowhere", ""])
def test_a_pack_that_is_not_there_or_empty_is_an_error(run: Run, tmp_path: Path, folder: str) -> None:
    code, out, err = run("check", tmp_path / folder)
    assert code == 1
    assert ": error: " in out
    assert "Traceback" not in err


def test_schemas_are_written_where_they_are_wanted(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("schema", tmp_path / "new" / "schema")
    written = sorted((tmp_path / "new" / "schema").iterdir())
    assert code == 0
    assert [path.name for path in written] == ["facts.json", "pack.json", "sources.json"]
    assert sorted(out.split()) == [str(path) for path in written]
    assert all("$schema" in json.loads(path.read_text(encoding="utf-8")) for path in written)


# run, health, the rest


def test_run_without_a_token_fails_and_says_how_to_get_one(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("locale: en\n", encoding="utf-8")
    done = ispolkom("run", "--config", config)
    assert done.returncode == 1
    assert b"DISCORD_TOKEN" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["run", "health"])
def test_bad_settings_exit_with_2(run: Run, tmp_path: Path, command: str) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("langauge: en\n", encoding="utf-8")
    code, _, err = run(command, "--config", config)
    assert code == 2
    assert "langauge" in err


def test_health_of_a_bot_that_does_not_run_exits_with_1(run: Run, tmp_path: Path, unused_tcp_port: int) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(f"health: {{port: {unused_tcp_port}}}\n", encoding="utf-8")
    code, out, err = run("health", "--config", config)
    assert (code, out) == (1, "")
    assert "is the bot running?" in err


def test_version_and_help(run: Run) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("ispolkom ")
    code, out, _ = run("--help")
    assert code == 0
    assert all(name in out for name in cli.commands.commands)


@pytest.mark.parametrize("name", sorted(cli.commands.commands))
def test_every_command_says_what_it_does_and_what_its_options_are(name: str) -> None:
    command = cli.commands.commands[name]
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_interrupting_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_answerer", interrupt)
    assert run("ask", "--knowledge", pack, "x")[0] == 130


@pytest.mark.parametrize("name", sorted(cli.commands.commands))
def test_the_page_on_the_console_has_every_command_and_option(name: str) -> None:
    page = (ROOT / "docs" / "console.md").read_text(encoding="utf-8")
    assert f"`{name}" in page
    options = [option for option in cli.commands.commands[name].params if isinstance(option, click.Option)]
    assert [option.name for option in options if not any(each in page for each in option.opts)] == []


def test_the_page_on_the_console_has_every_exit_code() -> None:
    page = (ROOT / "docs" / "console.md").read_text(encoding="utf-8")
    codes = (0, cli.NOT_ANSWERED, cli.FOUND, cli.UNUSABLE, cli.INTERRUPTED, cli.READER_GONE)
    assert [code for code in codes if f"| {code} |" not in page] == []
