"""What is to be watched: sources of news, as people write them down, and a list to start from."""

from telcon.fetching.sources.reading import SourcesError, parse_sources, read_sources
from telcon.fetching.sources.source import ListAt, Source, Sources
from telcon.fetching.sources.starting import load_starters
from telcon.fetching.sources.writing import sources_to_toml

__all__ = [
    "ListAt",
    "Source",
    "Sources",
    "SourcesError",
    "load_starters",
    "parse_sources",
    "read_sources",
    "sources_to_toml",
]
