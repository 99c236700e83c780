"""What a writing system must tell so that lost spaces can be put back."""

from __future__ import annotations

from typing import Protocol


class Segmenter(Protocol):
    """Knows the shape of words in a language whose words are short; a key for what it answered before."""

    def __hash__(self) -> int: ...

    def __call__(self, run: str) -> tuple[int, ...]:
        """Places within a run of letters where a space was lost; none where the run is whole."""

    def admits(self, word: str) -> bool:
        """Tell whether the language could have such a word."""
