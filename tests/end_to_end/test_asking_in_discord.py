"""Questions on all the ways that a member has, to the bot as it runs."""

from __future__ import annotations

import pytest

from bot.facts import Library
from tests.end_to_end.conftest import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "Who were the Mensheviks?"


@pytest.fixture
def name(library: Library) -> str:
    return library.entities["mensheviks"].name["en"]


async def test_a_mention_is_answered_with_sources_and_without_pings(town: Town, name: str) -> None:
    question = await town.discord.say(town.channel, town.ann, f"{town.discord.bot.mention} {QUESTION}")
    reply = await town.discord.reply_to(question)
    assert name in reply.text
    assert r"\[1\]" in reply.text
    assert reply.pings == set()
    assert reply.buttons


async def test_a_reply_to_the_bot_goes_on_with_the_conversation(town: Town, library: Library) -> None:
    question = await town.discord.say(town.channel, town.ann, f"{town.discord.bot.mention} what was Order No. 1?")
    first = await town.discord.reply_to(question)
    assert library.entities["order-no-1"].name["en"] in first.text
    follow_up = await town.discord.say(town.channel, town.ann, "and when was it issued?", reply_to=first)
    assert "1917" in (await town.discord.reply_to(follow_up)).text


async def test_a_direct_message_needs_no_mention(town: Town, name: str) -> None:
    question = await town.discord.say(town.discord.dm_channel(town.ann), town.ann, QUESTION)
    assert name in (await town.discord.reply_to(question)).text


async def test_a_thread_is_like_a_channel(town: Town, name: str) -> None:
    thread = town.channel.add_thread("More")
    question = await town.discord.say(thread, town.ann, f"{QUESTION} {town.discord.bot.mention}")
    assert name in (await town.discord.reply_to(question)).text


async def test_ask_is_answered_for_all_to_see(town: Town, name: str) -> None:
    response = await (await town.discord.slash(town.channel, town.ann, "ask", question=QUESTION)).response()
    assert name in response.text
    assert not response.ephemeral
    assert not response.deferred


async def test_a_question_in_russian_is_answered_in_russian(town: Town, library: Library) -> None:
    interaction = await town.discord.slash(town.channel, town.boris, "ask", question="Кто такие меньшевики?")
    assert library.entities["mensheviks"].name["ru"] in (await interaction.response()).text


async def test_what_is_not_in_the_base_is_told_to_the_asker_alone(town: Town) -> None:
    question = "who won the world cup in 2014"
    response = await (await town.discord.slash(town.channel, town.ann, "ask", question=question)).response()
    assert response.ephemeral
    assert "Not in the base" in response.text


async def test_answer_this_answers_a_message_of_somebody_else(town: Town, name: str) -> None:
    message = await town.discord.say(town.channel, town.boris, QUESTION)
    interaction = await town.discord.message_command(town.channel, town.ann, "Answer this", message)
    assert name in (await interaction.response()).text


async def test_answer_this_on_a_picture_says_that_there_is_nothing_to_read(town: Town) -> None:
    message = await town.discord.say(town.channel, town.boris, "", files=[("hat.png", b"png")])
    response = await (await town.discord.message_command(town.channel, town.ann, "Answer this", message)).response()
    assert response.ephemeral
    assert "Nothing to read" in response.text


async def test_users_who_installed_the_app_can_ask_anywhere(town: Town, name: str) -> None:
    elsewhere = town.discord.add_guild("Elsewhere", bot_is_member=False).add_channel("talk")
    for channel in (elsewhere, town.discord.group_dm(town.ann, town.boris)):
        interaction = await town.discord.slash(channel, town.ann, "ask", user_installed=True, question=QUESTION)
        assert name in (await interaction.response()).text


async def test_nobody_is_pinged_and_nothing_formatted_by_what_people_write(town: Town) -> None:
    words = f"{town.discord.bot.mention} @everyone {town.boris.mention} **who** `x` ||y|| https://evil.example [a](b)"
    reply = await town.discord.reply_to(await town.discord.say(town.channel, town.ann, words))
    assert reply.pings == set()
    assert "evil.example" not in reply.text
    bodies = [sent.body for sent in town.discord.requests_to("POST", "/channels/{channel}/messages")]
    assert {tuple(body["allowed_mentions"]["parse"]) for body in bodies} == {()}
    assert not any(body["allowed_mentions"].get("replied_user") for body in bodies)


async def test_a_mention_alone_is_asked_back(town: Town) -> None:
    reply = await town.discord.reply_to(await town.discord.say(town.channel, town.ann, town.discord.bot.mention))
    assert "Ask me something" in reply.text


async def test_what_is_not_for_the_bot_is_left_alone(town: Town) -> None:
    before = len(town.discord.bot_messages(town.channel))
    await town.discord.say(town.channel, town.ann, QUESTION)
    other = town.discord.add_user("Other bot", bot=True)
    await town.discord.say(town.channel, other, f"{town.discord.bot.mention} {QUESTION}")
    answered = await town.discord.say(town.channel, town.ann, f"{town.discord.bot.mention} {QUESTION}")
    await town.discord.reply_to(answered)
    assert len(town.discord.bot_messages(town.channel)) == before + 1


async def test_a_question_that_was_deleted_is_answered_all_the_same(town: Town, name: str) -> None:
    fault = town.discord.faults.http("POST", r"/messages$", status=503)
    question = await town.discord.say(town.channel, town.ann, f"{town.discord.bot.mention} {QUESTION}")
    await town.discord.until(lambda: fault.hits, 10, "the first try")
    town.discord.delete(question)
    reply = await town.discord.reply_to(question, any_message=True)
    assert name in reply.text


async def test_the_log_names_neither_people_nor_their_words(town: Town) -> None:
    assert town.discord.token not in town.bot.log
    assert str(town.ann.id) not in town.bot.log
    assert "Mensheviks" not in town.bot.log


async def test_no_privileged_intent_is_asked_for(town: Town) -> None:
    privileged = 1 << 1 | 1 << 8 | 1 << 15
    assert [session.intents & privileged for session in town.discord.sessions] == [0]
