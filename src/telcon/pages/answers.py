"""What somebody answered when a page was asked for: bytes of some type, with what was declared of them."""

from __future__ import annotations

import hashlib
import re
from typing import Self

from telcon.model.pages import Page, Unreadable
from telcon.model.values import value
from telcon.pages.decoding import UndecodableError, decode
from telcon.pages.html import read_html
from telcon.pages.pdfs import read_pdf
from telcon.pages.ways import STOPPED, Ways

HTML = ("text/html", "application/xhtml+xml")
TEXT = ("text/plain",)
PDF = ("application/pdf", "application/x-pdf")
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body)\b", re.I)


@value(frozen=True, slots=True)
class Answer:
    """The type that was declared (`text/html`), in small letters, the character set, and the page's address."""

    type: str
    charset: str | None
    url: str | None

    @classmethod
    def of(cls, declared: str | None, url: str | None) -> Self:
        """What a header `Content-Type: text/html; charset=utf-8` declares."""
        found = CHARSET.search(declared or "")
        return cls((declared or "").partition(";")[0].strip().lower(), found[1].lower() if found else None, url)


def read_answer(body: bytes, answer: Answer, ways: Ways, *, name: str, source: str) -> Page | Unreadable | str:
    """The page that an answer holds; why it cannot be read; or, in words alone, why it is passed over."""
    kind = answer.type or ("text/html" if _MARKUP.search(body[:2000]) else "text/plain")
    if kind not in HTML + TEXT + PDF:
        return f"no page: {''.join(letter for letter in kind[:60] if letter.isprintable())}"
    if len(body) > ways.limit.bytes:
        return Unreadable(name, source, ways.limit.passed())
    if not body or body.isspace():
        return "empty"
    # The words of a PDF are packed: they are looked at once they are out.
    if kind not in PDF and not ways.passes(body, answer.charset or ""):
        return STOPPED
    try:
        page = _read(kind, body, answer, ways, name=name, source=source)
    except UndecodableError as error:
        return Unreadable(name, source, str(error))
    return STOPPED if kind in PDF and not ways.passes(page.text.encode(), "utf-8") else page


def _read(kind: str, body: bytes, answer: Answer, ways: Ways, *, name: str, source: str) -> Page:
    if kind in HTML:
        charset, limit = answer.charset, ways.limit
        return read_html(body, name=name, source=source, url=answer.url, charset=charset, limit=limit, tell=ways.tell)
    if kind in PDF:
        return read_pdf(body, name=name, source=source, url=answer.url, limit=ways.limit, tell=ways.tell)
    decoded = decode(body)
    if decoded.note:
        ways.tell(source, decoded.note)
    return Page(hashlib.sha256(body).hexdigest(), name, decoded.text, source, url=answer.url)
