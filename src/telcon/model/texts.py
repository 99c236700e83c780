"""The visible text of a page, line by line, and what each line is."""

from __future__ import annotations

from enum import StrEnum

from telcon.model.spans import Span
from telcon.model.values import value
from telcon.model.views import View


class Role(StrEnum):
    """What a line of a page is. Headline, lead, subheading and body are the article."""

    HEADLINE = "headline"
    LEAD = "lead"
    SUBHEADING = "subheading"
    BODY = "body"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    MENU = "menu"
    COMMENT = "comment"
    ADVERTISEMENT = "advertisement"
    JUNK = "junk"
    BLANK = "blank"


ARTICLE = frozenset({Role.HEADLINE, Role.LEAD, Role.SUBHEADING, Role.BODY})


@value(frozen=True, slots=True)
class Line:
    """One line: `number` counts from 1, `span` leaves the line break out, `reason` names the rule of the role."""

    number: int
    span: Span
    role: Role
    reason: str = ""


@value(frozen=True, slots=True)
class Noted:
    """A value that the page shows about itself (time, outlet, byline, credit), where it stands, what rule read it.

    The span is empty where the page only declares it in its markup.
    """

    value: str
    span: Span
    rule: str = ""


@value(frozen=True, slots=True)
class Text:
    """The text of a page as found, its repaired view, and its lines with their roles.

    `title.value` is the headline, repaired where the page garbles it. `published.value` is ISO 8601, to the minute or
    second where shown. Each is None where the page does not show it.
    """

    raw: str
    view: View
    language: str
    lines: tuple[Line, ...]
    title: Noted | None = None
    published: Noted | None = None
    outlet: Noted | None = None
    byline: Noted | None = None
    credits: tuple[Noted, ...] = ()

    @property
    def body_lines(self) -> tuple[int, ...]:
        """Numbers of the lines that are the article."""
        return tuple(line.number for line in self.lines if line.role in ARTICLE)
