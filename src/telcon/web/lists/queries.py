"""Addresses of a list that differ from the one asked for in one thing."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request

from telcon.model.values import value

PASSING = frozenset({"lang", "page", "after", "size", "facets"})
"""What an address may hold that is no part of what is asked for."""


@value(frozen=True, slots=True)
class Asking:
    """What an address asks for, without what is left empty."""

    path: str
    items: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.at(self.path)

    @property
    def query(self) -> str:
        """What stands behind the question mark."""
        return urlencode(self.items)

    def at(self, path: str) -> str:
        """The same question at another path."""
        return f"{path}?{self.query}" if self.items else path

    def without(self, *names: str) -> Asking:
        """Nothing said of these."""
        return Asking(self.path, tuple(item for item in self.items if item[0] not in names))

    def dropping(self, name: str, told: str) -> Asking:
        """One value taken back."""
        return Asking(self.path, tuple(item for item in self.items if item != (name, told)))

    def saying(self, **told: object) -> Asking:
        """These in place of what was said of them."""
        return Asking(self.path, (*self.without(*told).items, *((name, str(one)) for name, one in told.items())))


def asking(request: Request, path: str | None = None) -> Asking:
    """What the address of a request asks for."""
    items = ((name, told) for name, told in request.query_params.multi_items() if told.strip() and name not in PASSING)
    return Asking(path or request.url.path, tuple(items))
