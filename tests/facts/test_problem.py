"""Problems sort by place and print as one line."""

from __future__ import annotations

from bot.facts import Problem, Severity


def test_problems_sort_by_file_line_and_column() -> None:
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 2), ("a.yaml", 9, 30), ("a.yaml", 10, 1)]
    problems = [Problem(*place, Severity.ERROR, "rule", "sentence") for place in places]
    assert [(each.file, each.line, each.column) for each in sorted(problems)] == [
        ("a.yaml", 9, 30),
        ("a.yaml", 10, 1),
        ("a.yaml", 10, 2),
        ("b.yaml", 1, 1),
    ]


def test_a_problem_is_one_line() -> None:
    problem = Problem("people/kings.yaml", 3, 9, Severity.WARNING, "long-text", "make two facts of it")
    assert str(problem) == "people/kings.yaml:3:9: warning: long-text: make two facts of it"
