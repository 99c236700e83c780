"""A site on this machine, and somebody who may visit it and is in a hurry."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from telcon.fetching import Bounds, Conduct, Fetcher
from tests.fetching.sites import Site, serve_site

QUICK = Bounds(connecting=2, silence=0.6, total=1.5, bytes=200_000)
"""For servers that are meant to be too slow."""

PATIENT = Bounds(connecting=20, silence=20, total=60, bytes=200_000)
"""For all others: a machine may have much else to do."""


@pytest.fixture
def site() -> Iterator[Site]:
    with serve_site() as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    return make_fetcher()


def make_fetcher(**changes: object) -> Fetcher:
    """A fetcher that may visit this machine, without pauses, that tries once."""
    usual = {"allowed": frozenset({"127.0.0.1"}), "pause": 0, "wait": 0.01, "tries": 1, "bounds": PATIENT}
    return Fetcher(Conduct(**(usual | changes)))  # type: ignore[arg-type]
