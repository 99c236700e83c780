"""Proxies, where people say that those of the environment are to be used."""

from __future__ import annotations

import urllib.request
from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True)
class Proxies:
    """Whether visits go through the proxies that the environment names (`HTTPS_PROXY`, `NO_PROXY`, …).

    Through a proxy, names are resolved by the proxy: it alone can keep visits off private addresses.
    """

    of_environment: bool = False

    def for_address(self, url: httpx.URL) -> httpx.URL | None:
        """The proxy to ask for an address, None to ask for it directly."""
        if not self.of_environment or urllib.request.proxy_bypass(url.host):
            return None
        named = urllib.request.getproxies()
        proxy = named.get(url.scheme) or named.get("all")
        return httpx.URL(proxy if "://" in proxy else f"http://{proxy}") if proxy else None
