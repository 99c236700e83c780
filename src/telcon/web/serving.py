"""Answering at an address until somebody says stop."""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_address
from socket import AF_INET, AF_INET6, create_server, socket
from threading import Thread

import uvicorn

from telcon.fetching import Fetcher
from telcon.store import Selection, Store, StoreError
from telcon.web.additions.desk import Reader
from telcon.web.application import create_app
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.guards.rules import Rules
from telcon.web.lists.listing import find_contacts


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own, so that nobody else can ask."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket:
    """Take an address to answer at; port 0 takes any that is free. Raises `OSError` where it cannot be had."""
    family = AF_INET6 if ":" in host else AF_INET
    return create_server((host, port), family=family)


def serve(store: Store, listening: socket, rules: Rules, reader: Reader, fetcher: Fetcher) -> None:
    """Serve a record to whom the rules let in, until the process is told to end.

    `reader` reads what they send, `fetcher` asks for the addresses that they give.
    """
    app = create_app(store, rules, reader=reader, fetcher=fetcher)
    Thread(target=_load, args=(app.state.catalogue,), daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", proxy_headers=False))
    server.run(sockets=[listening])


def _load(catalogue: Catalogue) -> None:
    """Load and sort the contacts while nobody has asked yet; where that fails, whoever asks is told."""
    with suppress(StoreError):
        find_contacts(catalogue, Selection())
