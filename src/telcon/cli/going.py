"""How far a run is with its crawls, and what it passed over in them."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telcon.messages import say, say_count, tell_reason

if TYPE_CHECKING:
    from telcon.model.pages import Waymark

SHOWN = 6
"""Reasons for passing over that are named; those of the rest are counted together."""

SOON = 2.0
"""Seconds from the start before anything is foretold."""


@dataclass(slots=True)
class Going:
    """What waymarks tell of a run: how far each source is, and what was passed over from where the run began in it."""

    clock: Callable[[], float] = time.monotonic
    pages: int = 0
    latest: dict[str, Waymark] = field(default_factory=dict)
    _begun: dict[str, tuple[float, int]] = field(default_factory=dict)
    _earlier: Counter[str] = field(default_factory=Counter)
    _began: float = field(default=-1.0)

    def begin(self, source: str, before: Waymark | None) -> None:
        """Take note that a source is begun, where an earlier run left it."""
        self._begun[source] = (self.clock(), before.read if before else 0)
        if before:
            self._earlier.update(dict(before.passed))

    def count(self) -> None:
        """One more page was read."""
        if self._began < 0:
            self._began = self.clock()
        self.pages += 1

    def take(self, mark: Waymark) -> None:
        """A waymark was reached."""
        self.latest[mark.source] = mark

    def passed(self) -> Counter[str]:
        """How many pages of crawls this run passed over, by reason."""
        found = Counter[str]()
        for mark in self.latest.values():
            found.update(dict(mark.passed))
        found.subtract(self._earlier)
        return +found

    def told_passed(self) -> list[str]:
        """What was passed over in words, the most frequent reason first."""
        ranked = sorted(self.passed().items(), key=lambda told: (-told[1], told[0]))
        parts = [
            say("{count} passed over ({reason})", count=count, reason=tell_reason(reason))
            for reason, count in ranked[:SHOWN]
        ]
        rest = sum(count for _, count in ranked[SHOWN:])
        return [*parts, say("{count} passed over (other reasons)", count=rest)] if rest else parts

    def told(self) -> str:
        """How it goes, on one line: pages, pages a second, what was passed over, how far, how long it will take."""
        spent = self.clock() - self._began if self._began >= 0 else 0.0
        parts = [say_count("{count} page", "{count} pages", self.pages)]
        parts += [say("{rate} a second", rate=f"{self.pages / spent:.1f}")] if spent > SOON else []
        if passed := self.passed().total():
            parts.append(say("{count} passed over", count=passed))
        if mark := next(reversed(self.latest.values()), None):
            parts += self._told_way(mark)
        return " · ".join(parts)

    def _told_way(self, mark: Waymark) -> list[str]:
        """How much of the source at hand is done, and how long the rest will take at the speed it had so far."""
        if not mark.size or mark.ended:
            return []
        name = mark.source.rpartition("/")[2]
        parts = [say("{name}: {percent} %", name=name, percent=int(100 * min(1.0, mark.read / mark.size)))]
        start, read = self._begun.get(mark.source, (self.clock(), 0))
        spent, done = self.clock() - start, mark.read - read
        if spent > SOON and done > 0:
            parts.append(_told_left(spent * max(0, mark.size - mark.read) / done))
        return parts


def _told_left(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 90:
        return say_count("about {count} second left", "about {count} seconds left", max(1, round(seconds)))
    if minutes < 90:
        return say_count("about {count} minute left", "about {count} minutes left", minutes)
    return say_count("about {count} hour left", "about {count} hours left", round(minutes / 60))


@contextmanager
def shown(going: Going, *, output: bool) -> Iterator[Callable[[], None]]:
    """Show on standard error how it goes, where that is a terminal and no `output` goes to one; call at each step."""
    if not sys.stderr.isatty() or (output and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is someone to look
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(going.told(), total=None)
        yield lambda: bar.update(task, description=_printable(going.told()))


def _printable(words: str) -> str:
    """Names of files may hold terminal codes."""
    return "".join(letter if letter.isprintable() else " " for letter in words)
