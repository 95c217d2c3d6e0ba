"""The bot in Discord: the only folder that knows discord.py.

`client` is the connection and where everything is wired; `tree` has the commands, `cogs` what they do; `desk` turns
what people ask into cards, `ui` lays cards out, `delivery` sends them, `errors` answers what goes wrong; `memory` is
what is remembered between events; `health` tells from outside whether the bot is connected.
"""
