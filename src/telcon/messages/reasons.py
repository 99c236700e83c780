"""Why a page was passed over, is held a copy or to tell of the same contact, a cue came to nothing, or nothing can be
searched for, as the record has it, told in the language spoken.
"""

from __future__ import annotations

import re
from functools import cache

from telcon.messages.catalogues import say
from telcon.messages.names import KINDS, STATUSES
from telcon.messages.web_reasons import WEB_REASONS

REASONS = (
    "the page holds no text",
    "its text is longer than {number} characters",
    "its article is longer than {number} characters",
    "no pack for its language ({language})",
    "empty",
    "no word of a contact beside a leader or title",
    "HTTP status {number}",
    "its HTTP headers cannot be read",
    "no page: {type}",
    "a revisit: the page stands in an earlier record",
    "no two parties of different countries stand beside it",
    "not everybody who took part leads or serves a state",
    "a count of contacts",
    "the page tells of a film, a play or a book, or is satire",
    "the sentence asks or imagines",
    "its encoding cannot be told (save it as UTF-8)",
    "binary: it is full of control characters (give the text of the page)",
    "bad JSON: nested too deeply",
    "it holds no text",
    "it holds no text: a script would put it there (give the page as a browser saves it)",
    "it holds no text and leads on to {address} (give that address)",
    "its elements are nested more than {number} levels deep (no page of news is)",
    "an element of it has more than {number} attributes (no page of news has)",
    "an encrypted PDF file (save it without a password)",
    "a PDF file without text: its pages are pictures (give the text of the page)",
    "a PDF file without pages",
    "a PDF file of {count} pages (at most {most} are read; give those that matter)",
    "a broken PDF file ({what}; open it and save it anew)",
    "credits the other's outlet",
    "names the other's outlet",
    "came out later",
    "shows no time",
    "credits somebody",
    "is shorter",
    "shows no headline",
    "a row of more than {size} (raise --max-size to read it)",
    "{count} of {all} cues say so",
    "joined by `{how}`",
    "told of without a mood",
    "an invitation taken up",
    "year from the publication date",
    "month from the publication date",
    "date from the publication date",
    "date from the date told of before",
    "year from the terms of office",
    "date of the article's opening",
    "date of the event",
    "date of the telling",
    "spoken in public",
    "neither confirms nor denies",
    "a position, not an account",
    "the same day",
    "the same day, of a year that one page leaves out",
    "one day apart",
    "one day apart, the year left out",
    "another day",
    "another time",
    "a vague date that may be it",
    "told soon after",
    "{count} days apart",
    "{one} and {other} minutes",
    "both pages are about it",
    "both {value}",
    "{one} may be {other}",
    "{count} shared",
    "{one} and {other}",
    "it is too long to be searched for",
    "it holds no word to search for",
    "it holds too many words to search for",
    *WEB_REASONS,
)
"""The reasons as the rooms write them, with a name in braces for what differs."""

_NAMED = frozenset({*KINDS, *STATUSES})
_WITHIN = frozenset({"reason", "kind"})  # what is a reason itself
_SLOT = re.compile(r"\\{(\w+)\\}")


def tell_reason(reason: str) -> str:
    """A stored reason in the language spoken; as it stands where no catalogue can know it."""
    for template, pattern in _patterns():
        if found := pattern.fullmatch(reason):
            values = {name: _tell_part(name, told) for name, told in found.groupdict().items()}
            return say(template, **values)
    return reason


def _tell_part(name: str, told: str) -> str:
    if name in _WITHIN:
        return tell_reason(told)
    return say(told) if told in _NAMED else told


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(_SLOT.sub(r"(?P<\1>.+)", re.escape(reason)))) for reason in REASONS)
