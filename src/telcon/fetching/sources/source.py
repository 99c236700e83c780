"""A source of news that is watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fnmatch import fnmatchcase

import httpx

from telcon.fetching.lists import Form, Listed
from telcon.fetching.lists.indexes import looks_like_article
from telcon.model.sources import SourceKind

EVERY = timedelta(minutes=30)
BACK = timedelta(days=7)
MOST = 100


@dataclass(frozen=True, slots=True)
class ListAt:
    """A list that a source has of its pages, and what sort of list that is."""

    form: Form
    address: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source that is watched.

    `language` (ISO 639-1), `side` (the state, ISO 3166-1, or organisation that it is of) and `kind` are for people to
    choose by; each page is read as what it is. `pages`: patterns, of which the path of a page must fit one (`/news/*`;
    none: all, of an index those that look like articles). `every`: how often lists are asked for. `back`: pages dated
    longer ago than that are left alone. `most`: new pages taken up at one time.
    """

    name: str
    lists: tuple[ListAt, ...]
    language: str = ""
    side: str = ""
    kind: SourceKind | None = None
    pages: tuple[str, ...] = ()
    every: timedelta = EVERY
    back: timedelta = BACK
    most: int = MOST

    def wants(self, listed: Listed, form: Form) -> bool:
        """Tell whether a page that a list of this form has is one of those that are to be read."""
        if self.pages:
            path = httpx.URL(listed.address).path
            return any(fnmatchcase(path, pattern) for pattern in self.pages)
        return form is not Form.INDEX or looks_like_article(listed.address)


@dataclass(frozen=True, slots=True)
class Sources:
    """All that somebody watches; `contact`: whom site owners can write to; `allow`: names that may be private."""

    sources: tuple[Source, ...]
    contact: str = ""
    allow: tuple[str, ...] = ()
