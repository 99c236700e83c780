"""How large a page may be."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """The most bytes of text that one page may have."""

    bytes: int = 20 * MEGABYTE

    def told(self, times: int = 1) -> str:
        """The limit in words, or some times it."""
        size = self.bytes * times
        return f"{size / MEGABYTE:g} MB" if size >= MEGABYTE / 10 else f"{size} bytes"

    def passed(self) -> str:
        """Why a page above the limit is not read."""
        return f"larger than the limit of {self.told()} of text (raise --max-size to read it)"
