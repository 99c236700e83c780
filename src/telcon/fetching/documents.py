"""From what a server answered to a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from urllib.parse import unquote

import httpx

from telcon.fetching.addresses import is_same_site, parse_address, without_trail
from telcon.fetching.answers import Answer
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.fetchers import Fetcher
from telcon.model.pages import Page, Unreadable
from telcon.pages import Limit, read_html, read_pdf
from telcon.pages.decoding import UndecodableError, decode
from telcon.pages.kinds import Kind, find_kind

ACCEPTED = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1"
HTML = frozenset({"text/html", "application/xhtml+xml"})
TOLD = {"text/plain": Kind.TEXT, "application/pdf": Kind.PDF} | dict.fromkeys(HTML, Kind.HTML)
UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml"})
"""Media types that say nothing of what is read here: such answers are taken for what they look like."""
FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})

_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|<\?[^>]*\?>|\s)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.S
)
_NUMBER = re.compile(r"[\W\d_]*")
_START = 4096
LONGEST_NAME = 120


def fetch_page(fetcher: Fetcher, address: str, *, limit: Limit, tell: Callable[[str, str], None]) -> Page | Unreadable:
    """The page at an address, or why there is none; `tell` hears what was lost on the way."""
    try:
        return read_answer(fetcher.get(address, accept=ACCEPTED, size=limit.bytes), limit=limit, tell=tell)
    except FetchError as error:
        return Unreadable(address, address, error.reason)


def read_answer(answer: Answer, *, limit: Limit | None = None, tell: Callable[[str, str], None] | None = None) -> Page:
    """Read the page that an address gave; `tell` hears what was lost on the way.

    `Page.url` is where it came from in the end, or the canonical address where that is the same page's. Raises
    `FetchError` for what is no page.
    """
    kind, url, body = _kind_of(answer), without_trail(answer.url), answer.body
    name, source = name_of(url), str(url)
    try:
        if kind is Kind.HTML:
            page = read_html(body, name=name, source=source, url=source, charset=answer.charset, limit=limit, tell=tell)
            return replace(page, url=_address(url, page))
        if kind is Kind.PDF:
            return read_pdf(body, name=name, source=source, url=source, limit=limit, tell=tell)
        decoded = decode(body)
    except UndecodableError as error:
        raise FetchError(Cause.UNFIT, str(error)) from error
    if decoded.note and tell:
        tell(source, decoded.note)
    return Page(sha256(body).hexdigest(), name, decoded.text, source, url=source)


def name_of(url: httpx.URL) -> str:
    """What a page is called: the last part of its path, or host and path where that is a mere number."""
    path = "".join(letter for letter in unquote(url.path) if letter.isprintable()).strip("/")
    last = path.rpartition("/")[2].partition(".")[0]
    return (f"{url.host}/{path}".strip("/") if _NUMBER.fullmatch(last) or len(last) < 6 else last)[:LONGEST_NAME]


def no_page(answer: Answer) -> FetchError:
    """What to say of a media type that is read nowhere."""
    return FetchError(Cause.UNFIT, f"`{answer.media_type[:60]}` is no page (HTML, PDF and text are read)")


def _kind_of(answer: Answer) -> Kind:
    if not answer.body:
        raise FetchError(Cause.UNFIT, "empty")
    if answer.media_type in FEEDS or _FEED.match(answer.body[:_START]):
        raise FetchError(Cause.UNFIT, "a feed or sitemap, no page (watch it: telcon watch)")
    told = TOLD.get(answer.media_type)
    if told is None and answer.media_type not in UNTOLD:
        raise no_page(answer)
    looks = find_kind("", answer.body[:_START])
    if looks is Kind.PDF or told in (None, Kind.PDF):
        return Kind.TEXT if looks is Kind.DUMP else looks
    return told


def _address(url: httpx.URL, page: Page) -> str:
    """The canonical address that a page declares, where it can only be the page's own; else where it came from.

    A page that could declare any address would take the place of any other page in the record.
    """
    declared = page.markup.declared.address if page.markup else None
    try:
        canonical = without_trail(parse_address(declared or "", base=url))
    except FetchError:
        return str(url)
    alike = is_same_site(canonical, url) and url.query in (b"", canonical.query)
    return str(canonical) if alike and _last(canonical) == _last(url) != "" else str(url)


def _last(url: httpx.URL) -> str:
    return url.path.rstrip("/").rpartition("/")[2].lower()
