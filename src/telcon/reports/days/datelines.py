"""Where and when an article was written, and for whom, before its first words: *WASHINGTON, Feb. 12 (Reuters) -*."""

from __future__ import annotations

import re

from telcon.model.spans import Span

LONGEST, PLACE, DAY = 70, 4, 5
"""Letters that it may take; words of a place, and of a day."""

_CLOSE = re.compile(r"\s-\s|(?<=[\w)\]])\s?(?:--|[–—])\s?(?=[^\W\d_]|[“\"])|(?<=[)\]]):\s?|(?<=\w):\s")
_CREDIT = re.compile(r"【[^】]{2,40}】\s*")
_BRACKET = re.compile(r"[(\[/][^()\[\]/]{2,30}[)\]/]")


def end_dateline(clean: str, span: Span) -> int:
    """Where the words of a sentence begin behind its dateline; its start where it has none."""
    if credit := _CREDIT.match(clean, span.start, span.stop):
        return credit.end()
    close = _CLOSE.search(clean, span.start, min(span.start + LONGEST, span.stop))
    if close is None:
        return span.start
    head = clean[span.start : close.start()]
    place, *days = (part.split() for part in _BRACKET.sub(" ", head).split(","))
    signed = _BRACKET.search(head) is not None
    shouted = len("".join(place)) > PLACE and all(word.isupper() for word in place)
    named = shouted or (signed and all(word[:1].isupper() for word in place))
    dated = all(len(part) <= DAY and all(word[0].isupper() or word[0].isdigit() for word in part) for part in days)
    return close.end() if named and dated and len(place) <= PLACE else span.start
