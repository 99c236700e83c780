"""Telcon rebuilds the public record of leaders' contacts from pages of news.

>>> import telcon
>>> page = '''Tổng thống Nga điện đàm với Chủ tịch Trung Quốc
...
... Ngày 21/1/2025, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình trong hơn một giờ.
... '''
>>> reading = telcon.read(page, published="2025-01-22", lang="vi")
>>> [person.name for person in reading.contacts[0].participants]
['Vladimir Putin', 'Xi Jinping']
>>> reading.contacts[0].date
'2025-01-21'
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from importlib import import_module

from telcon.model.contacts import (
    Claim,
    Evidence,
    Kind,
    Leftover,
    Office,
    Participant,
    Report,
    Source,
    Statement,
    Status,
)
from telcon.model.durations import Bound, Duration
from telcon.model.pages import Page, Unreadable
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Line, Role, Text

__version__ = "0.1.0"

__all__ = [
    "Bound",
    "Claim",
    "Duration",
    "Evidence",
    "Kind",
    "Leftover",
    "Line",
    "Office",
    "Page",
    "Participant",
    "Reading",
    "Report",
    "Role",
    "Source",
    "Span",
    "Statement",
    "Status",
    "Text",
    "Unreadable",
    "__version__",
    "read",
]


def read(text: str, url: str | None = None, published: str | None = None, lang: str | None = None) -> Reading:
    """Read what one page's text tells of contacts between leaders.

    `text` is the page as a crawler found it, furniture and all; `published` (ISO 8601) and `lang` (ISO 639-1) are what
    its source declares, both read from the page where they are left out. All spans of the reading count code points of
    `text`. Never raises for what a page holds: `Reading.skipped` says why one was passed over.
    """
    # By name and late: rooms that the engine stands on import this package for its version.
    read_page: Callable[[Page], Reading] = import_module("telcon.engine.reading").read_page
    digest = sha256(text.encode(errors="surrogatepass")).hexdigest()
    return read_page(Page(digest, digest[:12], text, "", url=url, published=published, language=lang))
