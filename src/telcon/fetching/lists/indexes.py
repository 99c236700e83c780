"""Index pages: the links that a page of a site has to other pages of it."""

from __future__ import annotations

import re

import httpx

from telcon.fetching.addresses import is_same_site
from telcon.fetching.answers import Answer
from telcon.fetching.documents import HTML, UNTOLD, no_page
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.lists.listing import Listing
from telcon.pages.decoding import UndecodableError
from telcon.pages.html import parse_html
from telcon.pages.html.charsets import decode_html

ARTICLE = re.compile(r"\d{4,}|(?:[^/-]+-){3,}[^/]+|/\d{1,2}/\d{1,2}/")
"""What the path of an article has and that of a section has not: a long number, a title of several words, a day."""

MOST_LINKS = 5_000
"""Links of an index page that are looked at; front pages of papers have some hundreds."""


def read_index(answer: Answer) -> Listing:
    """Read the links of an index page to pages of the same site that look like articles."""
    if answer.media_type not in HTML | UNTOLD:
        raise no_page(answer)
    try:
        tree = parse_html(decode_html(answer.body, answer.charset).text)
    except UndecodableError as error:
        raise FetchError(Cause.UNFIT, str(error)) from error
    base = tree.css_first("base[href]")
    own = answer.url
    listing = Listing(_join(own, (base.attributes.get("href") or "") if base else ""))
    links = tree.css("a[href]")
    if len(links) > MOST_LINKS:
        listing.notes.append(f"only its first {MOST_LINKS:,} addresses are read")
    for link in links[:MOST_LINKS]:
        address = (link.attributes.get("href") or "").strip()
        url = _join(listing.base, address) if address and not address.startswith(("#", "javascript:")) else own
        if url.copy_with(fragment=None) != own and is_same_site(url, own):
            listing.add_page(address)
    return listing


def looks_like_article(address: str) -> bool:
    """Whether an address has what those of articles have, and those of sections have not."""
    return ARTICLE.search(httpx.URL(address).path) is not None


def _join(base: httpx.URL, address: str) -> httpx.URL:
    try:
        return base.join(address)
    except (httpx.InvalidURL, ValueError):
        return base
