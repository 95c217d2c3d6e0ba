"""reversed-role."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read


def test_a_role_that_ends_before_it_begins() -> None:
    files = edited("people/offices.yaml", "start: 1605, end: 1618", "start: 1618, end: 1605-02")
    [problem] = read(files).problems
    assert (problem.file, problem.rule) == ("people/offices.yaml", "reversed-role")
    assert (problem.line, problem.column) == place(files["people/offices.yaml"], "1605-02")
    assert "ends (1605-02) before it begins (1618)" in problem.sentence


@pytest.mark.parametrize("dates", ["start: 1605, end: 1605-01", "start: 16XX, end: 1605", "start: 1605", "end: 1605"])
def test_roles_that_may_be_right(dates: str) -> None:
    assert read(edited("people/offices.yaml", "start: 1605, end: 1618", dates)).problems == ()
