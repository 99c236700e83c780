"""Pages in PDF: the text that stands in them, line by line; nothing is read from pictures."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from telcon.model.markups import Block, Declared, Markup, Place, Zone
from telcon.model.pages import Page
from telcon.pages.decoding import UndecodableError
from telcon.pages.limits import Limit

if TYPE_CHECKING:
    from pypdf import PdfReader

MAGIC = b"%PDF-"
MOST_PAGES = 300
"""Pages beyond which a file is a book, and no release about a contact."""

EDGE = 2
"""Lines at the top and the foot of a page among which what every page repeats is looked for."""

_NUMBER = re.compile(r"\d+")
_BREAK = re.compile(r"[\r\n\v\f\u0085\u2028\u2029]+")
_CREATED = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


def looks_like_pdf(start: bytes) -> bool:
    """Whether a file that begins so is a PDF; the mark may stand a little behind its start."""
    return MAGIC in start[:1024]


def read_pdf(
    data: bytes,
    *,
    name: str,
    source: str,
    url: str | None = None,
    limit: Limit | None = None,
    tell: Callable[[str, str], None] | None = None,
) -> Page:
    """Read the text of a PDF file; what every page of it repeats at its edges is marked as such.

    `Page.digest` is the SHA-256 of `data`; `Page.published` the day on which the file says it was made. `tell` hears of
    pages without text. Raises `UndecodableError`, which says why for people, for a file that is broken, opens only with
    a password, holds no text (scans), or is too large.
    """
    if limit and len(data) > limit.bytes:
        raise UndecodableError(limit.passed())
    try:
        reader = _open(data)
        sheets = [_lines(sheet.extract_text()) for sheet in reader.pages]
        made, title = _created(reader), _title(reader)
    except UndecodableError:
        raise
    except Exception as error:  # whatever a broken file makes the parser stumble over
        raise UndecodableError(f"a broken PDF file ({type(error).__name__}; open it and save it anew)") from error
    blank = sum(not sheet for sheet in sheets)
    if blank == len(sheets):
        raise UndecodableError("a PDF file without text: its pages are pictures (give the text of the page)")
    if blank and tell:
        tell(source, f"{blank} of its {len(sheets)} pages hold no text")
    lines, places = _place(sheets)
    declared = Declared(headline=title, published=made, rules=("published: PDF CreationDate",) if made else ())
    digest = sha256(data).hexdigest()
    markup = Markup(declared, tuple(places))
    return Page(digest, name, "\n".join(lines), source, url=url, published=made, markup=markup)


def _open(data: bytes) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415 - loaded where there is a PDF
    from pypdf.errors import DependencyError  # noqa: PLC0415

    # What it complains of is told as the reason, or is no news to whoever reads the page.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(data), strict=False)
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise UndecodableError("an encrypted PDF file (save it without a password)")
    if (count := len(reader.pages)) > MOST_PAGES:
        raise UndecodableError(f"a PDF file of {count:,} pages (at most {MOST_PAGES} are read; give those that matter)")
    if not count:
        raise UndecodableError("a PDF file without pages")
    return reader


def _lines(text: str) -> list[str]:
    # A letter that stands for none, and halves of pairs, can be written nowhere.
    text = text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [line.strip() for line in _BREAK.split(text) if line.strip()]


def _place(sheets: list[list[str]]) -> tuple[list[str], list[Place]]:
    edges = Counter(line for sheet in sheets for line in {_plain(line) for line in (*sheet[:EDGE], *sheet[-EDGE:])})
    lines, places = [], []
    for sheet in sheets:
        for number, line in enumerate(sheet):
            at_edge = number < EDGE or number >= len(sheet) - EDGE
            repeated = at_edge and len(sheets) > 1 and edges[_plain(line)] * 2 > len(sheets)
            lines.append(line)
            places.append(Place(Block.BOX, Zone.FOOTER if repeated and edges[_plain(line)] > 1 else Zone.OPEN))
    return lines, places


def _plain(line: str) -> str:
    """A running head without the number of its page."""
    return _NUMBER.sub("#", line)


def _created(reader: PdfReader) -> str | None:
    told = reader.metadata.get("/CreationDate") if reader.metadata else None
    match = _CREATED.match(str(told or ""))
    if match is None or not 1990 <= int(match[1]) < 2100:
        return None
    return "-".join(match.groups())


def _title(reader: PdfReader) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return " ".join(title.split())[:500] or None if isinstance(title, str) else None
