"""Spans with values: a leader, a date, a duration, a cue for a contact, a quotation, a reporting verb."""

from telcon.mentions.finding import Mentions, find_mentions

__all__ = ["Mentions", "find_mentions"]
