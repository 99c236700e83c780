"""What each outlet and each side tells: pages, contacts, who is first, who copies whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from fastapi import Request

from telcon.contacts import Contact, FiledPage
from telcon.roster.sites import host_of
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.overviews.shelf import all_pages

FROM = 5
"""Outlets from which another one copies that are named, the most frequent first."""


class CopiedFrom(msgspec.Struct, frozen=True):
    """An outlet that another one took pages from, and how many."""

    outlet: str
    pages: int


class OutletLine(msgspec.Struct, frozen=True):
    """A place where pages come out; what names none is left out.

    `first`: contacts told of by several outlets of which it told before the others. `copied`: pages of others that took
    text from its pages. `copies`: its own pages that took text from others'.
    """

    outlet: str
    pages: int
    contacts: int
    languages: list[str]
    first: int
    copied: int
    copies: int
    copies_from: list[CopiedFrom]


class TellerLine(msgspec.Struct, frozen=True):
    """Somebody whom pages name for what they tell; `side` is the state spoken for, null for independent media."""

    name: str
    side: str | None
    contacts: int
    pages: int
    languages: list[str]


class Sources(msgspec.Struct, frozen=True):
    """Outlets by their pages, those who are cited by the contacts that they are cited for."""

    outlets: list[OutletLine]
    tellers: list[TellerLine]


def find_sources(request: Request) -> Sources:
    """The sources of the record."""
    catalogue = catalogue_of(request)
    return catalogue.derived("sources", lambda contacts: Sources(_outlets(request, contacts), _tellers(contacts)))


def outlet_of(page: FiledPage) -> str | None:
    """What the place is called where a page came out: as the page names it, else the host of its address."""
    if page.outlet:
        return page.outlet
    return host_of(page.url) or None


def _outlets(request: Request, contacts: Iterable[Contact]) -> list[OutletLine]:
    places: dict[str, str] = {}
    pages, languages = Counter[str](), defaultdict[str, Counter[str]](Counter)
    told: dict[str, set[str]] = defaultdict(set)
    for outline in all_pages(request):
        if outlet := outlet_of(outline.page):
            places[outline.page.digest] = outlet
            pages[outlet] += 1
            told[outlet].update(outline.contacts)
            languages[outlet].update(filter(None, [outline.page.language]))
    first, taken = _first(contacts), _taken(request, places)
    copied = Counter(origin for copies in taken.values() for origin in copies.elements())
    lines = [
        OutletLine(
            outlet,
            count,
            len(told[outlet]),
            [code for code, _ in languages[outlet].most_common()],
            first[outlet],
            copied[outlet],
            taken[outlet].total(),
            [CopiedFrom(*it) for it in taken[outlet].most_common(FROM)],
        )
        for outlet, count in pages.items()
    ]
    return sorted(lines, key=lambda line: (-line.pages, -line.contacts, line.outlet))


def _first(contacts: Iterable[Contact]) -> Counter[str]:
    """How often an outlet told of a contact before any other; only where the time is shown and others told too."""
    first: Counter[str] = Counter()
    for contact in contacts:
        pages = [telling.page for telling in contact.tellings if telling.page.published]
        outlets = {outlet_of(page) for page in pages} - {None}
        if len(outlets) > 1 and (outlet := outlet_of(pages[0])):
            first[outlet] += 1
    return first


def _taken(request: Request, places: dict[str, str]) -> dict[str, Counter[str]]:
    """From which other outlets each outlet took pages, and how many."""
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for copy, origin, _ in store_of(request).copied():
        one, other = places.get(copy), places.get(origin)
        if one and other and one != other:
            taken[one][other] += 1
    return taken


def _tellers(contacts: Sequence[Contact]) -> list[TellerLine]:
    told: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    pages: dict[tuple[str, str | None], dict[str, str | None]] = defaultdict(dict)
    for contact in contacts:
        for telling in contact.tellings:
            for source in telling.report.reported_by:
                told[source.name, source.side].add(contact.id)
                pages[source.name, source.side][telling.page.digest] = telling.page.language
    lines = [
        TellerLine(name, side, len(told[name, side]), len(found), sorted({code for code in found.values() if code}))
        for (name, side), found in pages.items()
    ]
    return sorted(lines, key=lambda line: (-line.contacts, -line.pages, line.name, line.side or ""))
