"""Media that the roster lacks, named by their addresses: *передаёт NUR.KZ*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from telcon.model.mentions import Naming, Sort
from telcon.model.spans import Span

RULE = "an address"
ADDRESS = re.compile(
    r"(?<![\w.@/-])\w[\w-]{1,20}\.(?:am|az|by|ge|info|kg|kz|md|media|news|ru|tj|tv|ua|uz)(?![\w@/-]|\.\w)",
    re.IGNORECASE,
)
"""A name with the ending of a state whose papers call themselves so; nothing of a longer address."""


def add_sites(clean: str, article: Sequence[Span], found: list[Naming]) -> list[Naming]:
    """The namings of a page with the media that are named by an address, in order."""
    sites = [Span(*match.span()) for span in article for match in ADDRESS.finditer(clean, span.start, span.stop)]
    starts = [naming.start for naming in found]
    free = [span for span in sites if not _overlaps(span, found, bisect_left(starts, span.start))]
    added = [Naming(span, Sort.MEDIUM, name=clean[span.start : span.stop], rule=RULE) for span in free]
    return sorted((*found, *added), key=lambda naming: naming.start) if added else found


def _overlaps(span: Span, found: Sequence[Naming], place: int) -> bool:
    near = found[max(place - 1, 0) : place + 1]
    return any(naming.start < span.stop and span.start < naming.stop for naming in near)
