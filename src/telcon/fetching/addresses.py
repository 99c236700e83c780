"""Addresses as people and pages write them, held against what may be asked for."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin

import httpx

from telcon.fetching.failures import Cause, FetchError

SCHEMES = ("http", "https")
LONGEST = 2048
"""Letters of an address; longer ones are cut off by servers and browsers, or are no addresses."""
PORTS = frozenset({80, 443})
FREE_PORTS, HIGHEST_PORT = 1024, 65_535
"""Ports from here on are no well-known services that could take a request for a command of theirs."""

FOLLOWED = re.compile(r"(utm_\w+|fbclid|gclid|yclid|at_medium|at_campaign)=")
"""Parts of an address by which sites follow who came from where; the page is the same without them."""


def is_address(text: str) -> bool:
    """Tell whether what somebody names is an address of the web, not a path."""
    return text.lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def parse_address(text: str, *, base: httpx.URL | None = None) -> httpx.URL:
    """Take an address apart, without its fragment; one that is relative is taken from `base`.

    Raises `FetchError` for one that is no address of the web, holds control characters or a user's name, or leads to a
    port of another service.
    """
    text = text.strip()
    if not text.isprintable():
        raise FetchError(Cause.REFUSED, "the address holds control characters")
    if len(text) > LONGEST:
        raise FetchError(Cause.REFUSED, f"the address is longer than {LONGEST} characters")
    try:
        # Lists hold tens of thousands of addresses: each is taken apart once, not at every step.
        url = httpx.URL(urldefrag(urljoin(str(base), text) if base else text).url)
        port = url.port
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise FetchError(Cause.REFUSED, "it is no address (as in: https://example.org/page)") from None
    if url.scheme not in SCHEMES:
        raise FetchError(Cause.REFUSED, f"`{url.scheme}` is not read (only http and https are)")
    if not url.host or (port or 80) > HIGHEST_PORT:
        raise FetchError(Cause.REFUSED, "it is no address (as in: https://example.org/page)")
    if url.userinfo:
        raise FetchError(Cause.REFUSED, "a user name or password stands in the address (leave it out)")
    if port is not None and port not in PORTS and port < FREE_PORTS:
        raise FetchError(Cause.REFUSED, f"port {port} is that of another service")
    return url


def fold_host(name: str) -> str:
    """The name of a host as it is connected to: in small letters, those beyond ASCII as IDNA has them."""
    try:
        return httpx.URL(scheme="http", host=name).raw_host.decode("ascii")
    except httpx.InvalidURL:
        return name.lower()


def without_trail(url: httpx.URL) -> httpx.URL:
    """An address without the parts by which a site follows who came from where."""
    query = url.query.decode("ascii", "replace")
    if not FOLLOWED.search(query):
        return url
    kept = "&".join(part for part in query.split("&") if not FOLLOWED.match(part))
    return url.copy_with(query=kept.encode() or None)


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port, which a robots.txt speaks for: `https://example.org`."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def is_same_site(one: httpx.URL, other: httpx.URL) -> bool:
    """Tell whether two addresses are of one host, or of one below the other; `www.` and `m.` make no difference."""
    a, b = (_bare(url.host) for url in (one, other))
    return a == b or a.endswith(f".{b}") or b.endswith(f".{a}")


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.")
