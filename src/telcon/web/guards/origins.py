"""Whole addresses of the record, as whoever asks reaches it."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request

from telcon.web.guards.peers import Peer


def whole_address(request: Request, path: str, query: list[tuple[str, str]] | None = None) -> str:
    """The address of a path, with the name by which the record was asked for, also behind a proxy."""
    return f"{origin_of(request)}{path}{'?' + urlencode(query) if query else ''}"


def origin_of(request: Request) -> str:
    """Scheme, host and port by which the record was asked for: `https://record.example`."""
    peer: Peer | None = getattr(request.state, "peer", None)
    if peer is None:
        return f"{request.url.scheme}://{request.url.netloc}"
    host = f"[{peer.host}]" if ":" in peer.host else peer.host
    port = f":{peer.port}" if peer.port else ""
    return f"{'https' if peer.secure else 'http'}://{host}{port}"
