"""A line beside the article that shows the day on which it was written, no year: *Tokyo, Oct. 29 (Jiji Press).*"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from telcon.languages import load_pack
from telcon.mentions.dates import Calendar, DateMention, find_dates
from telcon.model.spans import Span
from telcon.model.texts import ARTICLE, Line, Role, Text

LONGEST, ABOVE, HEAD = 60, 2, 30
"""Letters of such a line; lines above the headline among which it stands; letters before its day."""
HOUR = re.compile(r"\d:[0-5]\d")
ASIDE = frozenset({Role.CAPTION, Role.TEASER, Role.COMMENT, Role.ADVERTISEMENT, Role.JUNK})


def find_dated_line(text: Text) -> DateMention | None:
    """The day in a line between the headline and the first paragraph, or with an hour right above the headline.

    None where the page shows its own day with a year, or only a day without an hour above (that of the visit).
    """
    if text.published:
        return None
    lines = [line for line in text.lines if line.role is not Role.BLANK]
    head = next((i for i, line in enumerate(lines) if line.role is Role.HEADLINE), None)
    if head is None:
        return None
    below = takewhile(lambda line: line.role not in ARTICLE, lines[head + 1 :])
    told = (_read_day(text, line, timed=False) for line in below)
    above = (_read_day(text, line, timed=True) for line in reversed(lines[max(head - ABOVE, 0) : head]))
    return next((day for day in (*told, *above) if day), None)


def _read_day(text: Text, line: Line, *, timed: bool) -> DateMention | None:
    span = text.view.from_raw(line.span)
    if line.role in ASIDE or len(span) > LONGEST:
        return None
    for mention in find_dates(text.view.folded[span.start : span.stop], load_pack(text.language)):
        when = mention.expression
        day = isinstance(when, Calendar) and when.day and when.month and not when.until
        if day and mention.span.start <= HEAD and (not timed or HOUR.search(text.view.clean, span.start, span.stop)):
            return replace(mention, span=Span(span.start + mention.span.start, span.start + mention.span.stop))
    return None
