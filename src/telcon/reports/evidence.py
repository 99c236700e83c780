"""Where a page's words stand, in the text as it was found."""

from __future__ import annotations

from telcon.model.contacts import Evidence, Leftover
from telcon.model.mentions import Cue
from telcon.model.spans import Span
from telcon.model.texts import Text


def find_evidence(text: Text, span: Span) -> Evidence:
    """The words at a span of the clean view, with their place in the raw text."""
    place = text.view.to_raw(span)
    return Evidence(place, text.raw[place.start : place.stop])


def leave_over(text: Text, cue: Cue, reason: str) -> Leftover:
    """A word for a contact of which none came, and why."""
    return Leftover(find_evidence(text, cue.span), reason)
