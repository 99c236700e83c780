"""Counting what a run did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telcon.cli.going import Going, shown
from telcon.cli.inputs import Complaints
from telcon.messages import say, say_count

if TYPE_CHECKING:
    from telcon.engine.runs import Outcome
    from telcon.model.pages import Unreadable
    from telcon.model.readings import Reading

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
    going: Going = field(default_factory=Going)

    def watch(self, outcomes: Iterable[Outcome], complaints: Complaints) -> Iterator[Reading | Unreadable]:
        """Count outcomes as they pass, and tell on standard error of those that went wrong."""
        from telcon.model.pages import Unreadable, Waymark  # noqa: PLC0415 - loaded by the commands that read

        with shown(self.going, output=True) as show:
            for outcome in outcomes:
                if isinstance(outcome, Waymark):
                    self.going.take(outcome)
                    show()
                    continue
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
                self.going.count()
                show()
                yield outcome

    def told(self) -> str:
        """The counts in words: `26 pages read, 1 passed over, 1 could not be read`."""
        parts = [say_count("{count} page read", "{count} pages read", self.read)]
        parts += [say("{count} passed over", count=self.skipped)] if self.skipped else []
        parts += self.going.told_passed()
        parts += (
            [say_count("{count} could not be read", "{count} could not be read", self.failed)] if self.failed else []
        )
        return ", ".join(parts)
