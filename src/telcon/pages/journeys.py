"""Going through a source of many pages, so that it can be gone on with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from telcon.model.pages import Waymark
from telcon.pages.places import Place
from telcon.pages.ways import Ways

EVERY = 500
"""Records between two waymarks: what is gone through again after a cut, at most."""


@dataclass(slots=True)
class Journey:
    """One way through one source: what was counted and passed over so far, and where it began."""

    place: Place
    ways: Ways
    size: int | None = None
    edition: str = ""
    records: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    _marked: int = 0

    def begin(self) -> Waymark | None:
        """Take in what the source is; gives how far it was gone through before."""
        self.size, self.edition = self.place.measure()
        before = self.ways.since(self.place.address, self.edition) if self.edition else None
        if before:
            self.passed.update(dict(before.passed))
        return before

    def count(self) -> None:
        """One more record."""
        self.records += 1

    def is_due(self) -> bool:
        """Tell whether it is time for a waymark."""
        if self.records - self._marked < EVERY:
            return False
        self._marked = self.records
        return True

    def mark(self, position: int, read: int, *, ended: bool = False) -> Waymark:
        """A waymark before the record at a position; `read` are bytes of the file."""
        passed = tuple(sorted(self.passed.items()))
        return Waymark(self.place.address, self.edition, position, self.records, read, self.size, passed, ended)
