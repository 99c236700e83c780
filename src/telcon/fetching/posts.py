"""Handing something to an address: one request, as guarded as a visit, whose answer is a status."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from telcon.fetching.addresses import parse_address
from telcon.fetching.answers import wait_told
from telcon.fetching.bounds import Bounds, Stopwatch
from telcon.fetching.connections import GuardedNetwork
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.visits import COME_BACK, Manners, find_proxy, open_pool, speaking_plainly


def post(address: str, body: bytes, headers: Mapping[str, str], *, manners: Manners, bounds: Bounds) -> int:
    """Hand bytes to an address and give the status (2xx) with which they were taken; redirects are not followed.

    Raises `FetchError` where they were not taken, `StoppedError` where `manners.stop` is set meanwhile.
    """
    url = parse_address(address)
    stopwatch = Stopwatch(bounds, manners.stop)
    proxy = find_proxy(url, manners)
    network = GuardedNetwork(stopwatch, frozenset(manners.allowed | ({proxy.host} if proxy else set())))
    waits = {"connect": bounds.connecting, "read": bounds.silence, "write": bounds.silence}
    sent = list({"User-Agent": manners.agent, "Connection": "close", **headers}.items())
    with (
        speaking_plainly(bounds),
        open_pool(network, proxy) as pool,
        pool.stream("POST", str(url), headers=sent, content=body, extensions={"timeout": waits}) as answer,
    ):
        status, told = answer.status, httpx.Headers(answer.headers)
    if 200 <= status < 300:
        return status
    if status in COME_BACK:
        raise FetchError(Cause.BUSY, f"the receiver cannot take it now (HTTP {status})", after=wait_told(told))
    raise FetchError(Cause.DENIED, f"the receiver does not take it (HTTP {status})")
