"""Answers history questions from a curated, cited fact base."""
