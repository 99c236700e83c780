"""Sitemaps, of news too, and indexes of them, packed or not, read as a stream."""

from __future__ import annotations

from dataclasses import dataclass
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
MOST_ELEMENTS, MOST_WITHIN = 2_000_000, 5_000
"""Elements of a sitemap, and of one entry of it: 50,000 entries of ten pictures each have as many."""


def read_sitemap(answer: Answer) -> Listing:
    """Read what a sitemap, or an index of them, lists; the protocol's plain lists of addresses too.

    What stands before a break is taken. Raises `FetchError` for what is no sitemap.
    """
    body = unpack(answer.body, Bounds(bytes=LARGEST))
    listing = Listing(answer.url)
    if not body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return _read_plain(body, listing)
    walk = _Walk(listing)
    try:
        # Entities stand for nothing that a sitemap needs, and for everything that an attack does.
        entries = etree.iterparse(
            BytesIO(body), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        for event, element in entries:
            walk.step(event, element)
            if listing.is_full():
                break
    except etree.XMLSyntaxError as error:
        if not walk.begun:
            raise FetchError(Cause.UNFIT, f"it is no sitemap: {_line(error)}") from error
        read = len(listing.pages) + len(listing.lists)
        listing.notes.append(f"the sitemap is not well-formed; {read} addresses before the break were read")
    return listing


@dataclass(slots=True)
class _Walk:
    """The way through a sitemap: each entry is taken at its end, and forgotten, so that memory does not grow."""

    listing: Listing
    depth: int = 0
    elements: int = 0
    within: int = 0

    @property
    def begun(self) -> bool:
        return self.elements > 0

    def step(self, event: str, element: etree._Element) -> None:
        """Take note of where an element begins, or ends."""
        if event == "start":
            self._enter(element)
            return
        self.depth -= 1
        if self.depth == 1:
            self.within = 0
            name = etree.QName(element).localname
            if name in ("url", "sitemap"):
                _take(element, name, self.listing)
            _forget(element)

    def _enter(self, element: etree._Element) -> None:
        if not self.depth:
            _check_root(etree.QName(element).localname)
        self.depth, self.elements, self.within = self.depth + 1, self.elements + 1, self.within + 1
        if self.elements > MOST_ELEMENTS or self.within > MOST_WITHIN:
            raise FetchError(Cause.UNFIT, "it is no sitemap: it has far too many elements")


def _check_root(name: str) -> None:
    if name not in ROOTS:
        raise FetchError(Cause.UNFIT, f"it is no sitemap but <{name[:40]}> (give a sitemap, or make it a `feed`)")


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
