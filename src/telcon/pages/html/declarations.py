"""What a page declares of itself: JSON-LD, OpenGraph, other meta elements, microdata, `<time>` and `<html lang>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin, urlsplit

from telcon.model.markups import Declared
from telcon.pages.html.moments import read_moment

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ARTICLES = re.compile(r"Article$|Posting$|Report$|WebPage$|^Report")
_WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?\s*$")
_SPACES = re.compile(r"\s+")
LONGEST = 1_000
MOST_SCRIPTS = 40

HEADLINES = ("og:title", "twitter:title", "dc.title", "title")
OUTLETS = ("og:site_name", "publisher", "dc.publisher", "application-name", "copyright")
BYLINES = ("author", "article:author", "dc.creator", "sailthru.author", "byl", "parsely-author")
TIMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "ptime",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "mediator_published_time",
    "firstpublishedtime",
    "cxenseparse:recs:publishtime",
    "og:article:published_time",
    "release_date",
    "og:release_date",
)

_ADDRESSES = (
    ('link[rel~="canonical" i][href]', "href"),
    ('meta[property="og:url" i][content]', "content"),
)

Values = dict[str, tuple[str, str]]
"""Each value found, by what it is, with where it was declared."""


def find_declared(tree: LexborHTMLParser, url: str | None = None) -> Declared:
    """What a page declares, the surest declaration of each kind first."""
    values: Values = {}
    for source in (_from_json(tree), _from_meta(tree), _from_body(tree)):
        for kind, value, rule in source:
            if value and kind not in values:
                values[kind] = (value, rule)
    if address := _address(tree, url):
        values["address"] = (address, "link rel=canonical or og:url")
    found = {kind: value for kind, (value, _) in values.items()}
    return Declared(
        found.get("headline"),
        found.get("published"),
        found.get("outlet"),
        found.get("byline"),
        address,
        _language(tree),
        tuple(f"{kind}: {rule}" for kind, (_, rule) in values.items()),
    )


def _from_json(tree: LexborHTMLParser) -> Iterator[tuple[str, str | None, str]]:
    for entry in sorted(_entries(tree), key=lambda it: _type(it).endswith("Page")):
        yield "headline", _words(entry.get("headline")), "JSON-LD"
        yield "published", read_moment(_words(entry.get("datePublished"))), "JSON-LD"
        yield "outlet", _name(entry.get("publisher")), "JSON-LD"
        yield "byline", _names(entry.get("author")), "JSON-LD"


def _entries(tree: LexborHTMLParser) -> Iterator[Mapping[str, object]]:
    """The entries of JSON-LD that tell of an article."""
    for script in tree.css('script[type*="ld+json" i]')[:MOST_SCRIPTS]:
        try:
            found = json.loads(_WRAPPED.sub("", script.text() or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (entry for entry in _flatten(found) if _ARTICLES.search(_type(entry)))


def _flatten(found: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > 4:
        return
    if isinstance(found, list):
        for item in found[:100]:
            yield from _flatten(item, depth + 1)
    elif isinstance(found, dict):
        entry = cast("Mapping[str, object]", found)
        yield entry
        for inner in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flatten(entry.get(inner), depth + 1)


def _type(entry: Mapping[str, object]) -> str:
    found = entry.get("@type")
    named = found[0] if isinstance(found, list) and found else found
    return named.rpartition("/")[2] if isinstance(named, str) else ""


def _from_meta(tree: LexborHTMLParser) -> Iterator[tuple[str, str | None, str]]:
    declared: dict[str, str] = {}
    for meta in tree.css("meta[content]"):
        attributes = meta.attributes
        for key in ("property", "name", "itemprop"):
            if name := (attributes.get(key) or "").strip().lower():
                declared.setdefault(name, attributes.get("content") or "")
    for kind, names in (("headline", HEADLINES), ("outlet", OUTLETS), ("byline", BYLINES)):
        for name in names:
            yield kind, _name_only(kind, _words(declared.get(name))), f"meta {name}"
    for name in TIMES:
        yield "published", read_moment(_words(declared.get(name))), f"meta {name}"


def _from_body(tree: LexborHTMLParser) -> Iterator[tuple[str, str | None, str]]:
    for selector in ('[itemprop="datePublished" i]', "time[pubdate]", "article time[datetime]", "time[datetime]"):
        for node in tree.css(selector)[:3]:
            told = node.attributes.get("datetime") or node.attributes.get("content") or node.text()
            yield "published", read_moment(_words(told)), selector.partition("[")[0] or "itemprop datePublished"
    for selector, kind in (('[itemprop="headline" i]', "headline"), ('[itemprop="author" i]', "byline")):
        for node in tree.css(selector)[:1]:
            yield kind, _words(node.attributes.get("content") or node.text(separator=" ")), f"itemprop {kind}"
    title = tree.css_first("head title")
    yield "headline", _words(title.text()) if title else None, "title"


def _address(tree: LexborHTMLParser, url: str | None) -> str | None:
    """The canonical address, None where the page declares two different ones.

    One that leads to a site's root is a slip of its editors', and one that is none of the web's is no address.
    """
    found = [
        address
        for selector, name in _ADDRESSES
        if (node := tree.css_first(selector)) and (address := _absolute(node.attributes.get(name) or "", url))
    ]
    return found[0] if len({urlsplit(address).path.rstrip("/") for address in found}) == 1 else None


def _absolute(told: str, url: str | None) -> str | None:
    try:
        address = urljoin(url or "", told.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    plain = address.isprintable() and len(address) <= LONGEST and " " not in address
    return address if parts.scheme in {"http", "https"} and parts.hostname and plain and parts.path.strip("/") else None


def _language(tree: LexborHTMLParser) -> str | None:
    html = tree.css_first("html")
    attributes = html.attributes if html else {}
    told = (attributes.get("lang") or attributes.get("xml:lang") or "").replace("_", "-").split("-")[0].strip().lower()
    return told if re.fullmatch(r"[a-z]{2,3}", told) else None


def _words(found: object) -> str | None:
    """A text on one line; None for anything else, and for what is too long to be a name or a headline."""
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, str) or len(found) > LONGEST:
        return None
    return _SPACES.sub(" ", found.replace("\0", "")).strip() or None


def _name(found: object) -> str | None:
    if isinstance(found, list) and found:
        found = found[0]
    return _words(found.get("name")) if isinstance(found, dict) else _words(found)


def _names(found: object) -> str | None:
    names = [_name(one) for one in found[:10]] if isinstance(found, list) else [_name(found)]
    return _name_only("byline", ", ".join(dict.fromkeys(name for name in names if name)) or None)


def _name_only(kind: str, words: str | None) -> str | None:
    """Where somebody is named, an address is no name."""
    return None if words and kind in {"byline", "outlet"} and words.startswith(("http://", "https://")) else words
