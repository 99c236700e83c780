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
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.tries import Tries, keep_trying
from telcon.registers.answers import ASK_FOR_LESS
from telcon.registers.failures import RegisterError

WIKIDATA = "https://query.wikidata.org/sparql"
JSON = "application/sparql-results+json"
SILENT = "it did not answer in time"
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


def ask(address: str, query: str, *, manners: Manners, sleep: Callable[[float], object] = time.sleep) -> bytes:
    """Ask a query; gives the answer as it came. Raises `RegisterError` where none is to be had."""
    _check(address)
    limits = httpx.Timeout(manners.silence, connect=manners.connecting)
    headers = {"User-Agent": agent(manners.contact), "Accept": JSON}
    with httpx.Client(timeout=limits, headers=headers, follow_redirects=True, max_redirects=5) as client:
        tries = Tries(manners.tries, manners.pause, manners.longest_pause)
        try:
            return keep_trying(lambda: _ask_once(client, address, query, manners), tries, sleep)
        except FetchError as error:
            raise RegisterError(error.reason, _advise(error, manners)) from error


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
    try:
        with client.stream("POST", address, data={"query": query, "format": "json"}) as response:
            _check_status(response)
            return _read(response, manners)
    except (httpx.ConnectTimeout, httpx.ConnectError) as error:
        raise FetchError(Cause.UNREACHABLE, "it cannot be reached") from error
    except httpx.TimeoutException as error:
        raise FetchError(Cause.BROKEN, SILENT) from error
    except httpx.TooManyRedirects as error:
        raise RegisterError("it sends us round in circles", "check the address") from error
    except httpx.HTTPError as error:
        raise FetchError(Cause.BROKEN, "the connection broke off") from error


def _check_status(response: httpx.Response) -> None:
    status = response.status_code
    if status in _BUSY:
        raise FetchError(Cause.BUSY, f"it is busy or out of order ({status})", after=wait_told(response.headers))
    if status != httpx.codes.OK:
        forbidden = status == httpx.codes.FORBIDDEN
        advice = "say whom it can write to: --contact" if forbidden else "check the address"
        raise RegisterError(f"it refuses ({status})", advice)


def _read(response: httpx.Response, manners: Manners) -> bytes:
    end, found = time.monotonic() + manners.total, bytearray()
    for part in response.iter_bytes():
        found += part
        if len(found) > manners.bytes:
            raise RegisterError(f"its answer is larger than {manners.bytes / 1e6:g} MB", ASK_FOR_LESS)
        if time.monotonic() > end:
            raise RegisterError(f"it was not done after {manners.total:g} seconds", ASK_FOR_LESS)
    return bytes(found)


def _advise(error: FetchError, manners: Manners) -> str:
    if error.after > manners.longest_pause:
        return f"it asks to wait {error.after:.0f} seconds"
    if error.cause is Cause.UNREACHABLE:
        return "check the network and the address; nothing was changed"
    return ASK_FOR_LESS if error.reason == SILENT else "try again later"
