"""What exists in the fake: people, places, messages, interactions."""
