"""Sitemaps, of news too, and indexes of them, packed or not, read as a stream."""

from __future__ import annotations

from io import BytesIO

from lxml import etree

from telcon.fetching.answers import Answer
from telcon.fetching.bounds import Bounds
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.lists.listing import Listing, moment
from telcon.fetching.visits import unpack

LARGEST = 50 * 1024 * 1024
"""Bytes of a sitemap, unpacked, by sitemaps.org's protocol."""
ROOTS = ("urlset", "sitemapindex")


def read_sitemap(answer: Answer) -> Listing:
    """Read what a sitemap, or an index of them, lists; the protocol's plain lists of addresses too.

    What stands before a break is taken. Raises `FetchError` for what is no sitemap.
    """
    body = unpack(answer.body, Bounds(bytes=LARGEST))
    listing = Listing(answer.url)
    if not body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return _read_plain(body, listing)
    found = False
    try:
        # Entities stand for nothing that a sitemap needs, and for everything that an attack does.
        entries = etree.iterparse(
            BytesIO(body), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        for event, element in entries:
            name = etree.QName(element).localname
            found = found or _check_root(name)
            if event == "end" and name in ("url", "sitemap"):
                _take(element, name, listing)
                _forget(element)
            if listing.is_full():
                break
    except etree.XMLSyntaxError as error:
        if not found:
            raise FetchError(Cause.UNFIT, f"it is no sitemap: {_line(error)}") from error
        read = len(listing.pages) + len(listing.lists)
        listing.notes.append(f"the sitemap is not well-formed; {read} addresses before the break were read")
    return listing


def _check_root(name: str) -> bool:
    if name not in ROOTS:
        raise FetchError(Cause.UNFIT, f"it is no sitemap but <{name[:40]}> (give a sitemap, or make it a `feed`)")
    return True


def _take(element: etree._Element, name: str, listing: Listing) -> None:
    told: dict[str, str] = {}
    for part in element.iter(etree.Element):
        # The first of a name: a picture of the page has an address too, further down.
        told.setdefault(etree.QName(part).localname, (part.text or "").strip())
    address = told.get("loc", "")
    if not address:
        listing.odd += 1
    elif name == "sitemap":
        listing.add_list(address, stamp=moment(told.get("lastmod")) or "")
    else:
        published = moment(told.get("publication_date"))
        listing.add_page(address, stamp=moment(told.get("lastmod")) or published or "", published=published)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    if parent is not None:
        del parent[:-1]


def _read_plain(body: bytes, listing: Listing) -> Listing:
    lines = body.decode("utf-8-sig", "replace").split()
    if not lines or not all(line.startswith(("http://", "https://")) for line in lines[:20]):
        raise FetchError(Cause.UNFIT, "it is no sitemap")
    for line in lines:
        listing.add_page(line)
    return listing


def _line(error: etree.XMLSyntaxError) -> str:
    return (error.msg or "not well-formed").lower()[:200]
