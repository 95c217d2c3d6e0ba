"""The console: what `cli` runs. It reads the base, asks, and prints; exit codes and errors are `cli`'s.

Modules are imported by the command that needs them, so that one question from a shell starts fast.
"""
