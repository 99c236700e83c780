"""Official sites: for whom a page speaks, and whose contacts it tells of, by its address or its letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from telcon.roster.entries import RosterError, Site
from telcon.roster.sheets import OFFICE_NAMES, list_lines

_HEADING = re.compile(r"\[([A-Z]+)(?: (\w+))?\]$")
_PHONE = "phone"
_QUOTE = '"'
_HEAD = 8
"""Lines of a page among which a letterhead stands."""


def read_sites(path: Path) -> Iterator[tuple[str, str, Site]]:
    """Yield each site with its place and address; none where there is no such sheet.

    Its lines are `host/path: body | phone` under headings `[SIDE office]`. Raises `RosterError` for any other line.
    """
    side, office = "", None
    for source, line in list_lines(path) if path.exists() else ():
        if heading := _HEADING.match(line.strip()):
            side, office = heading[1], OFFICE_NAMES.get(heading[2] or "")
            if heading[2] and office is None:
                raise RosterError(f"{source}: {heading[2]!r} is no office")
            continue
        address, colon, rest = line.partition(":")
        body, _, word = (part.strip() for part in rest.partition("|"))
        if not side or not colon or not body or word not in ("", _PHONE):
            raise RosterError(
                f"{source}: not `host/path: body` or `host/path: body | phone` under a heading [SIDE office]"
            )
        yield source, address.strip(), Site(body, side, office, word == _PHONE)


def host_of(url: str | None) -> str:
    """The host that an address names, without *www.*; empty where it names none, or is no address."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def find_site(url: str | None, sites: Mapping[str, Site]) -> Site | None:
    """The site that an address belongs to: that of its longest beginning; None for an address of no official site."""
    host = host_of(url)
    path = urlsplit(url or "").path if host else ""
    fitting = [address for address in sites if host and _belongs(host, path, address)]
    return sites[max(fitting, key=len)] if fitting else None


def find_letterhead(lines: Sequence[str], sites: Mapping[str, Site]) -> Site | None:
    """The site whose letterhead stands among a page's first lines, one line of it below the other; None without one."""
    head = [" ".join(line.casefold().split()) for line in lines if line.strip()][:_HEAD]
    for address, site in sites.items():
        wanted = address.strip(_QUOTE).casefold().split(" / ") if address.startswith(_QUOTE) else []
        places = range(len(head) - len(wanted) + 1) if wanted else ()
        if any(head[place : place + len(wanted)] == wanted for place in places):
            return site
    return None


def _belongs(host: str, path: str, address: str) -> bool:
    own, slash, rest = address.partition("/")
    return (host == own or host.endswith(f".{own}")) and path.lower().startswith(slash + rest)
