"""What a file is: by its ending, else by what it begins with."""

from __future__ import annotations

import re
from enum import StrEnum

from telcon.pages.pdfs import looks_like_pdf


class Kind(StrEnum):
    """What Telcon can read."""

    TEXT = "text"
    DUMP = "dump"
    HTML = "HTML"
    PDF = "PDF"
    ARCHIVE = "WARC"
    COLUMNS = "Parquet"


ENDINGS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".jsonl": Kind.DUMP,
    ".ndjson": Kind.DUMP,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".warc": Kind.ARCHIVE,
    ".wet": Kind.ARCHIVE,
    ".parquet": Kind.COLUMNS,
}
_ROWS = (b'{"', b'{ "', b"{\n", b"{}")
_OPENING = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S
)
_PARTS = re.compile(rb"<(?:html|head|body|div|table|article|section|main|p|h1|script)(?:\s[^<>]*)?>", re.I)
_SEVERAL = 3


def find_kind(ending: str, start: bytes) -> Kind:
    """The kind of a file with this ending (lower case, with its dot) that begins so.

    A PDF is one whatever it is called; else a known ending counts, and without one the looks.
    """
    if looks_like_pdf(start) and ending != ".txt":
        return Kind.PDF
    known = ENDINGS.get(ending)
    if known is Kind.PDF and looks_like_html(start):
        return Kind.HTML
    return known or _look(start)


def looks_like_html(start: bytes) -> bool:
    """Whether a file begins as HTML does, in whatever encoding."""
    plain = start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    if _OPENING.match(plain):
        return True
    return plain.lstrip()[:1] == b"<" and len(_PARTS.findall(plain)) >= _SEVERAL


def _look(start: bytes) -> Kind:
    if start.startswith(b"WARC/"):
        return Kind.ARCHIVE
    if start.startswith(b"PAR1"):
        return Kind.COLUMNS
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_ROWS):
        return Kind.DUMP
    return Kind.HTML if looks_like_html(start) else Kind.TEXT
