"""Leading people to where they log in, and back to where they came from."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from fastapi import Request


def login_address(path: str, query: str = "") -> str:
    """The address of the page to log in at, from which the way leads back here."""
    here = f"{path}?{query}" if query else path
    return f"/login?{urlencode({'next': here})}" if here != "/" else "/login"


def login_from(request: Request) -> str:
    """The same, from the page that is asked for."""
    return login_address(request.url.path, request.url.query)


def local_path(told: str) -> str:
    """The path that an address leads to where it is one of the record's own, else that of the first page."""
    try:
        parts = urlsplit(told)
    except ValueError:
        return "/"
    elsewhere = parts.scheme or parts.netloc or not told.startswith("/") or told.startswith("//")
    if elsewhere or "\\" in told or not told.isprintable() or parts.path in ("/login", "/logout"):
        return "/"
    return told
