"""Which addresses of the network are the public web's, and which are nobody's business."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks write them (RFC 6052)."""

KINDS = (
    ("is_unspecified", "no address at all"),
    ("is_loopback", "this machine itself"),
    ("is_link_local", "a link-local address"),
    ("is_multicast", "a multicast address"),
    ("is_private", "a private address"),
    ("is_reserved", "a reserved address"),
)


def tell_private(told: str) -> str | None:
    """What an address (IPv4 or IPv6) is where it is not one of the public network, None for a public one.

    An IPv4 address within an IPv6 one (mapped, 6to4, NAT64) counts as what it is. The ranges are those of IANA's
    special-purpose registries, as `ipaddress` has them.
    """
    address = _inner(ip_address(told.partition("%")[0]))
    for mark, words in KINDS:
        if getattr(address, mark):
            return words
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return None if address.is_global and not site_local else "a private address"


def _inner(address: Address) -> Address:
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
