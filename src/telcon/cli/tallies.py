"""Counting what a run did, and showing how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telcon.cli.inputs import Complaints
from telcon.messages import say, say_count

if TYPE_CHECKING:
    from telcon.engine.runs import Outcome

FAULT = "internal error"


def tell_fault(fault: str) -> str:
    """A fault of Telcon's own on one page, with what to do."""
    return say("{fault} (report it; the run goes on)", fault=fault)


@dataclass(slots=True)
class Tally:
    """How many pages were read, passed over, and could not be read."""

    read: int = 0
    skipped: int = 0
    failed: int = 0

    def watch(self, outcomes: Iterable[Outcome], complaints: Complaints) -> Iterator[Outcome]:
        """Count outcomes as they pass, and tell on standard error of those that went wrong."""
        from telcon.model.pages import Unreadable  # noqa: PLC0415 - loaded by the commands that read

        with progress() as advance:
            for outcome in outcomes:
                if isinstance(outcome, Unreadable):
                    self.failed += 1
                    complaints.add(outcome.source, outcome.reason)
                elif (outcome.skipped or "").startswith(FAULT):
                    self.failed += 1
                    complaints.add(outcome.page.source, tell_fault(outcome.skipped or ""))
                elif outcome.skipped:
                    self.skipped += 1
                else:
                    self.read += 1
                advance()
                yield outcome

    def told(self) -> str:
        """The counts in words: `26 pages read, 1 passed over, 1 could not be read`."""
        parts = [say_count("{count} page read", "{count} pages read", self.read)]
        parts += [say("{count} passed over", count=self.skipped)] if self.skipped else []
        parts += (
            [say_count("{count} could not be read", "{count} could not be read", self.failed)] if self.failed else []
        )
        return ", ".join(parts)


@contextmanager
def progress() -> Iterator[Callable[[], None]]:
    """A running count on standard error, where that is a terminal and the output is not shown on one itself."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is someone to look
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} " + say("pages")), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("pages", total=None)
        yield lambda: bar.advance(task)
