"""Addresses of words on live pages: text fragments (https://wicg.github.io/scroll-to-text-fragment/)."""

from __future__ import annotations

import re
from urllib.parse import quote

from telcon.exports.annotations import is_public
from telcon.letters.han import HAN
from telcon.model.spans import Span

LONG, EDGE = 80, 30
"""Letters from which on words are told by how they begin and end, and how many of them tell that."""
_BESIDE = 24  # letters beside words that stand on the page more than once
_BORDER = re.compile(r"\n| \| ")
"""Where a block of the live page ends: none of what is looked for may reach over it. Cells of a row stand so apart."""

_CLAUSE = re.compile(r"[，。；：、！？“”‘’（）《》〈〉【】\s,.;:!?()]")


def words_address(address: str | None, text: str, span: Span) -> str | None:
    """Where a browser shows the words of a live page; None for a page whose address is no web address.

    Browsers look for whole words, each part within one block. Words that reach over blocks, or are long, are told by
    how they begin and end; with what stands before them where the page has their beginning earlier too.
    """
    if not address or not is_public(address):
        return None
    span = _widen(text, span)
    words = text[span.start : span.stop].strip()
    blocks = _BORDER.split(words)
    begins, ends = _begin(blocks[0].strip()), _end(blocks[-1].strip())
    parts = list(map(_code, [begins] if words == begins else [begins, ends]))
    before, after = _beside(text, span)
    if len(words) <= LONG and text.count(words) > 1:
        parts = [*([f"{_code(before)}-"] if before else []), *parts, *([f"-{_code(after)}"] if after else [])]
    elif len(parts) > 1 and before and text.find(begins) < span.start:
        parts = [f"{_code(before)}-", *parts]
    return f"{address.partition('#')[0]}#:~:text={','.join(parts)}"


def _widen(text: str, span: Span) -> Span:
    """Where words do not stand apart, the clause: which characters make up a word there, browsers tell in their way."""
    start, stop = span.start, span.stop
    if start and HAN.match(text, start) and HAN.match(text, start - 1):
        start = max((found.end() for found in _CLAUSE.finditer(text, max(start - LONG, 0), start)), default=start)
    if stop < len(text) and HAN.match(text, stop - 1) and HAN.match(text, stop):
        found = _CLAUSE.search(text, stop, stop + LONG)
        stop = found.start() if found else stop
    return Span(start, stop)


def _begin(line: str) -> str:
    if len(line) <= LONG:
        return line
    if HAN.search(line[:EDGE]):
        found = _CLAUSE.search(line, EDGE, EDGE + LONG)
        return line[: found.start()] if found else line[:EDGE]
    return line[:EDGE].rpartition(" ")[0] or line[:EDGE]


def _end(line: str) -> str:
    if len(line) <= LONG:
        return line
    if HAN.search(line[-EDGE:]):
        ends = [found.end() for found in _CLAUSE.finditer(line, len(line) - EDGE - LONG, len(line) - EDGE)]
        return line[ends[-1] :] if ends else line[-EDGE:]
    return line[-EDGE:].partition(" ")[2] or line[-EDGE:]


def _beside(text: str, span: Span) -> tuple[str, str]:
    """Whole words of the same block on either side."""
    before = _BORDER.split(text[max(span.start - _BESIDE, 0) : span.start])[-1]
    after = _BORDER.split(text[span.stop : span.stop + _BESIDE])[0]
    if len(before) == _BESIDE:
        found = _CLAUSE.search(before)
        before = before[found.end() :] if found else "" if HAN.search(before) else before
    if len(after) == _BESIDE:
        ends = [found.start() for found in _CLAUSE.finditer(after)]
        after = after[: ends[-1]] if ends else "" if HAN.search(after) else after
    return before.strip(), after.strip()


def _code(words: str) -> str:
    # A hyphen and a comma have a meaning of their own there.
    return quote(words, safe="").replace("-", "%2D")
