"""docs/curating.md: what it shows is right, as it stands there."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from bot.answers import Answered, Answerer, Question
from bot.trials import examine
from tests.packs import HANSE, TINY, library, read, tiny

PAGE = (Path(__file__).parents[2] / "docs" / "curating.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TEMPLATE, SOURCE, DISPUTED, MISCONCEPTION, VALUES = BLOCKS

FACTS_OF = """\
- id: more
  kind: league
  name: {en: More of the League, ru: Ещё о союзе}
  description: {en: More., ru: Ещё.}
  relations: [{type: part-of, target: hanseatic-league}]
  facts:
"""
CITING = """\
- id: envoys-of-1608
  text: Johannes Domann led nine envoys of the towns abroad from 1606 to 1608.
  sources: [{key: schildhauer1985}]
  asks: ["Who led the nine envoys?", "How many envoys did the towns send abroad?"]
"""


def with_the_page() -> dict[str, str]:
    """The sample pack with all that the page tells one to write."""
    envoys = CITING + textwrap.indent(VALUES, "  ")
    facts = FACTS_OF + textwrap.indent(DISPUTED + MISCONCEPTION + envoys, "    ")
    more = {"page/template.yaml": TEMPLATE, "page/more.yaml": facts, "sources/more.yaml": SOURCE}
    return {**HANSE, **more}


def test_all_examples_together_have_no_problem() -> None:
    assert [str(problem) for problem in read(with_the_page()).problems] == []


def test_the_asks_of_the_examples_are_answered() -> None:
    base = library(with_the_page())
    assert examine(Answerer(base)).findings == ()


def test_the_question_that_one_is_told_to_try_is_answered() -> None:
    [asked] = re.findall(r"^\.venv/bin/ispolkom ask --knowledge knowledge \"(.*)\"$", PAGE, re.MULTILINE)
    answer = Answerer(library(with_the_page())).ask(Question(text=asked, locale="en"))
    assert isinstance(answer, Answered)
    assert answer.facts[0].fact.id == "stralsund-siege"


def test_the_problem_is_what_the_check_says() -> None:
    [line] = re.findall(r"^```text\n(.*)\n```$", PAGE, re.MULTILINE)
    problems = read(tiny(TINY["towns.yaml"].replace("key: dollinger", "key: dolinger"))).errors
    assert [str(problem) for problem in problems] == [line]


def test_its_links_lead_somewhere() -> None:
    targets = [link for link in re.findall(r"\]\(([^)]+)\)", PAGE) if not link.startswith("https://")]
    assert targets
    for link in targets:
        assert (Path(__file__).parents[2] / "docs" / link.partition("#")[0]).is_file()
