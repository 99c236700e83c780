"""The interface's own words: English, as the code has it, and the languages that have a catalogue beside it."""

from telcon.messages.catalogues import LANGUAGES, choose_language, say, say_count, speak, spoken
from telcon.messages.names import (
    TOPICS,
    find_topic,
    name_field,
    name_kind,
    name_length,
    name_office,
    name_side,
    name_source,
    name_speakers,
    name_state,
    name_status,
    name_topic,
    name_utterance,
    name_verdict,
)
from telcon.messages.reasons import tell_reason

__all__ = [
    "LANGUAGES",
    "TOPICS",
    "choose_language",
    "find_topic",
    "name_field",
    "name_kind",
    "name_length",
    "name_office",
    "name_side",
    "name_source",
    "name_speakers",
    "name_state",
    "name_status",
    "name_topic",
    "name_utterance",
    "name_verdict",
    "say",
    "say_count",
    "speak",
    "spoken",
    "tell_reason",
]
