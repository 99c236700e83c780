"""The cookies by which a browser is known: read by no script, sent to no other site."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import Response

from telcon.web.guards.peers import Peer

VISIT = 24 * 3600
"""Seconds for which forms are good that were given to somebody who is not logged in."""


def session_cookie(peer: Peer) -> str:
    """The name of the cookie that holds a session's number; over https no other host can have set it."""
    return "__Host-telcon_session" if peer.secure else "telcon_session"


def visitor_cookie(peer: Peer) -> str:
    """The name of the cookie that holds what forms are bound to before somebody logs in."""
    return "__Host-telcon_visitor" if peer.secure else "telcon_visitor"


def give_session(response: Response, peer: Peer, secret: str) -> None:
    """Let the browser keep a session until it is closed; the record ends it earlier."""
    response.set_cookie(session_cookie(peer), secret, httponly=True, samesite="lax", secure=peer.secure)


def take_session(response: Response, peer: Peer) -> None:
    """Let the browser forget a session."""
    response.delete_cookie(session_cookie(peer), httponly=True, samesite="lax", secure=peer.secure)


def add_visitor(headers: MutableHeaders, peer: Peer, secret: str) -> None:
    """Let the browser keep what its forms are bound to."""
    baked = Response()
    baked.set_cookie(visitor_cookie(peer), secret, VISIT, httponly=True, samesite="lax", secure=peer.secure)
    headers.append("set-cookie", baked.headers["set-cookie"])
