"""Files that hold one page each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from telcon.model.pages import Page, Unreadable
from telcon.pages.decoding import UndecodableError, decode
from telcon.pages.html import read_html
from telcon.pages.kinds import Kind
from telcon.pages.pdfs import read_pdf
from telcon.pages.places import Place
from telcon.pages.streams import Stream
from telcon.pages.ways import Told, Ways


def read_whole(kind: Kind, stream: Stream, place: Place, ways: Ways) -> Iterator[Page | Unreadable]:
    """Yield the page that a file is, or why it is none; nothing for one that breaks before it begins."""
    source, name = place.shown, place.stem
    data = stream.read(ways.limit.bytes + 1)
    if len(data) > ways.limit.bytes:
        yield Unreadable(name, source, ways.limit.passed())
    elif not data:
        if not stream.broken:
            yield Unreadable(name, source, "empty")
    else:
        try:
            yield READERS[kind](data, source, name, ways.tell)
        except UndecodableError as error:
            yield Unreadable(name, source, str(error))


def _read_html(data: bytes, source: str, name: str, tell: Told) -> Page:
    return read_html(data, name=name, source=source, tell=tell)


def _read_pdf(data: bytes, source: str, name: str, tell: Told) -> Page:
    return read_pdf(data, name=name, source=source, tell=tell)


def _read_text(data: bytes, source: str, name: str, tell: Told) -> Page:
    decoded = decode(data)
    if decoded.note:
        tell(source, decoded.note)
    return Page(hashlib.sha256(data).hexdigest(), name, decoded.text, source)


READERS = {Kind.TEXT: _read_text, Kind.HTML: _read_html, Kind.PDF: _read_pdf}
"""How the files are read that hold one page."""
