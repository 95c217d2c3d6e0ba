"""The curators' page on dates says what the code does: its tables are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.dates import Calendar, CalendarRule, find_dates, parse_edtf, wording

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
RULE = CalendarRule(Calendar.JULIAN)


def rows(heading: str) -> list[list[str]]:
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = [line.strip("|\n ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    assert table, heading
    return [[cell.strip() for cell in row] for row in table]


@pytest.mark.parametrize(("written", "meaning", "seen"), rows("Writing a date"))
def test_readers_see_what_the_page_says(written: str, meaning: str, seen: str) -> None:
    for text in re.findall("`([^`]+)`", written):
        assert wording(parse_edtf(text, rule=RULE)) == seen, meaning


@pytest.mark.parametrize(("written", "read"), rows("Dates in questions"))
def test_each_way_of_writing_is_one_date(written: str, read: str) -> None:
    for text in re.findall("`([^`]+)`", written):
        (mention,) = find_dates(text, rule=RULE, default_year=1703)
        assert mention.readings, read


def test_what_the_page_calls_no_date_is_none() -> None:
    page = PAGE.read_text(encoding="utf-8")
    line = page.partition("- What is no date is let be:")[2].partition("\n\n")[0]
    texts = re.findall("`([^`]+)`", line)
    assert len(texts) > 3
    for text in texts:
        assert find_dates(text, rule=RULE, default_year=1703) == ()
