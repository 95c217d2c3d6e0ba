"""One file as read: its plain values, and where each of them stands in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.facts.problem import Problem, Severity, Steps

MAX_PROBLEMS = 200
"""A file with more is not read on: its problems have one cause, and nobody reads them all."""

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser; PyYAML's own, about ten times slower and otherwise the same, where libyaml is missing."""


@dataclass(slots=True)
class Document:
    """A file of the pack. `data` is made of dicts, lists and text only; None where the file is not `readable`.

    Positions are found by reading the text once more, when the first one is asked for: few files have problems, and a
    map of all positions would cost every start of the bot more than the values themselves.
    """

    file: str
    text: str
    data: Any = None
    readable: bool = False
    problems: list[Problem] = field(default_factory=list)
    _root: yaml.Node | None = None

    def position(self, path: Steps, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of the key that leads to it.

        Where the path leads on into a value that was written in a short form, it is that value's position.
        """
        node = self._tree()
        if node is None:
            return 1, 1
        mark = node.start_mark
        for step in path:
            pair = _child(node, step)
            if pair is None:
                break
            mark = pair[0].start_mark if key else pair[1].start_mark
            node = pair[1]
        return mark.line + 1, mark.column + 1

    def first_line(self, path: Steps, key: str) -> int:
        """The line of the first `key` in the mapping at `path`, which may have it twice."""
        node = self._tree()
        for step in path:
            pair = _child(node, step) if node is not None else None
            node = pair[1] if pair is not None else None
        keys = (each for each, _ in node.value if each.value == key) if isinstance(node, yaml.MappingNode) else iter(())
        first = next(keys, None)
        return first.start_mark.line + 1 if first is not None else 1

    def problem(self, path: Steps, rule: str, sentence: str, *, key: bool = False) -> Problem:
        """An error at a place in this file."""
        return Problem(self.file, *self.position(path, key=key), Severity.ERROR, rule, sentence)

    def is_hopeless(self) -> bool:
        """Whether there are so many problems that the rest is not read; a problem of its own says so, once."""
        if len(self.problems) < MAX_PROBLEMS:
            return False
        last = self.problems[-1]
        if last.rule != "too-many-problems":
            sentence = f"the file has {MAX_PROBLEMS} problems or more and was not read on"
            place = (self.file, last.line, last.column, Severity.ERROR)
            self.problems.append(Problem(*place, "too-many-problems", sentence))
        return True

    def _tree(self) -> yaml.Node | None:
        if self._root is None and self.readable:
            self._root = Loader(self.text).get_single_node()
        return self._root


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """What a step leads to, with the key it stands under (an item of a list is its own key); None when it is not there.

    Of a key that stands twice it is the last, as in the values.
    """
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in reversed(node.value) if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
