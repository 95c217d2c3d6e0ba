"""What a button remembers comes back from its custom_id, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_shell.ui.custom_ids import LONGEST, Press, decode, encode
from bot.facts.models import ID_PATTERN
from bot.rendering import Verb

presses = st.builds(
    Press,
    verb=st.sampled_from(Verb),
    target=st.from_regex(ID_PATTERN, fullmatch=True).map(str.strip).filter(lambda target: "\n" not in target),
    language=st.from_regex(r"[a-z]{2,3}", fullmatch=True),
    asker=st.none() | st.integers(min_value=0, max_value=2**64 - 1),
)


@given(presses)
def test_a_press_comes_back(press: Press) -> None:
    custom_id = encode(press)
    assert len(custom_id) <= LONGEST
    assert decode(custom_id) == press


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(custom_id: str) -> None:
    press = decode(custom_id)
    assert press is None or press.target in custom_id


@pytest.mark.parametrize("custom_id", ["", "i0:f:en::x", "i1:z:en::x", "i1:f:en:x", "i1:f:english::x", "i1:f:en::X"])
def test_ids_of_other_versions_are_refused(custom_id: str) -> None:
    assert decode(custom_id) is None


@pytest.mark.parametrize("press", [Press(Verb.FACT, "Not an id", "en"), Press(Verb.FACT, "x", "en-GB")])
def test_what_could_not_come_back_is_refused(press: Press) -> None:
    with pytest.raises(ValueError, match="cannot remember"):
        encode(press)
