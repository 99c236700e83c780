"""The web: addresses asked for safely and politely, and what sites list of their pages."""

from telcon.fetching.addresses import is_address
from telcon.fetching.answers import UNMARKED, Answer, Marks
from telcon.fetching.bounds import Bounds
from telcon.fetching.failures import Cause, FetchError, StoppedError
from telcon.fetching.fetchers import Conduct, Fetcher

__all__ = [
    "UNMARKED",
    "Answer",
    "Bounds",
    "Cause",
    "Conduct",
    "FetchError",
    "Fetcher",
    "Marks",
    "StoppedError",
    "is_address",
]
