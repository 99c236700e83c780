"""Answering at an address until somebody says stop."""

from __future__ import annotations

from ipaddress import ip_address

import uvicorn

from telcon.store import Store
from telcon.web.application import create_app


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own, so that nobody else can ask."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def serve(store: Store, *, host: str, port: int) -> None:
    """Serve a record until the process is told to end. Raises `OSError` where the address cannot be had."""
    uvicorn.run(create_app(store), host=host, port=port, log_level="warning")
