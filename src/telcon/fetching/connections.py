"""Connections that lead nowhere but to the public network, and that end in time.

Addresses are checked where the connection is made, on the very address that is connected to: a name that resolves to
one address when it is checked and to another when it is used gains nothing.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import httpcore

from telcon.fetching.bounds import Stopwatch
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.networks import tell_private

SLICE = 0.5
"""Seconds after which a connection that waits looks whether it is still wanted."""


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects to public addresses, to others only for the names in `allowed`, within the time of a stopwatch."""

    def __init__(self, stopwatch: Stopwatch, allowed: frozenset[str]) -> None:
        self._stopwatch, self._allowed = stopwatch, allowed
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a name that answers. Raises `FetchError` where none may be, or none does."""
        failure: Exception | None = None
        for address in self._addresses(host, port):
            left = min(timeout or self._stopwatch.left(), self._stopwatch.left())
            try:
                stream = self._network.connect_tcp(address, port, left, local_address, socket_options)
                return TimedStream(stream, self._stopwatch)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        self._stopwatch.left()
        why = "no answer" if isinstance(failure, httpcore.ConnectTimeout) else _words(failure)
        raise FetchError(Cause.UNREACHABLE, f"no connection to {host}: {why}") from failure

    def _addresses(self, host: str, port: int) -> Iterator[str]:
        private = ""
        some = False
        for address in self._resolve(host, port):
            kind = None if host.lower() in self._allowed else tell_private(address)
            if kind is None:
                some = True
                yield address
            else:
                private = private or f"{host} is {address}, {kind} (allow it by name with --allow-host)"
        if private and not some:
            raise FetchError(Cause.REFUSED, private)

    def _resolve(self, host: str, port: int) -> list[str]:
        """Ask for a name's addresses on a thread beside: the system may ponder on it for longer than we have."""
        told: SimpleQueue[list[str]] = SimpleQueue()
        Thread(target=lambda: told.put(_resolve(host, port)), daemon=True).start()
        while True:
            try:
                found = told.get(timeout=min(SLICE, self._stopwatch.left()))
            except Empty:
                continue
            if not found:
                raise FetchError(Cause.UNREACHABLE, f"the name {host} cannot be resolved")
            return found


class TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends with the time of its stopwatch."""

    def __init__(self, stream: httpcore.NetworkStream, stopwatch: Stopwatch) -> None:
        self._stream, self._stopwatch = stream, stopwatch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Take what has come. Raises `FetchError` at the end of the time, `httpcore.ReadTimeout` after a silence."""
        return self._patiently(lambda slice_: self._stream.read(max_bytes, slice_), timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes. A request is small: it is taken at once, or not at all."""
        self._stream.write(buffer, min(timeout or self._stopwatch.left(), self._stopwatch.left()))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Speak TLS from here on."""
        left = min(timeout or self._stopwatch.left(), self._stopwatch.left())
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._stopwatch)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of its streams."""
        return self._stream.get_extra_info(info)

    def _patiently(self, step: Callable[[float], bytes], timeout: float | None) -> bytes:
        waited = 0.0
        while True:
            slice_ = min(SLICE, self._stopwatch.left(), (timeout or SLICE) - waited + 0.001)
            try:
                return step(slice_)
            except httpcore.ReadTimeout:
                waited += slice_
                if timeout is not None and waited >= timeout:
                    self._stopwatch.left()
                    raise


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _words(error: Exception | None) -> str:
    cause = error.__cause__ if error else None
    told = getattr(cause, "strerror", None) or str(error or "no address")
    return told.lower()
