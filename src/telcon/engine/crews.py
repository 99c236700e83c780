"""Processes that read pages side by side."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock

from telcon.engine.runs import Outcome, Read, failed, read_safely
from telcon.model.pages import Page, Unreadable, Waymark
from telcon.model.readings import Reading

_Entry = tuple[Page, Future[Reading]] | Unreadable | Waymark

AHEAD = 4
"""Pages handed out a process before the first answer is waited for: bounds memory, whatever the length of the run."""


def read_apart(pages: Iterable[Page | Unreadable | Waymark], jobs: int, read: Read | None) -> Iterator[Outcome]:
    """Yield what each page tells, read on `jobs` processes, in the order of the pages."""
    waiting: deque[_Entry] = deque()
    crew = _Crew(jobs, read)
    try:
        for page in pages:
            waiting.append((page, crew.begin(page)) if isinstance(page, Page) else page)
            if len(waiting) >= jobs * AHEAD:
                yield crew.finish(waiting.popleft())
        while waiting:
            yield crew.finish(waiting.popleft())
    finally:
        crew.dismiss()


class ReaderBeside:
    """Reads pages one at a time on a process beside this one, so that whoever asks meanwhile is answered.

    The process is started with the first page, and again where one ended it; it can be called from any thread.
    """

    def __init__(self, read: Read | None = None) -> None:
        self._read, self._turn = read, Lock()
        self._crew: _Crew | None = None

    def __call__(self, page: Page) -> Reading:
        """Read a page; a fault of Telcon's own becomes the reading's `skipped`."""
        with self._turn:
            if self._crew is None:
                self._crew = _Crew(1, self._read)
            return self._crew.read(page)

    def close(self) -> None:
        """Let the process go."""
        with self._turn:
            if self._crew is not None:
                self._crew.dismiss()
                self._crew = None


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

    def read(self, page: Page) -> Reading:
        return self._finish(page, self.begin(page))

    def finish(self, entry: _Entry) -> Outcome:
        return self._finish(*entry) if isinstance(entry, tuple) else entry

    def _finish(self, page: Page, future: Future[Reading]) -> Reading:
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
                return failed(page, "the process that read it died (out of memory?)")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Fresh processes: one that is forked inherits whatever threads of its parent held.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's to handle; a worker would print a traceback each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
