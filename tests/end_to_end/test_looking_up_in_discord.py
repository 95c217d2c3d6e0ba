"""Look-ups by command, their completions, and the buttons of cards."""

from __future__ import annotations

from typing import Any

import pytest

from bot.facts import Library
from tests.end_to_end.conftest import Town
from tests.fake_discord import Response, User

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def use(town: Town, command: str, *, user: User | None = None, **options: Any) -> Response:
    interaction = await town.discord.slash(town.channel, user or town.ann, command, **options)
    return await interaction.response()


@pytest.mark.parametrize("typed", ["Mensheviks", "Mensjevik", "меньшевики", "menshevik party", "mensheviks"])
async def test_a_party_is_found_however_it_is_spelt(town: Town, library: Library, typed: str) -> None:
    response = await use(town, "party", name=typed)
    assert library.entities["mensheviks"].name["en"] in response.text.splitlines()[0]


@pytest.mark.parametrize("typed", ["mensh", "меньш", "Mensjev"])
async def test_a_party_is_offered_while_its_name_is_typed(town: Town, library: Library, typed: str) -> None:
    choices = await town.discord.autocomplete(town.channel, town.ann, "party", option="name", typed=typed)
    assert choices[0]["value"] == "mensheviks"
    response = await use(town, "party", name=choices[0]["value"])
    assert library.entities["mensheviks"].name["en"] in response.text


async def test_before_anything_is_typed_the_foremost_are_offered(town: Town, library: Library) -> None:
    for command in ("party", "order", "person", "event"):
        choices = await town.discord.autocomplete(town.channel, town.ann, command, option="name", typed="")
        assert choices
        assert {library.entities[choice["value"]].kind for choice in choices} == {command}


@pytest.mark.parametrize("typed", ["1", "№1", "order number one"])
async def test_an_order_is_found_by_its_number(town: Town, library: Library, typed: str) -> None:
    assert library.entities["order-no-1"].name["en"] in (await use(town, "order", name=typed)).text


async def test_a_day_is_told_in_both_calendars(town: Town) -> None:
    response = await use(town, "date", day="15 march 1917 new style")
    assert "2 March 1917" in response.text
    assert "15 March 1917" in response.text


async def test_a_name_that_nobody_has_is_told_to_the_asker_alone(town: Town) -> None:
    response = await use(town, "party", name="zzzzzzzz")
    assert response.ephemeral


async def test_any_other_kind_is_under_about(town: Town, library: Library) -> None:
    kinds = await town.discord.autocomplete(town.channel, town.ann, "about", option="kind", typed="")
    assert {choice["value"] for choice in kinds} == set(library.pack.kinds)
    kind = kinds[0]["value"]
    assert library.pack.kinds[kind].command is None
    names = await town.discord.autocomplete(town.channel, town.ann, "about", option="name", typed="", kind=kind)
    chosen = library.entities[names[0]["value"]]
    assert chosen.kind == kind
    assert chosen.name["en"] in (await use(town, "about", kind=kind, name=chosen.id)).text


async def test_help_is_in_the_users_language(town: Town, library: Library) -> None:
    response = await use(town, "help", user=town.boris)
    assert response.ephemeral
    assert library.pack.title["ru"] in response.text
    assert "/party" in response.text.replace("\\", "")


async def test_the_bibliography_is_leafed_through(town: Town) -> None:
    first = await use(town, "sources")
    assert first.ephemeral
    assert first.message is not None
    second = await (await town.discord.click(first.message, "2 ▶", town.ann)).response()
    assert second.text != first.text


async def test_the_sources_of_one_thing(town: Town) -> None:
    response = await use(town, "sources", name="mensheviks")
    assert response.ephemeral
    assert r"\[1\]" in response.text


async def test_buttons_show_sources_and_related_things_to_the_one_who_presses(town: Town, library: Library) -> None:
    response = await use(town, "ask", question="When did the Bolsheviks and Mensheviks split?")
    assert response.message is not None
    labels = [button["label"] for button in response.message.buttons]
    sources = await (await town.discord.click(response.message, "Sources", town.boris)).response()
    assert sources.ephemeral
    names = {entity.name["en"] for entity in library.entities.values()}
    related = next(label for label in labels if label in names)
    shown = await (await town.discord.click(response.message, related, town.boris)).response()
    assert shown.ephemeral
    assert related in shown.text


async def test_a_choice_takes_the_place_of_the_question_for_the_one_who_was_asked(town: Town) -> None:
    response = await use(town, "person", name="Aleksandr")
    assert response.message is not None
    assert "Which did you mean?" in response.text
    label = response.message.buttons[0]["label"]
    other = await (await town.discord.click(response.message, label, town.boris)).response()
    assert other.ephemeral
    assert "Which did you mean?" in response.message.text
    await (await town.discord.click(response.message, label, town.ann)).response()
    assert label in response.message.text
    assert "Which did you mean?" not in response.message.text


async def test_a_button_of_another_version_is_answered(town: Town) -> None:
    response = await use(town, "party", name="mensheviks")
    assert response.message is not None
    for custom_id in ("old:thing", "i1:e:en::no-such-thing"):
        town.discord.world.messages[response.message.id].buttons[0]["custom_id"] = custom_id
        pressed = town.discord.press_stale(town.channel, town.ann, custom_id, message=response.message)
        answer = await pressed.response()
        assert answer.ephemeral
        assert "No longer there" in answer.text
