"""The list of sources to start from, which comes with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from telcon.fetching.sources.reading import read_sources
from telcon.fetching.sources.source import Source

STARTERS = Path(__file__).parent / "starters.toml"


@cache
def load_starters() -> tuple[Source, ...]:
    """The outlets and official sites to start from."""
    return read_sources(STARTERS).sources
