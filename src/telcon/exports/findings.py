"""What a search found, for other programs, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from telcon.exports.contacts import ContactLine, contact_line
from telcon.store import Contact, Excerpt


class MarkLine(msgspec.Struct, frozen=True):
    """One place of words found: `[start, stop)` in code points of the page's text."""

    start: int
    stop: int
    words: str


class HitLine(msgspec.Struct, frozen=True):
    """A piece of a page that holds words found, `[start, stop)` in code points of its text, and who says it.

    `digest` names the page (SHA-256 of its text), `line` counts from 1.
    """

    digest: str
    name: str
    url: str | None
    title: str | None
    language: str | None
    line: int
    start: int
    stop: int
    words: str
    marks: list[MarkLine]
    speaker: list[str]
    said_by: list[str]


class FindingLine(msgspec.Struct, frozen=True):
    """A contact that was found, and where the words stand on its pages; no hits where only names were found."""

    contact: ContactLine
    hits: list[HitLine]


def make_finding(contact: Contact, excerpts: Iterable[Excerpt]) -> FindingLine:
    """A contact with the words found."""
    return FindingLine(contact_line(contact), list(map(make_hit, excerpts)))


def make_hit(excerpt: Excerpt) -> HitLine:
    """Words found on a page."""
    page = excerpt.page
    marks = [MarkLine(it.start, it.stop, page.text[it.start : it.stop]) for it in excerpt.marks]
    return HitLine(
        page.digest,
        page.name,
        page.url,
        page.title,
        page.language,
        excerpt.line,
        excerpt.span.start,
        excerpt.span.stop,
        excerpt.words,
        marks,
        list(excerpt.speaker),
        list(excerpt.said_by),
    )
