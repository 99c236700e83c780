"""Why a page was passed over, is held a copy, or a cue came to nothing, as the record keeps it, told in the language
spoken.
"""

from __future__ import annotations

import re
from functools import cache

from telcon.messages.catalogues import say

REASONS = (
    "the page holds no text",
    "its text is longer than {number} characters",
    "its article is longer than {number} characters",
    "no pack for its language ({language})",
    "empty",
    "no two parties of different countries stand beside it",
    "not everybody who took part leads or serves a state",
    "a count of contacts",
    "the page tells of a film, a play or a book, or is satire",
    "the sentence asks or imagines",
    "its encoding cannot be told (save it as UTF-8)",
    "binary: it is full of control characters (give the text of the page)",
    "bad JSON: nested too deeply",
    "credits the other's outlet",
    "names the other's outlet",
    "came out later",
    "shows no time",
    "credits somebody",
    "is shorter",
    "shows no headline",
    "a row of more than {size} (raise --max-size to read it)",
)
"""The reasons as the rooms write them, with a name in braces for what differs."""

_SLOT = re.compile(r"\\{(\w+)\\}")


def tell_reason(reason: str) -> str:
    """A stored reason in the language spoken; as it stands where no catalogue can know it."""
    for template, pattern in _patterns():
        if found := pattern.fullmatch(reason):
            return say(template, **found.groupdict())
    return reason


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(_SLOT.sub(r"(?P<\1>.+)", re.escape(reason)))) for reason in REASONS)
