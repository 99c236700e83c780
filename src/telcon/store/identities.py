"""What makes two pages the same page, and what names a page wherever it is read."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from telcon.model.pages import Page

SENT = "sent:"
"""What the source of a page begins with that somebody sent."""
_LENGTH = 16
_ROW = re.compile(r":\d+$")
_UNNAMED = re.compile(r"stdin(:\d+)?$")


def page_key(page: Page) -> str:
    """What the page is known by: its address, or its name and the file it stands in, whichever row of it.

    Standard input, and what somebody sent to the record on screen, are no places where a page could be found again:
    what has no name of its own there is known by its content.
    """
    if page.url:
        return page.url
    place = _ROW.sub("", page.source)
    if place.startswith(SENT):
        named = place != page.source and not _ROW.search(page.name)
        return f"{page.name}\n{place if named else page.digest}"
    if "://" in place:
        return f"{page.name}\n{place}"
    if place != "-":
        return f"{page.name}\n{Path(place).resolve()}"
    return f"{page.name}\n{page.digest if _UNNAMED.match(page.name) else place}"


def member_page(digest: str, label: str, published: str | None) -> str:
    """What a page's reports are named by: its content, what it is called, and its time.

    Nothing of the place where a file lies goes in, so that the same pages make the same record anywhere.
    """
    return sha256(f"{digest}\n{label}\n{published or ''}".encode()).hexdigest()[:_LENGTH]
