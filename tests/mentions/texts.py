"""Articles of a few lines, each with its role given."""

from __future__ import annotations

from telcon.letters.viewing import build_view
from telcon.model.spans import Span
from telcon.model.texts import Line, Role, Text


def make_text(*lines: tuple[Role, str]) -> Text:
    """Put lines with their roles together; the text has no other properties."""
    raw, found = "", []
    for number, (role, line) in enumerate(lines, start=1):
        found.append(Line(number, Span(len(raw), len(raw) + len(line)), role))
        raw += line + "\n"
    return Text(raw, build_view(raw), "vi", tuple(found))
