"""Lists as Atom feeds (RFC 4287), in parts where they are long (RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from telcon.model.values import value

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed of nothing was changed last."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@value(frozen=True, slots=True)
class FeedEntry:
    """One thing of a feed: `name` stays the same for ever, `updated` is ISO 8601 with its zone."""

    name: str
    title: str
    summary: str
    address: str
    updated: str
    terms: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Feed:
    """A feed; `links` are addresses by their relation (`self`, `alternate`, `next`), `updated` is that of the whole."""

    name: str
    title: str
    language: str
    links: Mapping[str, str]
    entries: Sequence[FeedEntry]
    updated: str = NEVER


def to_atom(feed: Feed) -> bytes:
    """The feed as XML."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": feed.language})
    _add(root, "id", urn_of(feed.name))
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(ET.SubElement(root, f"{{{ATOM}}}author"), "name", "Telcon")
    _add(root, "generator", "Telcon")
    for relation, address in feed.links.items():
        kind = "text/html" if relation == "alternate" else MEDIA_TYPE
        ET.SubElement(root, f"{{{ATOM}}}link", {"rel": relation, "type": kind, "href": address})
    for entry in feed.entries:
        _add_entry(root, entry)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def urn_of(name: str) -> str:
    """A lasting name for anything, made from what it is called here."""
    return uuid5(NAMESPACE_URL, f"telcon:{name}").urn


def newest(times: Iterable[str]) -> str:
    """The latest of times in one form (ISO 8601, UTC); that of nothing where there is none."""
    return max(filter(None, times), default=NEVER)


def _add_entry(root: ET.Element, entry: FeedEntry) -> None:
    part = ET.SubElement(root, f"{{{ATOM}}}entry")
    _add(part, "id", urn_of(entry.name))
    _add(part, "title", entry.title)
    _add(part, "updated", entry.updated)
    ET.SubElement(part, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    for term in entry.terms:
        ET.SubElement(part, f"{{{ATOM}}}category", {"term": term})
    _add(part, "summary", entry.summary)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = _NO_XML.sub("\ufffd", text)
