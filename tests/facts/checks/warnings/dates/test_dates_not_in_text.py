"""date-not-in-text."""

from __future__ import annotations

import pytest

from tests.packs import edited, of, place, read

EN = "Valdemar IV beat the farmers"


@pytest.mark.parametrize("date", ["1361-07-22", "1361-06-27", "1316-07-27", "{edtf: 1361-07-22, calendar: julian}"])
def test_a_date_that_is_a_slip_away(date: str) -> None:
    files = edited("events.yaml", "date: 1361-07-27", f"date: {date}")
    problems = of("date-not-in-text", read(files))
    assert [(problem.line, problem.column) for problem in problems] == [
        place(files["events.yaml"], EN),
        place(files["events.yaml"], '"27 июля 1361 года'),
    ]
    assert problems[0].sentence.startswith("the text says “27 July 1361”, the date is 1361-0" if "1361" in date else "")


@pytest.mark.parametrize(
    "date", ["1361-07-27", "1361-07-28", "1361-07", "1361", "1361-05-02", "1361-07-20/1361-07-24", "13XX"]
)
def test_dates_that_may_be_meant(date: str) -> None:
    assert of("date-not-in-text", read(edited("events.yaml", "date: 1361-07-27", f"date: {date}"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "After the battle of 22 July the Steelyard was closed on 13 January 1598.",
        "The Steelyard was closed on 13 January 1598 and opened on 13 May 1606.",
        "The Steelyard was closed in July 1598, not on 13 January 1598.",
        "On 12 July 1598 (22 July New Style) the Steelyard was closed.",
    ],
)
def test_other_days_may_be_told_beside_the_own_one(text: str) -> None:
    own = "Elizabeth I ordered the merchants out of the Steelyard in London on 13 January 1598."
    files = edited("events.yaml", own, text)
    files["events.yaml"] = files["events.yaml"].replace("date: 1598-01-13", "date: 1598-07-22")
    assert of("date-not-in-text", read(files)) == []
