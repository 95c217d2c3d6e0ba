"""roles-disagree."""

from __future__ import annotations

import pytest

from tests.packs import edited, place, read, spots

LEAD = 'sources: [{key: dollinger1970}]\n      asks: {en: ["Who was Johannes Domann?"'


def with_role(dates: str, role: str = "syndic", body: str = "hanseatic-league") -> dict[str, str]:
    """The sample, in which a second fact gives Domann's term."""
    roles = f"roles: [{{holder: johannes-domann, role: {{en: {role}}}, body: {body}, {dates}}}]\n      "
    return edited("people/people.yaml", LEAD, roles + LEAD)


@pytest.mark.parametrize(
    ("dates", "at", "key"),
    [("start: 1606, end: 1618", "1606, end", "start"), ("start: 1605, end: 1619", "1619}", "end")],
)
def test_a_term_with_other_dates(dates: str, at: str, key: str) -> None:
    files = with_role(dates)
    reading = read(files)
    line, column = place(files["people/people.yaml"], at)
    assert spots(reading) == [("people/people.yaml", line, column, "roles-disagree")]
    assert reading.problems[0].sentence.startswith(f"the {key} of this role is `{at[:4]}` here and `16")
    assert "in `syndic-holders` (people/offices.yaml:" in reading.problems[0].sentence


@pytest.mark.parametrize("role", ["Syndic", "syndic"])
def test_the_office_is_the_same_however_it_is_written(role: str) -> None:
    assert [rule for *_, rule in spots(read(with_role("start: 1606", role)))] == ["roles-disagree"]


@pytest.mark.parametrize(
    "dates",
    ["start: 1605, end: 1618", "start: 1605-05, end: 1618-09", "start: 1605", "start: 1620, end: 1622", "end: 1604"],
)
def test_the_same_term_and_another_one(dates: str) -> None:
    assert read(with_role(dates)).problems == ()


@pytest.mark.parametrize(("role", "body"), [("envoy", "hanseatic-league"), ("syndic", "lubeck")])
def test_another_office_has_its_own_dates(role: str, body: str) -> None:
    assert read(with_role("start: 1606, end: 1617", role, body)).problems == ()
