"""A fake Discord on real sockets, for end-to-end tests of a bot that runs as its users start it.

It speaks the HTTP API v10 and the gateway v10 on a free port of 127.0.0.1, checks what the bot sends by Discord's own
rules (400 with code 50035 for what the real API refuses), and records everything.

    async with FakeDiscord() as discord:
        guild = discord.add_guild("Reading room")            # locale="de", bot_is_member=False for user-installed apps
        channel = guild.add_channel("questions")             # bot_permissions=...; channel.add_thread("More")
        ann = discord.add_user("Ann", locale="ru")           # a member wherever she does something
        guild.allow(ann, MANAGE_GUILD)                       # moderator; guild.add_role, guild.give_role
        dm = discord.dm_channel(ann)                         # discord.group_dm(ann, bob): without the bot

        # Start the bot, with `discord.environment` (DISCORD_TOKEN, ISPOLKOM_DISCORD__API_URL) or in this loop with
        # `discord.token`, `discord.api_url` and `discord.gateway_url`.
        await discord.ready()                                # READY sent; discord.sessions: .intents, .shard
        await discord.synced()                               # commands uploaded: discord.commands, discord.syncs

        question = await discord.say(channel, ann, f"{discord.bot.mention} who sailed?")   # reply_to=, ping=, files=
        reply = await discord.reply_to(question)             # Message: .text .buttons .pings .elapsed .payload ...
        interaction = await discord.slash(channel, ann, "town", name="Visby")              # "group sub" for subcommands
        response = await interaction.response()              # waits out "thinking": .text .ephemeral .elapsed .modal
        choices = await discord.autocomplete(channel, ann, "town", option="name", typed="vis")
        await discord.click(reply, "Helpful", ann)           # by label, custom id or emoji; returns the interaction
        await discord.choose(reply, "Which town?", ann, "Bergen")                          # values or labels
        await discord.submit(response, {"Fact": "..."})      # fills in a modal
        await discord.message_command(channel, ann, "Answer this", question)               # and user_command
        discord.edit(question, "..."); discord.delete(question); await discord.edited(reply)

        discord.faults.http("POST", r"/messages$", status=503)       # times=, delay=, drop=, after_acting=
        discord.faults.rate_limit("POST", r"/messages$", retry_after=0.1)
        discord.faults.drop_gateway()                        # reconnect, invalidate, forget_sessions, close_gateway,
        await discord.resumed()                              # stop_acking, refuse_connections, duplicate
        discord.clock.skip(4)                                # interactions are four seconds older: 10062

        discord.assert_no_complaints()                       # nothing unknown was asked for, nothing was refused
        discord.requests, discord.requests_to("POST", "/channels/{channel}/messages"), discord.refused, discord.typing

People do only what Discord's client lets them: a command that is not offered in a place, a missing option, a disabled
button or a text too long for a form is a LookupError. Waiting for what does not come is a TimeoutError that names it.
`discord.until(look, timeout, what)` waits for anything.

The parts: `limits` (the rules as functions, usable without a server), `rules` (the same by subject), `state` (people,
places, messages, interactions), `people` (what using commands and components sends), `api` (HTTP), `gateway`, `faults`,
and `driver`, which is `FakeDiscord`.
"""

from .driver import FakeDiscord
from .faults import Faults, HttpFault
from .state.interactions import Interaction, Response
from .state.messages import Message
from .state.objects import (
    ADMINISTRATOR,
    ATTACH_FILES,
    MANAGE_GUILD,
    MANAGE_MESSAGES,
    MEMBER_PERMISSIONS,
    READ_HISTORY,
    SEND_IN_THREADS,
    SEND_MESSAGES,
    VIEW_CHANNEL,
    Channel,
    Guild,
    User,
)

__all__ = [
    "ADMINISTRATOR",
    "ATTACH_FILES",
    "MANAGE_GUILD",
    "MANAGE_MESSAGES",
    "MEMBER_PERMISSIONS",
    "READ_HISTORY",
    "SEND_IN_THREADS",
    "SEND_MESSAGES",
    "VIEW_CHANNEL",
    "Channel",
    "FakeDiscord",
    "Faults",
    "Guild",
    "HttpFault",
    "Interaction",
    "Message",
    "Response",
    "User",
]
