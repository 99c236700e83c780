"""Where a request comes from, and whether its page is one of ours."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from fastapi import Request

from telcon.model.values import value
from telcon.web.guards.rules import Rules, is_address

PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""What proxies put on a request that they pass on."""
OURS = ("same-origin", "none")
"""What browsers say of a request from a page of ours, or from nobody's."""


@value(frozen=True, slots=True)
class Peer:
    """`address` is who asks, as far as those told it who are trusted; `proxied`: somebody trusted passed it on.

    `passed_on`: somebody did, trusted or not. `secure`: nobody on the way could read it. `host` is who is asked.
    """

    address: str
    host: str
    port: str
    secure: bool
    proxied: bool
    passed_on: bool

    @property
    def crowd(self) -> str:
        """Whom limits count together: an address, or of IPv6 the network that one customer has."""
        if is_address(self.address) and isinstance(ip_address(self.address), IPv6Address):
            return str(IPv6Network((self.address, 64), strict=False))
        return self.address


def find_peer(request: Request, rules: Rules) -> Peer:
    """Where a request comes from; what a proxy says of it counts only from addresses that are trusted."""
    direct, headers = (request.client.host if request.client else ""), request.headers
    proxied = rules.trusts(direct)
    told = headers.get("x-forwarded-host") if proxied else None
    host, port = split_host(told or headers.get("host", ""))
    address = direct
    if proxied:
        chain = [part.strip() for part in headers.get("x-forwarded-for", "").split(",")]
        address = next((part for part in reversed(chain) if is_address(part) and not rules.trusts(part)), direct)
    scheme = headers.get("x-forwarded-proto", "") if proxied else request.url.scheme
    passed_on = any(name in headers for name in PASSED_ON)
    return Peer(address, host, port, scheme == "https", proxied, passed_on)


@lru_cache
def split_host(told: str) -> tuple[str, str]:
    """Host and port as a header names them, without the brackets of IPv6; empty for what is none."""
    try:
        parts = urlsplit(f"//{told.strip()}")
        return (parts.hostname or "").rstrip("."), str(parts.port or "")
    except ValueError:
        return "", ""


def is_ours(request: Request, peer: Peer) -> bool:
    """Whether a request was made by a page of this record, or by no page at all."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in OURS:
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return True
    return split_host(origin.partition("://")[2]) == (peer.host, peer.port)


def peer_of(request: Request) -> Peer:
    """Where a request comes from, once it has passed the gate."""
    peer: Peer = request.state.peer
    return peer
