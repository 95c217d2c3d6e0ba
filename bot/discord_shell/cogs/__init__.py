"""What the bot does in Discord, one concern in each module. A cog listens, asks the desk, and sends.

To add a cog: a module with a class that takes what it needs by keyword and offers `register(tree)`, in which it defines
its commands (nested functions: discord.py reads their signatures, and takes a method's `self` for a parameter); its
words in `ui.wording`; its line in `client.HistoryClient`. Give each command `extras={"words": ...}`, so that /help
lists it. Errors are not caught here: `errors` answers them all.
"""
