"""A value of a contact's field in words."""

from __future__ import annotations

from telcon.messages.dates import name_date
from telcon.messages.leaders import name_speaker
from telcon.messages.names import name_channel, name_length, name_side, name_status, name_topic
from telcon.model.durations import Bound, Duration


def name_value(field: str, told: object) -> str:
    """A value in the language spoken, be it as a report has it (`Duration(95)`) or as a claim keeps it (`"95"`)."""
    if isinstance(told, Duration):
        return name_length(told.minutes, told.bound)
    text = str(told)
    match field:
        case "date":
            return name_date(text)
        case "kind":
            return name_channel(text)
        case "status":
            return name_status(text)
        case "initiator":
            return name_side(text)
        case "topic":
            return name_topic(text)
        case "reported_by":
            return name_speaker(text)
        case "participant":
            name, bracket, state = text.rpartition(" (")
            return f"{name_speaker(name)}{bracket}{state}" if bracket else text
        case "duration":
            minutes, _, bound = text.partition(" ")
            return name_length(int(minutes), bound or Bound.EXACT)
    return text
