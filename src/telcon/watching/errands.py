"""Errands to many hosts at once, to each of them one after the other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, Queue
from threading import Event, Lock
from typing import Generic, TypeVar

Errand = TypeVar("Errand")
Result = TypeVar("Result")

WORKERS = 8
"""Hosts that are visited side by side."""
AHEAD = 32
"""Results that wait to be taken before errands pause: bounds memory, whatever the number of pages."""
TICK = 0.5
"""Seconds after which whoever waits looks up."""


class Errands(Generic[Errand, Result]):
    """Runs errands on threads and gives their results as they come; errands and results pass one thread alone.

    `run` must not raise. Once `stop` is set errands that have not begun are dropped.
    """

    def __init__(self, run: Callable[[Errand], Result | None], stop: Event) -> None:
        self._run, self._stop = run, stop
        self._lock = Lock()
        self._waiting: defaultdict[str, deque[Errand]] = defaultdict(deque)
        self._busy: set[str] = set()
        self._done: Queue[Result | None] = Queue(AHEAD)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="errand")
        self._open = 0

    def add(self, host: str, errand: Errand) -> None:
        """Have an errand run once those to the same host are done."""
        self._open += 1
        with self._lock:
            self._waiting[host].append(errand)
            if host in self._busy:
                return
            self._busy.add(host)
        self._pool.submit(self._visit, host)

    def results(self) -> Iterator[Result | None]:
        """Yield results until no errand is left; None each time that nothing has come for a while."""
        while self._open:
            try:
                result = self._done.get(timeout=TICK)
            except Empty:
                yield None
                continue
            self._open -= 1
            if result is not None:
                yield result

    def drop(self) -> None:
        """Forget the errands that have not begun."""
        with self._lock:
            for waiting in self._waiting.values():
                self._open -= len(waiting)
                waiting.clear()

    def close(self) -> None:
        """Let the threads go."""
        self.drop()
        while self._open:
            self._done.get()
            self._open -= 1
        self._pool.shutdown()

    def _visit(self, host: str) -> None:
        while True:
            with self._lock:
                if not self._waiting[host]:
                    self._busy.discard(host)
                    return
                errand = self._waiting[host].popleft()
            self._done.put(None if self._stop.is_set() else self._run(errand))
