"""What other libraries make of a page, asked where the page itself says too little: voters, never the text."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from telcon.model.markups import Place, Zone
from telcon.pages.html.drawing import Drawn

LARGEST, MOST_LINES = 300_000, 3_000
"""Letters of markup, and lines, beyond which no vote is taken: it would take seconds."""

for _voter in ("trafilatura", "htmldate"):
    # What they complain of is no news to whoever reads pages: the page is read all the same.
    logging.getLogger(_voter).setLevel(logging.CRITICAL)

_BODY = re.compile(r"<body[\s>]", re.I)
_STYLE = re.compile(r"<style[\s>].*?(?:</style\s*>|\Z)", re.I | re.S)
_ASKED = frozenset({Zone.MAIN, Zone.OPEN})


def vote_on_lines(text: str, lines: Sequence[Drawn], weights: Sequence[float]) -> frozenset[int] | None:
    """The numbers of the paragraphs that trafilatura takes for the article's; None where it takes none."""
    if len(text) > LARGEST or len(lines) > MOST_LINES or not any(weights):
        return None
    from trafilatura import extract  # noqa: PLC0415 - loads much, and few pages ask it

    try:
        told = extract(text, include_comments=False, fast=True) or ""
    except Exception:  # what it stumbles over is no reason not to read the page
        return None
    plain = _plain(told)
    votes = frozenset(
        number for number, line in enumerate(lines) if weights[number] and plain and _plain(line.text) in plain
    )
    return votes or None


def amend_places(places: Sequence[Place], weights: Sequence[float], votes: frozenset[int]) -> tuple[Place, ...]:
    """Places, where the paragraphs that were voted for are the article's and other paragraphs are not."""
    return tuple(
        _amend(place, number in votes) if weights[number] and place.zone in _ASKED else place
        for number, place in enumerate(places)
    )


def _amend(place: Place, chosen: bool) -> Place:
    return replace(place, zone=Zone.MAIN if chosen else Zone.OPEN, in_main=chosen)


def vote_on_day(text: str, url: str | None) -> str | None:
    """The day on which htmldate holds a page to have come out, by its head and its address; None where it has none."""
    if len(text) > LARGEST:
        return None
    from htmldate import find_date  # noqa: PLC0415 - loads much, and few pages ask it

    # Its last resorts take many milliseconds in a whole page or its styles, and what lines say is read from the lines.
    head = _STYLE.sub("", _BODY.split(text, maxsplit=1)[0])
    try:
        return find_date(head, original_date=True, extensive_search=False, url=url, outputformat="%Y-%m-%d") or None
    except Exception:  # what it stumbles over is no reason not to read the page
        return None


def _plain(text: str) -> str:
    return " ".join(text.split())
