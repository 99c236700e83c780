"""Reading many pages, on one process or several, in the order they come."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.model.readings import Reading

Read = Callable[[Page], Reading]
Outcome = Reading | Unreadable | Waymark


def read_pages(
    pages: Iterable[Page | Unreadable | Waymark], *, jobs: int = 1, read: Read | None = None
) -> Generator[Outcome, None, None]:
    """Yield what each page tells, in the order of the pages; what could not be read, and waymarks, are passed
    through.

    The same pages give the same readings on any number of processes. A fault of Telcon's own on a page becomes a
    reading with `skipped="internal error: …"`; it never ends the run. `read` stands in for `read_page` (it must be
    importable by name where `jobs` > 1).
    """
    if jobs > 1:
        from telcon.engine.crews import read_apart  # noqa: PLC0415 - one process needs none of it

        yield from read_apart(pages, jobs, read)
        return
    for page in pages:
        yield read_safely(page, read) if isinstance(page, Page) else page


def read_safely(page: Page, read: Read | None = None) -> Reading:
    """Read a page; an exception becomes the reading's `skipped`."""
    try:
        return (read or _read_page())(page)
    except Exception as error:
        return failed(page, f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)


def _read_page() -> Read:
    from telcon.engine.reading import read_page  # noqa: PLC0415 - loads the packs' rooms; a worker does it once

    return read_page


def failed(page: Page, what: str) -> Reading:
    """The reading of a page on which Telcon itself failed."""
    return Reading(page, None, skipped=f"internal error: {what}")
