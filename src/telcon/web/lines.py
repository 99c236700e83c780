"""The lines of a stored page, each with the values that were read from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from telcon.contacts import HeldPage
from telcon.messages import name_field, name_speakers, name_topic, say, tell_reason
from telcon.model.spans import Span
from telcon.model.texts import Line, Role
from telcon.model.values import value

LOOKS = {Role.SUBHEADING: "headline", Role.DATELINE: "byline", Role.COMMENT: "junk", Role.ADVERTISEMENT: "junk"}
"""The look of roles that have none of their own."""
SIGNS = {"participant": "", "date": "d", "duration": "t", "kind": "c", "reported_by": "s"}
"""How the words of a field are underlined; other fields stand in the list only."""


@value(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `sign` is the look of what was read from it, `title` what that is, both empty for none."""

    words: str
    sign: str = ""
    title: str = ""


@value(frozen=True, slots=True)
class ShownLine:
    """A line with its number, its role (`look` for the style) and its pieces."""

    number: int
    role: Role
    look: str
    pieces: tuple[Piece, ...]


def page_lines(held: HeldPage) -> Iterator[ShownLine]:
    """All lines of a page, blank ones too."""
    marks = sorted(_marks(held), key=lambda mark: (mark[0].start, mark[0].stop))
    for line in held.page.lines:
        inside = [mark for mark in marks if line.span.meets(mark[0])]
        look = "empty" if line.role is Role.BLANK else LOOKS.get(line.role, line.role.value)
        yield ShownLine(line.number, line.role, look, tuple(_pieces(held.page.text, line, inside)))


def _marks(held: HeldPage) -> Iterator[tuple[Span, str, str]]:
    for report in held.reports:
        for claim in report.claims:
            for evidence in claim.evidence[:1]:
                if claim.field in SIGNS:
                    yield evidence.span, f"m {SIGNS[claim.field]}".strip(), _title(claim.field, claim.value)
    for statement in held.statements:
        yield statement.evidence.span, "q", name_speakers(statement.speaker, statement.said_by)
    for leftover in held.leftovers:
        yield leftover.evidence.span, "no-m", tell_reason(leftover.reason)


def _title(field: str, told: str) -> str:
    names = {"participant": say("who"), "reported_by": say("told by"), "topic": say("topics")}
    shown = name_topic(told) if field == "topic" else told
    return f"{names.get(field) or name_field(field)}: {shown}"


def _pieces(text: str, line: Line, marks: list[tuple[Span, str, str]]) -> Iterator[Piece]:
    """The line cut at every mark's ends; of several marks on a stretch the shortest one shows."""
    edges = {line.span.start, line.span.stop}
    for span, _, _ in marks:
        edges |= {max(span.start, line.span.start), min(span.stop, line.span.stop)}
    ordered = sorted(edges)
    for start, stop in pairwise(ordered):
        over = [mark for mark in marks if mark[0].start <= start and stop <= mark[0].stop]
        _, sign, title = min(over, key=lambda mark: len(mark[0]), default=(None, "", ""))
        yield Piece(text[start:stop], sign, title)
