"""Reading many pages, on one process or several, in the order they come."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from telcon.model.pages import Page, Unreadable
from telcon.model.readings import Reading

Read = Callable[[Page], Reading]
Outcome = Reading | Unreadable

AHEAD = 4
"""Pages handed out a process before the first answer is waited for: bounds memory, whatever the length of the run."""


def read_pages(
    pages: Iterable[Page | Unreadable], *, jobs: int = 1, read: Read | None = None
) -> Generator[Outcome, None, None]:
    """Yield what each page tells, in the order of the pages; what could not be read is passed through.

    The same pages give the same readings on any number of processes. A fault of Telcon's own on a page becomes a
    reading with `skipped="internal error: …"`; it never ends the run. `read` stands in for `read_page` (it must be
    importable by name where `jobs` > 1).
    """
    if jobs > 1:
        yield from _read_apart(pages, jobs, read)
        return
    for page in pages:
        yield page if isinstance(page, Unreadable) else read_safely(page, read)


def read_safely(page: Page, read: Read | None = None) -> Reading:
    """Read a page; an exception becomes the reading's `skipped`."""
    try:
        return (read or _read_page())(page)
    except Exception as error:
        return _failed(page, f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)


def _read_page() -> Read:
    from telcon.engine.reading import read_page  # noqa: PLC0415 - loads the packs' rooms; a worker does it once

    return read_page


def _failed(page: Page, what: str) -> Reading:
    return Reading(page, None, skipped=f"internal error: {what}")


def _read_apart(pages: Iterable[Page | Unreadable], jobs: int, read: Read | None) -> Iterator[Outcome]:
    waiting: deque[tuple[Page, Future[Reading]] | Unreadable] = deque()
    crew = _Crew(jobs, read)
    try:
        for page in pages:
            waiting.append(page if isinstance(page, Unreadable) else (page, crew.begin(page)))
            if len(waiting) >= jobs * AHEAD:
                yield crew.finish(waiting.popleft())
        while waiting:
            yield crew.finish(waiting.popleft())
    finally:
        crew.dismiss()


class _Crew:
    """Processes that read pages; where one dies, each page then at hand is tried on a process of its own."""

    def __init__(self, jobs: int, read: Read | None) -> None:
        self._jobs = jobs
        self._read = read
        self._pool = _pool(jobs)

    def begin(self, page: Page) -> Future[Reading]:
        try:
            return self._pool.submit(read_safely, page, self._read)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(read_safely, page, self._read)

    def finish(self, entry: tuple[Page, Future[Reading]] | Unreadable) -> Outcome:
        if isinstance(entry, Unreadable):
            return entry
        page, future = entry
        try:
            return future.result()
        except BrokenProcessPool:
            return self._read_alone(page)

    def dismiss(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _read_alone(self, page: Page) -> Reading:
        with _pool(1) as pool:
            try:
                return pool.submit(read_safely, page, self._read).result()
            except BrokenProcessPool:
                return _failed(page, "the process that read it died (out of memory?)")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Fresh processes: one that is forked inherits whatever threads of its parent held.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's to handle; a worker would print a traceback each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
