"""Systems of inflection by the names that `pack.toml` gives them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from telcon.inflections.cases import Inflection


@cache
def load_inflection(name: str, words: Path) -> Inflection:
    """The system of a name, with the words that are exceptions to it. Raises `KeyError` where there is none."""
    if name != "russian":
        raise KeyError(name)
    # A language that does not need it does not wait for it.
    from telcon.inflections.russian import Russian  # noqa: PLC0415

    return Russian.read(words)
