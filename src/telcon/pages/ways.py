"""How whoever asks wants pages read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages.fields import Fields
from telcon.pages.limits import Limit

Found = Page | Unreadable | Waymark

Told = Callable[[str, str], None]
"""Is told of what was lost without making a page unreadable: where (path), and what in words."""

Gate = Callable[[bytes, str], bool]
"""Tells from raw bytes whether a page may tell of a contact. The second is what is known of how they are written: the
character set that came with them, `json` for a row of JSON, or nothing."""

Since = Callable[[str, str], Waymark | None]
"""Tells how far a source (its address, its edition) was gone through before, None where it never was."""

STOPPED = "no word of a contact beside a leader or title"
"""Why the gate lets a page not through."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What is called how in dumps, how large a page may be, who is told, what is let through, where to go on."""

    fields: Fields = field(default_factory=Fields)
    limit: Limit = field(default_factory=Limit)
    tell: Told = lambda place, words: None
    gate: Gate | None = None
    since: Since = lambda source, edition: None

    def passes(self, data: bytes, notation: str) -> bool:
        """Tell whether the gate, where there is one, lets a page through."""
        return self.gate is None or self.gate(data, notation)
