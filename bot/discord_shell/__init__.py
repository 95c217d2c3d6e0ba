"""The bot in Discord: the only folder that knows discord.py.

`client` is the connection and where everything is wired, `connection` keeps it up; `tree` has the commands, `cogs` what
they do; `replies` turns what people ask into cards and sends them, `ui` lays them out; `memory` is what is remembered
between events; `health` tells from outside whether the bot is connected.
"""
