"""Who may ask a record at all: what was said when it was put on the network."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address

from telcon.model.values import value

Network = IPv4Network | IPv6Network
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names by which a record on this machine is asked for."""


@value(frozen=True, slots=True)
class Rules:
    """`loopback`: this machine alone can ask. `public`: whoever asks may read. `names`: further names it is asked by.

    `trusted_header`: what a proxy at one of the addresses `proxies` names its user in. The limits are those of the
    library `limits`; an empty one is none.
    """

    loopback: bool = True
    public: bool = False
    names: frozenset[str] = frozenset()
    trusted_header: str = ""
    proxies: tuple[Network, ...] = ()
    logins: str = "10/15 minutes"
    asked_by_address: str = "600/minute"
    asked_by_token: str = "600/minute"

    @property
    def open_to_read(self) -> bool:
        return self.public or (self.loopback and not self.proxies)

    def answers_to(self, host: str) -> bool:
        """Whether a record asked for by this name is this one, and no other site that leads its readers here."""
        return host in HERE or host in self.names or (not self.loopback and is_address(host))

    def trusts(self, address: str) -> bool:
        """Whether a proxy at this address is believed."""
        return is_address(address) and any(ip_address(address) in network for network in self.proxies)


@lru_cache
def is_address(host: str) -> bool:
    """Whether a host is told by its number, which no name service can turn elsewhere."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
