"""Addresses of words on live pages: text fragments (https://wicg.github.io/scroll-to-text-fragment/)."""

from __future__ import annotations

from urllib.parse import quote

from telcon.exports.annotations import is_public
from telcon.model.spans import Span

LONG, EDGE = 80, 30
"""Letters from which on words are told by how they begin and end, and how many of them tell that."""
_BESIDE = 24  # letters beside words that stand on the page more than once


def words_address(address: str | None, text: str, span: Span) -> str | None:
    """Where a browser shows the words of a live page; None for a page whose address is no web address."""
    if not address or not is_public(address):
        return None
    words = text[span.start : span.stop].strip()
    line = words.split("\n")[0]
    begins, ends = _begin(line), _end(words.rsplit("\n", maxsplit=1)[-1])
    parts = [begins] if words == begins else [begins, ends]
    if len(words) <= LONG and text.count(words) > 1:
        before, after = _beside(text, span)
        parts = [
            *([f"{_code(before)}-"] if before else []),
            *map(_code, parts),
            *([f"-{_code(after)}"] if after else []),
        ]
    else:
        parts = list(map(_code, parts))
    return f"{address.partition('#')[0]}#:~:text={','.join(parts)}"


def _begin(line: str) -> str:
    if len(line) <= LONG:
        return line
    return line[:EDGE].rpartition(" ")[0] or line[:EDGE]


def _end(line: str) -> str:
    if len(line) <= LONG:
        return line
    return line[-EDGE:].partition(" ")[2] or line[-EDGE:]


def _beside(text: str, span: Span) -> tuple[str, str]:
    """Whole words of the same line on either side."""
    before = text[max(span.start - _BESIDE, 0) : span.start].rpartition("\n")[2]
    after = text[span.stop : span.stop + _BESIDE].partition("\n")[0]
    if len(before) == _BESIDE:
        before = before.partition(" ")[2] or before
    if len(after) == _BESIDE:
        after = after.rpartition(" ")[0] or after
    return before.strip(), after.strip()


def _code(words: str) -> str:
    # A hyphen and a comma have a meaning of their own there.
    return quote(words, safe="").replace("-", "%2D")
