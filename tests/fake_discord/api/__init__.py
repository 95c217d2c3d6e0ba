"""The HTTP side of the fake."""
