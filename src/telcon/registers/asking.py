"""Asking a query service over HTTP, with the manners that Wikimedia asks for.

Policy: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy (an agent that says whom to
write to), https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Query_limits (a minute for a query, 429
with the seconds to wait).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from telcon import __version__
from telcon.fetching.answers import wait_told
from telcon.registers.answers import ASK_FOR_LESS
from telcon.registers.failures import RegisterError

WIKIDATA = "https://query.wikidata.org/sparql"
JSON = "application/sparql-results+json"
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is asked: seconds to connect, between bytes, in all; bytes at most; tries, and seconds between.

    A pause doubles with each try; a service that says how long to wait is waited for up to `longest_pause`. `contact`
    is whom the service can write to.
    """

    connecting: float = 20
    silence: float = 75
    total: float = 300
    bytes: int = 64_000_000
    tries: int = 4
    pause: float = 2
    longest_pause: float = 120
    contact: str = ""


class _BusyError(Exception):
    """The service may answer later: `after` seconds, 0 where it does not say."""

    def __init__(self, reason: str, after: float) -> None:
        super().__init__(reason)
        self.reason, self.after = reason, after


def ask(address: str, query: str, *, manners: Manners, sleep: Callable[[float], None] = time.sleep) -> bytes:
    """Ask a query; gives the answer as it came. Raises `RegisterError` where none is to be had."""
    _check(address)
    limits = httpx.Timeout(manners.silence, connect=manners.connecting)
    headers = {"User-Agent": agent(manners.contact), "Accept": JSON}
    with httpx.Client(timeout=limits, headers=headers, follow_redirects=True, max_redirects=5) as client:
        for attempt in range(1, manners.tries + 1):
            try:
                return _ask_once(client, address, query, manners)
            except _BusyError as busy:
                pause = _pause(busy.after, attempt, manners)
                if attempt == manners.tries or pause is None:
                    advice = "try again later" if pause is not None else f"it asks to wait {busy.after:.0f} seconds"
                    raise RegisterError(busy.reason, advice) from busy
                sleep(pause)
            except httpx.HTTPError as error:
                if attempt == manners.tries:
                    raise RegisterError(*_explain(error)) from error
                sleep(manners.pause * 2.0 ** (attempt - 1))
    raise RegisterError("it was not asked", "allow one try at least")


def agent(contact: str) -> str:
    """How we name ourselves: name, version, whom to write to, and the library."""
    plain = "".join(letter if " " <= letter <= "~" and letter not in "()" else "?" for letter in contact).strip()
    about = f"roster refresh; {plain}" if plain else "roster refresh"
    return f"Telcon/{__version__} ({about}) httpx/{httpx.__version__}"


def _check(address: str) -> None:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as error:
        raise RegisterError("it is no address", f"as in {WIKIDATA}") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise RegisterError("it is no address of the web", f"as in {WIKIDATA}")


def _ask_once(client: httpx.Client, address: str, query: str, manners: Manners) -> bytes:
    end = time.monotonic() + manners.total
    with client.stream("POST", address, data={"query": query, "format": "json"}) as response:
        if response.status_code in _BUSY:
            raise _BusyError(f"it is busy or out of order ({response.status_code})", wait_told(response.headers))
        if response.status_code != httpx.codes.OK:
            advice = "check the address"
            if response.status_code == httpx.codes.FORBIDDEN:
                advice = "say whom it can write to: --contact"
            raise RegisterError(f"it refuses ({response.status_code})", advice)
        found = bytearray()
        for part in response.iter_bytes():
            found += part
            if len(found) > manners.bytes:
                raise RegisterError(f"its answer is larger than {manners.bytes / 1e6:g} MB", ASK_FOR_LESS)
            if time.monotonic() > end:
                raise RegisterError(f"it was not done after {manners.total:g} seconds", ASK_FOR_LESS)
    return bytes(found)


def _pause(after: float, attempt: int, manners: Manners) -> float | None:
    """Seconds until the next try; None where the service asks for more patience than we have."""
    if not after:
        return manners.pause * 2.0 ** (attempt - 1)
    return after if after <= manners.longest_pause else None


def _explain(error: httpx.HTTPError) -> tuple[str, str]:
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError):
        return "it cannot be reached", "check the network and the address; nothing was changed"
    if isinstance(error, httpx.TimeoutException):
        return "it did not answer in time", ASK_FOR_LESS
    if isinstance(error, httpx.TooManyRedirects):
        return "it sends us round in circles", "check the address"
    return "the connection broke off", "try again later"
