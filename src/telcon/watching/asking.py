"""What is done on the threads that visit hosts: asking for a list or a page, and reading its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import httpx

from telcon.fetching import UNMARKED, Answer, Cause, Fetcher, FetchError, Marks, StoppedError
from telcon.fetching.documents import ACCEPTED, read_answer
from telcon.fetching.lists import Form, Listing, get_list, read_list
from telcon.fetching.sources import Source
from telcon.model.markups import Zone
from telcon.model.pages import Page
from telcon.pages import Limit
from telcon.store import Watched

AROUND = frozenset(
    {
        Zone.HEADER,
        Zone.NAVIGATION,
        Zone.ASIDE,
        Zone.RELATED,
        Zone.COMMENTS,
        Zone.FOOTER,
        Zone.SHARING,
        Zone.ADVERTISEMENT,
    }
)
"""Parts of a page that change while its article stays as it is."""


@dataclass(frozen=True, slots=True)
class Errand:
    """An address to be asked for: a list of some form, or a page where there is no form."""

    source: Source
    known: Watched
    form: Form | None = None

    @property
    def host(self) -> str:
        return httpx.URL(self.known.address).host


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an errand: a failure, or marks and digest, with what the list or page holds where that is new."""

    errand: Errand
    error: FetchError | None = None
    marks: Marks = UNMARKED
    digest: str = ""
    listing: Listing | None = None
    page: Page | None = None
    notes: tuple[str, ...] = ()


def run_errand(errand: Errand, fetcher: Fetcher, limit: Limit) -> Result | None:
    """Ask for a list or page; never raises, None where it is no longer wanted."""
    try:
        return _ask_list(errand, errand.form, fetcher) if errand.form else _ask_page(errand, fetcher, limit)
    except StoppedError:
        return None
    except FetchError as error:
        return Result(errand, error)
    except Exception as error:
        told = f"internal error: {type(error).__name__}: {error}"
        return Result(errand, FetchError(Cause.UNFIT, told))


def _ask_list(errand: Errand, form: Form, fetcher: Fetcher) -> Result:
    answer = get_list(fetcher, form, errand.known.address, marks=_marks(errand.known))
    digest = sha256(answer.body).hexdigest()
    if answer.unchanged or digest == errand.known.digest:
        return _same(errand, answer)
    return Result(errand, marks=answer.marks, digest=digest, listing=read_list(form, answer))


def _ask_page(errand: Errand, fetcher: Fetcher, limit: Limit) -> Result:
    answer = fetcher.get(errand.known.address, marks=_marks(errand.known), accept=ACCEPTED, size=limit.bytes)
    if answer.unchanged:
        return _same(errand, answer)
    notes: list[str] = []
    page = read_answer(answer, limit=limit, tell=lambda _, words: notes.append(words))
    digest = sha256(article_text(page).encode()).hexdigest()
    if digest == errand.known.digest:
        return Result(errand, marks=answer.marks, digest=digest)
    return Result(errand, marks=answer.marks, digest=digest, page=page, notes=tuple(notes))


def article_text(page: Page) -> str:
    """The lines of a page without those around its article, which change from one visit to the next."""
    places = page.markup.places if page.markup else ()
    lines = page.text.split("\n")
    if len(places) != len(lines):
        return page.text
    return "\n".join(line for line, place in zip(lines, places, strict=True) if place.zone not in AROUND)


def _same(errand: Errand, answer: Answer) -> Result:
    return Result(errand, marks=answer.marks)


def _marks(known: Watched) -> Marks:
    return Marks(known.etag, known.last_modified)
