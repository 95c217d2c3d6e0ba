"""What libyaml's complaints mean to someone who edits a fact file.

PyYAML's own parser words some of them differently; both wordings are known here.
"""

from __future__ import annotations

import re

import yaml

from bot.facts.problem import Problem, Severity

_HINTS = (
    ("expected <block end>", "this does not go on as the lines above; check the indentation, and quotes in the text"),
    (
        "mapping values are not allowed",
        "no colon can stand here; put text with a colon in quotes, or check the indentation",
    ),
    ("could not find expected ':'", "a line `key: value` is wanted here; is the colon missing, or a quote not closed?"),
    (
        "did not find expected key",
        "this does not go on as the lines above; check the indentation, and quotes in the text",
    ),
    ("did not find expected '-'", "this is no item of the list above; check the indentation, or begin it with `- `"),
    ("',' or '}'", "a comma or } is wanted here; text with commas, colons or quotes in { } goes in quotes"),
    ("',' or ']'", "a comma or ] is wanted here; text with commas or quotes in [ ] goes in quotes"),
    ("sequence entries are not allowed", "a list cannot begin here; begin it on a line of its own, or quote the text"),
    ("unknown escape character", r"a backslash in double quotes is written twice (\\); or use single quotes"),
    ("tab character", "a tab cannot be used to indent; use blanks"),
    ("cannot start any token", "bare text cannot begin with this character; put the text in quotes"),
    ("alphabetic or numeric", "bare text cannot begin with * or &; put the text in quotes"),
    ("expected alphanumeric", "bare text cannot begin with * or &; put the text in quotes"),
    ("tag", "bare text cannot begin with !; put the text in quotes"),
    ("<document start>", "this does not belong to the lines above; check the indentation"),
    ("expected <block end>", "this does not go on as the lines above; check the indentation, and quotes in the text"),
    ("chomping or indentation", "after | or > the text begins on the next line; or put the text in quotes"),
    ("comment or line break", "after | or > the text begins on the next line; or put the text in quotes"),
)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def syntax_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem for a text that is no YAML, at the place where the parser gave up, or where the open quote began."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark, sentence = _reason(text, error)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        return Problem(file, line, column, Severity.ERROR, "syntax", sentence)
    return _control_character(file, text)


def _reason(text: str, error: yaml.MarkedYAMLError) -> tuple[yaml.Mark | None, str]:
    problem, context = str(error.problem or ""), str(error.context or "")
    if "unexpected end of stream" in problem and "quoted" in context:
        return error.context_mark, "the quote that opens here is never closed"
    mark = error.problem_mark
    if mark is not None and "cannot start any token" in problem and _line(text, mark.line)[mark.column :][:1] == "\t":
        return mark, "a tab cannot be used to indent; use blanks"
    for words, sentence in _HINTS:
        if words in problem:
            return mark, sentence + _opened(error)
    return mark, f"this cannot be read as YAML: {' '.join(filter(None, (context, problem)))}"


def _opened(error: yaml.MarkedYAMLError) -> str:
    """Where the bracket opened that is not closed; far above, often."""
    mark = error.context_mark
    return f" (the bracket opened on line {mark.line + 1})" if mark and "flow" in str(error.context) else ""


def _line(text: str, number: int) -> str:
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    return lines[number] if number < len(lines) else ""


def _control_character(file: str, text: str) -> Problem:
    """The parser refuses the whole text for one such character, and gives its place in bytes or not at all."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return Problem(file, 1, 1, Severity.ERROR, "syntax", "this cannot be read as YAML")
    before = text[: found.start()]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    sentence = f"the invisible character U+{ord(found[0]):04X} cannot stand in a file; delete it"
    return Problem(file, line, column, Severity.ERROR, "control-character", sentence)
