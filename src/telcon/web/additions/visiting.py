"""Addresses that somebody gives: asked for on the desk's thread, by the same rules as everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fastapi import HTTPException

from telcon.fetching import Fetcher, is_address
from telcon.fetching.documents import fetch_page
from telcon.messages import say
from telcon.model.pages import Page, Unreadable
from telcon.pages import Limit

MOST_ADDRESSES = 20
"""Addresses that are asked for at once."""


def list_addresses(told: str) -> tuple[str, ...]:
    """The addresses that a form holds, each once. Raises 400 for what is none, and where there are too many."""
    given = tuple(dict.fromkeys(told.split()))
    if wrong := next((word for word in given if not is_address(word)), None):
        raise HTTPException(400, say("{url} is no address of a page (http:// or https://)", url=wrong[:80]))
    if len(given) > MOST_ADDRESSES:
        raise HTTPException(400, say("at most {count} addresses at once", count=MOST_ADDRESSES))
    return given


def fetch_pages(
    addresses: tuple[str, ...], fetcher: Fetcher, limit: Limit, tell: Callable[[str, str], None]
) -> Iterator[Page | Unreadable]:
    """Yield the page at each address, or why there is none."""
    return (fetch_page(fetcher, address, limit=limit, tell=tell) for address in addresses)
