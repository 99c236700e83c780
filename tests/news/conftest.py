"""A record whose contacts are written by hand, a receiver of webhooks and a mail server, both on loopback."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from telcon.model.contacts import Source
from telcon.news import Means, Outcome, Subscriptions, read_subscriptions, tell
from telcon.news.hooks import Hooks
from telcon.store import Store, open_store
from tests.store import readings

KREMLIN, XINHUA = Source("Kremlin", "RU"), Source("Xinhua", "CN")
SECRET = "a secret of thirty-two characters"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "telcon.db") as opened:
        yield opened


def add(store: Store, name: str, *, words: str = "", **changes: Any) -> None:
    """Let a page of this name tell of a contact, whose report has these values; other words make another version."""
    page = replace(readings.page(name, extra=words or name), url=f"https://example.org/{name}")
    store.add(readings.reading(page, readings.report(page.text, **({"date_in_page": None} | changes))))


@dataclass
class Receiver:
    """What came by webhook, and with which status each is answered (the last one again and again)."""

    address: str = ""
    statuses: list[int] = field(default_factory=lambda: [204])
    came: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    slow: float = 0

    @property
    def told(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.came]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.came.append(({name.lower(): value for name, value in self.headers.items()}, body))
            time.sleep(found.slow)
            self.send_response(found.statuses.pop(0) if len(found.statuses) > 1 else found.statuses[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.address = f"http://127.0.0.1:{server.server_port}/news"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Mailbox:
    """What came by mail, whom the server refuses, and what it answers to a whole message."""

    port: int = 0
    came: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    answer: str = "250 taken"
    drop: bool = False

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, _: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            message = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.came.append((list(envelope.rcpt_tos), message))
        if self.drop:
            assert server.transport is not None
            server.transport.abort()
        return self.answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    found = Mailbox(free_port())
    controller = Controller(found, hostname="127.0.0.1", port=found.port, enable_SMTPUTF8=True)
    controller.start()
    yield found
    controller.stop()


Round = Callable[..., list[Outcome]]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Subscriptions]:
    """Write a file of subscriptions and read it."""

    def written(text: str) -> Subscriptions:
        path = tmp_path / "subscriptions.toml"
        path.write_text(text, encoding="utf-8")
        return read_subscriptions(path, {"HOOK_SECRET": SECRET})

    return written


def means(folder: Path, **changes: Any) -> Means:
    """By what is sent, without waiting."""
    hooks = Hooks(pause=0, sleep=lambda _: None, allowed=frozenset({"127.0.0.1"}))
    told: dict[str, Any] = {"environment": {"HOOK_SECRET": SECRET}, "hooks": hooks, "patience": 2}
    return replace(Means(folder), **(told | changes))


@pytest.fixture
def tell_all(store: Store, tmp_path: Path) -> Round:
    """One round of telling."""
    return lambda subscriptions, **changes: tell(store, subscriptions, means(tmp_path, **changes))
