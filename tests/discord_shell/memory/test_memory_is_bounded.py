"""What the shell remembers: no more than it may, and no longer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Topic
from bot.discord_shell.memory import BoundedMap, Conversations, CooldownPerUser, Gate, Locales, Seen, Verdict


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9))))
def test_a_bounded_map_is_a_plain_list_of_the_last_used(steps: list[tuple[bool, int]]) -> None:
    made: BoundedMap[int, int] = BoundedMap(3)
    recent: list[int] = []
    for is_put, key in steps:
        held = key in recent
        if is_put:
            made.put(key, key * 10)
        else:
            assert made.get(key) == (key * 10 if held else None)
        if is_put or held:
            recent = [*(other for other in recent if other != key), key][-3:]
    assert len(made) == len(recent)


def test_entries_pass(clock: Clock) -> None:
    made: BoundedMap[str, int] = BoundedMap(3, seconds=10, clock=clock)
    made.put("a", 1)
    clock.now += 9.9
    assert made.get("a") == 1
    clock.now += 0.2
    assert made.get("a") is None
    assert len(made) == 0


def test_an_event_is_first_once() -> None:
    seen = Seen(size=2)
    assert [seen.first(number) for number in (1, 1, 2, 1)] == [True, False, True, False]
    assert [seen.first(3), seen.first(2)] == [True, True]


def test_a_user_may_ask_so_often(clock: Clock) -> None:
    cooldown = CooldownPerUser(2, 30, clock=clock)
    assert cooldown.ask(7) == Verdict()
    clock.now += 10
    assert cooldown.ask(7) == Verdict()
    assert cooldown.ask(8) == Verdict()
    assert cooldown.ask(7) == Verdict(20, news=True)
    clock.now += 5
    assert cooldown.ask(7) == Verdict(15, news=False)
    clock.now += 15
    assert cooldown.ask(7) == Verdict()
    assert cooldown.ask(7) == Verdict(10, news=True)


def test_no_questions_means_no_limit(clock: Clock) -> None:
    cooldown = CooldownPerUser(0, 30, clock=clock)
    assert {cooldown.ask(7) for _ in range(100)} == {Verdict()}


@given(st.lists(st.floats(0, 40), min_size=1, max_size=60))
def test_no_window_ever_holds_too_many(gaps: list[float]) -> None:
    clock = Clock()
    cooldown = CooldownPerUser(3, 30, clock=clock)
    allowed = []
    for gap in gaps:
        clock.now += gap
        if not cooldown.ask(1).wait:
            allowed.append(clock.now)
    assert all(later - earlier >= 30 - 1e-6 for earlier, later in zip(allowed, allowed[3:], strict=False))


def test_conversations_are_apart_and_end(clock: Clock) -> None:
    conversations = Conversations(1, clock=clock)
    conversations.put(1, 7, Topic(entities=("lubeck",)))
    assert conversations.topic(1, 7).entities == ("lubeck",)
    assert conversations.topic(1, 8) == conversations.topic(2, 7) == Topic()
    clock.now += 61
    assert conversations.topic(1, 7) == Topic()


def test_without_minutes_there_is_no_conversation(clock: Clock) -> None:
    conversations = Conversations(0, clock=clock)
    conversations.put(1, 7, Topic(entities=("lubeck",)))
    assert conversations.topic(1, 7) == Topic()


def test_locales_are_learnt() -> None:
    locales = Locales("en")
    locales.learn(5, "ru")
    assert (locales.of(5), locales.of(6)) == ("ru", "en")


def test_the_gate_counts_events_and_questions_apart() -> None:
    make: Callable[[], Gate] = lambda: Gate(seen=Seen(), cooldown=CooldownPerUser(1, 60))  # noqa: E731
    gate = make()
    assert gate.first(1)
    assert not gate.first(1)
    assert not gate.ask(9).wait
    assert gate.ask(9).wait
