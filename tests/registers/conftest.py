"""A query service on the loopback network, and answers in the shape of SPARQL results."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Service:
    """What the service answers, one reply a request, the last one again and again; and what it was asked."""

    address: str = ""
    replies: list[Reply] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)


def reply(body: bytes, *, status: int = 200, kind: str = "application/sparql-results+json", **headers: str) -> Reply:
    """A whole answer; names of headers with `_` for `-`."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def break_off(body: bytes) -> Reply:
    """An answer that is shorter than it says."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) + 1000))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return send


def table(*rows: dict[str, object]) -> bytes:
    """SPARQL results: a text is a literal, `Q1` an item, an integer a precision, None an unknown value."""
    bindings = [{name: _value(name, told) for name, told in row.items()} for row in rows]
    return json.dumps(
        {"head": {"vars": sorted({name for row in rows for name in row})}, "results": {"bindings": bindings}}
    ).encode()


def _value(name: str, told: object) -> dict[str, str]:
    if told is None:
        return {"type": "bnode", "value": "t1"}
    if isinstance(told, int):
        return {"type": "literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": str(told)}
    if name == "person":
        return {"type": "uri", "value": f"http://www.wikidata.org/entity/{told}"}
    if name == "rank":
        return {"type": "uri", "value": f"http://wikiba.se/ontology#{told}"}
    if name in ("start", "stop"):
        return {
            "type": "literal",
            "datatype": "http://www.w3.org/2001/XMLSchema#dateTime",
            "value": f"{told}T00:00:00Z",
        }
    return {"type": "literal", "xml:lang": name, "value": str(told)}


def row(state: str, person: object, start: str | None, stop: str | None = None, **more: object) -> dict[str, object]:
    """A line of an answer with times of day precision; `more` are other variables, names by language among them."""
    told: dict[str, object] = {"code": state, "person": person, "rank": "NormalRank"}
    for name, time in (("start", start), ("stop", stop)):
        if time:
            told |= {name: time, f"{name}Precision": 11, f"{name}Told": time}
    return told | more


@pytest.fixture
def service() -> Iterator[Service]:
    """A query service that runs while a test does."""
    found = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            found.asked.append(form | {"agent": self.headers.get("User-Agent", ""), "accept": self.headers["Accept"]})
            (found.replies.pop(0) if len(found.replies) > 1 else found.replies[0])(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.address = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
