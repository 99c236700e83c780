"""What the commands that ask for addresses share: how they ask, and what becomes of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from telcon.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from threading import Event

    from telcon.fetching import Fetcher

AllowHost = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help=say("A name that may be on a private network or this machine; repeatable.")),
]
Contact = Annotated[
    str,
    typer.Option(
        envvar="TELCON_CONTACT", metavar="LINE", help=say("Whom site owners can write to; it stands in every request.")
    ),
]
UseProxies = Annotated[
    bool, typer.Option("--use-proxies", help=say("Ask through the proxies that the environment names (HTTPS_PROXY)."))
]

PAUSE, WAIT = 2.0, 2.0
"""Seconds between two requests to a host, and before what failed is tried again for the first time."""


def make_fetcher(
    allow_host: Iterable[str] | None, contact: str, *, use_proxies: bool, stop: Event | None = None
) -> Fetcher:
    """Somebody who asks for addresses as the options say."""
    from telcon.fetching import Conduct, Fetcher  # noqa: PLC0415 - loaded where there is an address

    conduct = Conduct(contact, frozenset(allow_host or ()), use_proxies, pause=PAUSE, wait=WAIT)
    return Fetcher(conduct, stop=stop)
