"""One visit: an address asked for once, through its redirects, within bounds."""

from __future__ import annotations

import io
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from threading import Event

import httpcore
import httpx

from telcon.fetching.addresses import parse_address
from telcon.fetching.answers import UNMARKED, Answer, Marks, marks_of, media_type_of, wait_told
from telcon.fetching.bounds import Bounds, Stopwatch
from telcon.fetching.connections import GuardedNetwork
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.networks import tell_private
from telcon.fetching.proxies import Proxies
from telcon.pages.streams import Stream

REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
PACKED = ("", "identity", "gzip", "x-gzip")
"""Content encodings that are read; no other is asked for."""

DENIED = {
    401: "it asks for a password (HTTP 401)",
    402: "it is to be paid for (HTTP 402)",
    403: "access is denied (HTTP 403)",
    404: "no such page (HTTP 404)",
    410: "the page is gone for good (HTTP 410)",
    451: "it is blocked by law (HTTP 451)",
}
COME_BACK = frozenset({408, 425, 429, 500, 502, 503, 504})

Turn = Callable[[httpx.URL], AbstractContextManager[None]]
"""Lets one request to a host begin, when its turn has come."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How visits are made: who we say that we are, which private names may be visited, and through which proxies."""

    agent: str
    allowed: frozenset[str] = frozenset()
    proxies: Proxies = field(default_factory=Proxies)
    stop: Event = field(default_factory=Event)


def visit(
    url: httpx.URL, *, manners: Manners, bounds: Bounds, turn: Turn, marks: Marks = UNMARKED, accept: str = "*/*"
) -> Answer:
    """Ask for an address and follow its redirects, each checked as if it had been asked for.

    Raises `FetchError` for whatever is no answer with a body, `StoppedError` where `manners.stop` is set meanwhile.
    """
    passed = [url]
    while True:
        with turn(url), _asking(url, manners, bounds, marks, accept) as (answer, headers):
            if answer.status in REDIRECTS and "location" in headers:
                url = _next(url, headers["location"], passed, bounds)
            else:
                return _read(url, answer, headers, bounds)


def _next(url: httpx.URL, location: str, passed: list[httpx.URL], bounds: Bounds) -> httpx.URL:
    try:
        following = parse_address(location, base=url)
    except FetchError as error:
        raise FetchError(error.cause, f"it redirects to where nothing is read: {error.reason}") from None
    if following in passed:
        raise FetchError(Cause.UNFIT, f"its redirects go round in a circle ({len(passed)} addresses)")
    if len(passed) > bounds.redirects:
        raise FetchError(Cause.UNFIT, f"more than {bounds.redirects} redirects, the last to {following.host}")
    passed.append(following)
    return following


@contextmanager
def _asking(
    url: httpx.URL, manners: Manners, bounds: Bounds, marks: Marks, accept: str
) -> Iterator[tuple[httpcore.Response, httpx.Headers]]:
    asked = {"User-Agent": manners.agent, "Accept": accept, "Accept-Encoding": "gzip", "Connection": "close"}
    stopwatch = Stopwatch(bounds, manners.stop)
    proxy = find_proxy(url, manners)
    allowed = manners.allowed | ({proxy.host} if proxy else set())
    network = GuardedNetwork(stopwatch, frozenset(allowed))
    waits = {"connect": bounds.connecting, "read": bounds.silence, "write": bounds.silence}
    with speaking_plainly(bounds), open_pool(network, proxy) as pool:
        headers = list((asked | marks.headers()).items())
        with pool.stream("GET", str(url), headers=headers, extensions={"timeout": waits}) as answer:
            yield answer, httpx.Headers(answer.headers)


def find_proxy(url: httpx.URL, manners: Manners) -> httpx.URL | None:
    """The proxy to ask, if any. Raises `FetchError` for what even a proxy must not be asked for.

    That is told as far as it can be without resolving names, which is the proxy's.
    """
    proxy, host = manners.proxies.for_address(url), url.raw_host.decode("ascii")
    if proxy and host not in manners.allowed:
        try:
            kind = tell_private(host)
        except ValueError:
            kind = "this machine itself" if host.rstrip(".").endswith("localhost") else None
        if kind:
            raise FetchError(Cause.REFUSED, f"{host} is {host}, {kind} (allow it by name with --allow-host)")
    return proxy


