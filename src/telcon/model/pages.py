"""A page as it was found."""

from __future__ import annotations

from telcon.model.markups import Markup
from telcon.model.values import value


@value(frozen=True, slots=True)
class Page:
    """The visible text of one page and what its source says of it.

    `text` is exactly what was found, never repaired: all spans point into it. `digest` is the SHA-256 of the bytes
    (hex).
    `name` is how people call the page: a file's stem or a row's id. `source` is where it was read (path, `path:row`).
    `published` (ISO 8601) and `language` are what the source declares, not what the page shows. `markup` is kept of a
    page that had one (HTML, PDF): its text is what a reader sees of it, line by line.
    """

    digest: str
    name: str
    text: str
    source: str
    url: str | None = None
    published: str | None = None
    language: str | None = None
    markup: Markup | None = None


@value(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read, with the reason in words for people."""

    name: str
    source: str
    reason: str


@value(frozen=True, slots=True)
class Waymark:
    """How far a source of many pages has been gone through: what stands before was handed on, or passed over.

    `source` is its address; `edition` tells this content from another one at the same address. `position` and `records`
    say where to go on: bytes of the file (of its content, where that is compressed) or rows, and what was counted so
    far. `read` and `size` are bytes of the file, `size` None where nobody knows. `passed` has the pages passed over
    since the source's beginning, by reason. `ended`: nothing is left.
    """

    source: str
    edition: str
    position: int
    records: int
    read: int
    size: int | None
    passed: tuple[tuple[str, int], ...] = ()
    ended: bool = False
