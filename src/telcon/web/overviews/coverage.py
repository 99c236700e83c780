"""What was read: pages by language, outlet and month; what was passed over and what came to nothing, each with why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec
from fastapi import Request

from telcon.contacts import PageOutline, Passed
from telcon.store import Crawl
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.overviews.shelf import Tells, all_pages, what_it_tells
from telcon.web.overviews.sources import outlet_of

EXAMPLES, UNDATED = 3, 50
"""Pages named for a reason, and pages without a date that are named."""


class CountLine(msgspec.Struct, frozen=True):
    """Pages of one language, outlet or month; `name` is null where pages do not show theirs.

    `telling` tell of a contact, `silent` of none, `passed` were passed over unread.
    """

    name: str | None
    pages: int
    telling: int
    silent: int
    passed: int


class PageName(msgspec.Struct, frozen=True):
    """A page, by its digest and its title or name."""

    digest: str
    title: str
    language: str | None


class ReasonLine(msgspec.Struct, frozen=True):
    """Why pages were passed over unread, with some of them."""

    reason: str
    pages: int
    examples: list[PageName]


class LeftoverLine(msgspec.Struct, frozen=True):
    """Why cues for contacts came to nothing, on pages of one language, with the words of one of them."""

    reason: str
    language: str | None
    count: int
    words: str
    page: str


class PassedLine(msgspec.Struct, frozen=True):
    """Why pages of a crawl were passed over before they were read."""

    reason: str
    pages: int


class CrawlLine(msgspec.Struct, frozen=True):
    """An archive or a dump, by the name of its file: pages gone through, those passed over, and when that was."""

    name: str
    pages: int
    ended: bool
    at: str
    passed: list[PassedLine]


class Coverage(msgspec.Struct, frozen=True):
    """What the record's pages are, and what was not made of them."""

    pages: int
    telling: int
    silent: int
    passed: int
    languages: list[CountLine]
    outlets: list[CountLine]
    months: list[CountLine]
    passed_over: list[ReasonLine]
    leftovers: list[LeftoverLine]
    crawls: list[CrawlLine]
    undated: int
    undated_pages: list[PageName]


def find_coverage(request: Request) -> Coverage:
    """The coverage of the record."""
    return catalogue_of(request).derived("coverage", lambda _: _cover(request))


def _cover(request: Request) -> Coverage:
    pages = all_pages(request)
    every = _count(None, pages)
    undated = [outline for outline in pages if not outline.page.published]
    return Coverage(
        *(every.pages, every.telling, every.silent, every.passed),
        sorted(_counts(pages, lambda it: it.page.language), key=_most_first),
        sorted(_counts(pages, lambda it: outlet_of(it.page)), key=_most_first),
        sorted(_counts(pages, _month), key=lambda line: (line.name is not None, line.name or ""), reverse=True),
        _reasons(pages),
        [_leftover(passed) for passed in store_of(request).passed()],
        list(map(_crawl, store_of(request).crawls())),
        len(undated),
        list(map(_name, undated[:UNDATED])),
    )


def _counts(pages: Iterable[PageOutline], of: Callable[[PageOutline], str | None]) -> list[CountLine]:
    grouped: dict[str | None, list[PageOutline]] = defaultdict(list)
    for outline in pages:
        grouped[of(outline) or None].append(outline)
    return [_count(name, group) for name, group in grouped.items()]


def _count(name: str | None, group: Iterable[PageOutline]) -> CountLine:
    told = [what_it_tells(outline) for outline in group]
    return CountLine(name, len(told), told.count(Tells.SOME), told.count(Tells.NONE), told.count(Tells.PASSED))


def _most_first(line: CountLine) -> tuple[bool, int, str]:
    return line.name is None, -line.pages, line.name or ""


def _month(outline: PageOutline) -> str | None:
    """The month in which a page came out (`2025-01`), None where it does not show one in a way that is known."""
    month = (outline.page.published or "")[:7]
    year, dash, number = month[:4], month[4:5], month[5:]
    return month if dash == "-" and year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12 else None


def _reasons(pages: Iterable[PageOutline]) -> list[ReasonLine]:
    grouped: dict[str, list[PageOutline]] = defaultdict(list)
    for outline in pages:
        if outline.skipped:
            grouped[outline.skipped].append(outline)
    lines = [ReasonLine(why, len(group), list(map(_name, group[:EXAMPLES]))) for why, group in grouped.items()]
    return sorted(lines, key=lambda line: (-line.pages, line.reason))


def _name(outline: PageOutline) -> PageName:
    page = outline.page
    return PageName(page.digest, page.title or page.label, page.language)


def _leftover(passed: Passed) -> LeftoverLine:
    return LeftoverLine(passed.reason, passed.language, passed.count, passed.words, passed.digest)


def _crawl(crawl: Crawl) -> CrawlLine:
    """Without its folder: where files lie on the machine that serves is nobody else's business."""
    passed = [PassedLine(reason, count) for reason, count in sorted(crawl.passed, key=lambda it: -it[1])]
    name = crawl.source.rstrip("/").rpartition("/")[2] or crawl.source
    return CrawlLine(name, crawl.records, crawl.ended, crawl.at, passed)