def open_pool(network: GuardedNetwork, proxy: httpx.URL | None) -> httpcore.ConnectionPool:
    """Connections that go by way of a guarded network, through a proxy where one is named."""
    if proxy is None:
        return httpcore.ConnectionPool(_tls(), network_backend=network)
    return httpcore.HTTPProxy(str(proxy), ssl_context=_tls(), network_backend=network)


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _read(url: httpx.URL, answer: httpcore.Response, headers: httpx.Headers, bounds: Bounds) -> Answer:
    if answer.status == NOT_MODIFIED:
        return Answer(url, b"", marks=marks_of(headers), unchanged=True)
    if answer.status != 200:
        raise _no_page(answer.status, headers)
    packed = headers.get("content-encoding", "").strip().lower()
    if packed not in PACKED:
        raise FetchError(Cause.UNFIT, f"packed as `{packed[:40]}`, which nobody asked for")
    if headers.get("content-length", "").isdecimal() and int(headers["content-length"][:18]) > bounds.bytes:
        raise bounds.too_large()
    body = _take(answer, bounds)
    kind, charset = media_type_of(headers)
    return Answer(url, unpack(body, bounds) if "gzip" in packed else body, kind, charset, marks_of(headers))


def _take(answer: httpcore.Response, bounds: Bounds) -> bytes:
    taken = bytearray()
    for chunk in answer.iter_stream():
        taken += chunk
        if len(taken) > bounds.bytes:
            raise bounds.too_large()
    return bytes(taken)


def unpack(body: bytes, bounds: Bounds) -> bytes:
    """What gzipped bytes hold; bytes that are not gzipped, whatever they are declared to be, stay as they are.

    Raises `FetchError` where they are damaged, or hold more than the limit.
    """
    stream = Stream(io.BytesIO(body))
    data = stream.read(bounds.bytes + 1)
    if len(data) > bounds.bytes:
        raise bounds.too_large()
    if stream.broken:
        raise FetchError(Cause.BROKEN, stream.broken)
    return data


def _no_page(status: int, headers: httpx.Headers) -> FetchError:
    if status in DENIED:
        return FetchError(Cause.DENIED, DENIED[status])
    if status in COME_BACK:
        wait = wait_told(headers)
        told = f", asks to wait {wait:.0f} seconds" if wait else ""
        return FetchError(Cause.BUSY, f"the server cannot answer now (HTTP {status}){told}", after=wait)
    return FetchError(Cause.DENIED, f"the server answers with no page (HTTP {status})")


@contextmanager
def speaking_plainly(bounds: Bounds) -> Iterator[None]:
    """Turn what the network complains of into a `FetchError`."""
    try:
        yield
    except httpcore.ReadTimeout as error:
        raise FetchError(Cause.BROKEN, f"nothing came for {bounds.silence:g} seconds") from error
    except (httpcore.TimeoutException, httpcore.ConnectError, httpcore.ProxyError) as error:
        # httpcore gives what it was told along as the argument; the cause it takes away.
        told = error.args[0] if error.args else None
        if isinstance(told, ssl.SSLCertVerificationError):
            raise FetchError(Cause.UNFIT, f"its certificate is not valid: {told.verify_message}") from error
        raise FetchError(Cause.UNREACHABLE, f"no connection: {str(error).lower() or 'no answer in time'}") from error
    except httpcore.RemoteProtocolError as error:
        raise FetchError(Cause.BROKEN, f"the server does not keep to HTTP: {str(error).lower()}") from error
    except httpcore.NetworkError as error:
        raise FetchError(Cause.BROKEN, f"the connection broke off: {str(error).lower()}") from error
    except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol) as error:
        raise FetchError(Cause.REFUSED, f"it cannot be asked for: {error}") from error
