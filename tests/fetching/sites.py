"""A web server on this machine that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """An answer: its status, headers and body."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "text/html; charset=utf-8"


Answering = Reply | Callable[[Mapping[str, str]], Reply]


class Site:
    """What a server answers, by path, and the requests that it had (path, headers), in order."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.pages: dict[str, Answering] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.host, self.port = "127.0.0.1", server.server_address[1]
        self.root = f"http://{self.host}:{self.port}"

    def paths(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serve_site() -> Iterator[Site]:
    """A site on a free port, gone at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.site = Site(server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.site  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers)))
        known = site.pages.get(self.path, Reply(status=404))
        reply = known(dict(self.headers)) if callable(known) else known
        self.send_response(reply.status)
        headers = {"Content-Type": reply.media_type, "Content-Length": str(len(reply.body))} | dict(reply.headers)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if reply.status != 304:
            self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Script = Callable[[socket.socket, threading.Event], None]


@contextmanager
def serve_raw(script: Script, *, at_once: bool = False) -> Iterator[str]:
    """A server that does with each connection whatever a script says; gives its address.

    It waits for a request before, unless it is to begin `at_once`; a robots.txt is never there.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()
    threading.Thread(target=_answer_all, args=(listening, script, over, at_once), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        listening.close()


def _answer_all(listening: socket.socket, script: Script, over: threading.Event, at_once: bool) -> None:
    while not over.is_set():
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(connection, script, over, at_once), daemon=True).start()


def _answer(connection: socket.socket, script: Script, over: threading.Event, at_once: bool) -> None:
    with connection:
        try:
            if not at_once and b"/robots.txt" in connection.recv(65536).split(b"\r\n")[0]:
                connection.sendall(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n")
            else:
                script(connection, over)
        except OSError:
            pass
