"""The stored pages of the record as a list: narrowed by outlet, language, words, and whether they tell of a contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import Query, Request

from telcon.contacts import FiledPage, PageOutline
from telcon.letters.sought import name_words
from telcon.model.values import value
from telcon.web.lists.asking import catalogue_of, store_of


class Tells(StrEnum):
    """Whether a page tells of a contact, tells of none, or was passed over unread."""

    SOME = "some"
    NONE = "none"
    PASSED = "passed"


@value(frozen=True, slots=True)
class PageSelection:
    """What is asked for; every part that is given must hold."""

    words: str = ""
    outlet: str = ""
    language: str = ""
    tells: Tells | None = None

    def holds(self, outline: PageOutline, named: str) -> bool:
        """Whether a page is asked for; `named` is what it is called in all ways, without marks."""
        page = outline.page
        return (
            (not self.outlet or page.outlet == self.outlet)
            and (not self.language or page.language == self.language)
            and (self.tells is None or what_it_tells(outline) is self.tells)
            and self.words in named
        )


def select_pages(
    q: Annotated[str, Query(max_length=200, description="Words of the title, the name or the address.")] = "",
    outlet: Annotated[str, Query(max_length=200, description="The outlet, as the page names it.")] = "",
    language: Annotated[str, Query(max_length=20, description="The language (ISO 639-1).")] = "",
    contact: Annotated[
        Tells | None,
        Query(description="`some`: tells of a contact; `none`: of none; `passed`: was passed over unread."),
    ] = None,
) -> PageSelection:
    """The pages that an address asks for."""
    return PageSelection(name_words(q), outlet, language, contact)


def all_pages(request: Request) -> Sequence[PageOutline]:
    """All pages of the record, those seen last first."""
    return catalogue_of(request).derived("pages", lambda _: store_of(request).page_outlines())


def pages_asked_for(request: Request, asked: PageSelection) -> Sequence[PageOutline]:
    """The pages asked for, those seen last first."""
    if asked == PageSelection():
        return all_pages(request)
    named = catalogue_of(request).derived(
        "named pages", lambda _: [(outline, _named(outline.page)) for outline in store_of(request).page_outlines()]
    )
    return [outline for outline, names in named if asked.holds(outline, names)]


def _named(page: FiledPage) -> str:
    return name_words(f"{page.title or ''} {page.name} {page.url or ''}")


def what_it_tells(outline: PageOutline) -> Tells:
    """Whether a page tells of a contact."""
    if outline.skipped:
        return Tells.PASSED
    return Tells.SOME if outline.contacts else Tells.NONE


def counted_by(request: Request, field: str) -> list[tuple[str, int]]:
    """The outlets or languages of all pages, the most frequent first, with how many pages each has."""

    def count(_: object) -> list[tuple[str, int]]:
        told = Counter(str(found) for outline in all_pages(request) if (found := getattr(outline.page, field)))
        return sorted(told.items(), key=lambda item: (-item[1], item[0]))

    return catalogue_of(request).derived(("pages by", field), count)
