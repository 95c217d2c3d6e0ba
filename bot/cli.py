"""The command line: the only exit codes, and the one place where errors become sentences on standard error.

Exit codes: 0 done, answered, no error found; 1 not answered (not in the base, or asked back), errors found by `check`,
not healthy; 2 bad usage, bad settings, or a base that cannot be loaded; 130 interrupted; 141 the reader of the output
has gone.

A command imports what it needs when it runs: `ask` in particular starts without Discord, an event loop or a prompt.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.answers import Answerer
    from bot.config import Settings

NOT_ANSWERED = FOUND = 1
UNUSABLE = 2
INTERRUPTED = 130
READER_GONE = 141

_FOLDER = click.Path(path_type=Path, file_okay=False)
_knowledge = click.option(
    "--knowledge",
    type=_FOLDER,
    metavar="DIR",
    envvar="ISPOLKOM_KNOWLEDGE",
    help="The pack to answer from; the shipped one by default.",
)
_locale = click.option(
    "--locale", default="en", show_default=True, help="Your language, for questions that do not tell it themselves."
)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter gets another one, not an error
            stream.reconfigure(errors="replace")
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run a command with `arguments`, by default those of the process, and return its exit code.

    Every expected error ends here: as one sentence on standard error, with what to do.
    """
    try:
        return commands.main(args=arguments, prog_name="ispolkom", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED


class Commands(click.Group):
    """The group of all commands, which end quietly when nobody reads their output any more."""

    def invoke(self, ctx: click.Context) -> object:
        """As in any group; click alone would exit with 1, which means "not answered" here."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Python flushes standard output once more at its end, and would complain there.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(READER_GONE) from None


class Unusable(click.ClickException):
    """The command cannot begin: the base or the settings are at fault."""

    exit_code = UNUSABLE


class NotWell(click.ClickException):
    """The bot that was asked for its health is not well."""

    exit_code = FOUND


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("ispolkom")
    except PackageNotFoundError:  # run from a source tree
        number = "(not installed)"
    click.echo(f"ispolkom {number}")
    context.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, callback=_print_version, expose_value=False, help="The version."
)
def commands() -> None:
    """Answers history questions from a curated, cited base of facts: here, and in Discord."""


@commands.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON object.")
@click.option("--jsonl", is_flag=True, help='Read questions from standard input, {"id", "question"} a line.')
@click.option("--top", default=10, show_default=True, type=click.IntRange(0, 1000), help="Facts in the JSON.")
@_knowledge
@_locale
def ask(question: tuple[str, ...], as_json: bool, jsonl: bool, top: int, knowledge: Path | None, locale: str) -> int:
    """Answer a QUESTION, with dates and sources.

    Exits with 0 when it was answered, 1 when it is not in the base or fits several things, 2 when the base cannot be
    loaded.

    With --jsonl, each line of standard input is an object with "id" and "question", and if you like "locale" and
    "conversation": lines of one conversation follow up on each other. Each is answered by one line, in order.
    """
    if jsonl == bool(question):
        raise click.UsageError("Give a QUESTION, or --jsonl to read questions from standard input.")
    if jsonl:
        return _ask_many(_answerer(knowledge), top=top, locale=locale)
    return _ask_one(" ".join(question), _answerer(knowledge), as_json=as_json, top=top, locale=locale)


def _ask_many(answerer: Answerer, *, top: int, locale: str) -> int:
    from bot.console.batch import answers_to

    for line in answers_to(sys.stdin.buffer, answerer, top=top, locale=locale):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


def _ask_one(text: str, answerer: Answerer, *, as_json: bool, top: int, locale: str) -> int:
    from bot.answers.model import Answered
    from bot.console.records import question_of, record, reply_to

    reply = reply_to(question_of(text, locale=locale), answerer)
    if as_json:
        click.echo(json.dumps(record(None, reply, answerer.library, top=top)))
    elif sys.stdout.isatty():
        from bot.console.painting import paint

        painted = paint(reply.card, language=reply.answer.language, width=shutil.get_terminal_size().columns)
        click.echo(painted, color=False if os.environ.get("NO_COLOR") else None)  # https://no-color.org
    else:
        click.echo(reply.text)
    return 0 if isinstance(reply.answer, Answered) else NOT_ANSWERED


@commands.command()
@_knowledge
@_locale
def chat(knowledge: Path | None, locale: str) -> int:
    """Talk with the base: questions, follow-ups, and numbers to go on with."""
    from bot.console.prompt import converse

    converse(_answerer(knowledge), locale=locale)
    return 0


@commands.command()
@click.argument("folder", required=False, type=_FOLDER, metavar="[DIR]", envvar="ISPOLKOM_KNOWLEDGE")
@click.option(
    "--questions",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Questions that the base must answer, in YAML files; DIR/questions by default, when there is one.",
)
def check(folder: Path | None, questions: Path | None) -> int:
    """Check the pack in DIR, by default the shipped one, and print its problems.

    It is also asked the questions that its facts and the files in FOLDER want answered.

    Each problem is a line "file:line:column: severity: rule: sentence". Exits with 0 when there is no error, 1 when
    there is.
    """
    from bot.console.checking import check as check_pack
    from bot.storage.packs import shipped_pack

    folder = folder or _nearby(shipped_pack())
    report = check_pack(folder, questions)
    for problem in report.problems:
        in_pack = not Path(problem.file).is_absolute() and (folder / problem.file).is_file()
        click.echo(f"{folder}{os.sep}{problem}" if in_pack else str(problem))
    click.echo(report.summary, err=True)
    return FOUND if report.errors else 0


@commands.command()
@click.argument("folder", required=False, type=_FOLDER, metavar="[DIR]")
def schema(folder: Path | None) -> int:
    """Write the JSON Schemas of a pack's files into DIR, for editors; by default, schema/ in the shipped pack."""
    from bot.facts.schema import schema_files
    from bot.storage.packs import shipped_pack

    folder = folder or _nearby(shipped_pack()) / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        click.echo(path)
    return 0


@commands.command(name="run")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The settings.")
def run_command(config: Path | None) -> int:
    """Run the Discord bot, until it is told to stop.

    The token comes from DISCORD_TOKEN, or from the file that DISCORD_TOKEN_FILE names.
    """
    settings = _settings(config)
    from bot.app import run_bot  # after the settings: a mistake there is told before Discord's library is loaded

    return run_bot(settings)


@commands.command()
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The settings.")
def health(config: Path | None) -> int:
    """Ask the bot that runs on this machine whether it is well. Exits with 0 when it is, 1 when it is not."""
    from bot.console.health import NotHealthyError, ask_health

    settings = _settings(config)
    try:
        click.echo(ask_health(settings.health.host, settings.health.port))
    except NotHealthyError as error:
        raise NotWell(str(error)) from error
    return 0


def _answerer(folder: Path | None) -> Answerer:
    """The answerer over a pack; an error of the pack is the end of the command."""
    gc.disable()  # code and a base are many values and no garbage: looking for some costs a tenth of a short run
    from bot.console.base import BaseNotLoadedError, open_answerer

    try:
        return open_answerer(folder)
    except BaseNotLoadedError as error:
        raise Unusable(str(error)) from error
    finally:
        gc.freeze()
        gc.enable()


def _settings(config: Path | None) -> Settings:
    """The settings of a file; what is wrong with them is the end of the command."""
    from bot.config import ConfigError, load_settings

    try:
        return load_settings(config)
    except ConfigError as error:
        raise Unusable(str(error)) from error


def _nearby(folder: Path) -> Path:
    """`folder` as seen from here where it lies below, so that its problems are links in an editor."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
