"""What becomes of one visit: pages, redirects, and servers that misbehave."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from telcon.fetching import Cause, Fetcher, FetchError, Marks, StoppedError
from tests.fetching.conftest import QUICK, make_fetcher
from tests.fetching.sites import Reply, Script, Site, serve_raw

PAGE = b"<p>Two leaders spoke.</p>"


def failure(fetcher: Fetcher, address: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.get(address, **options)  # type: ignore[arg-type]
    return caught.value


def raw(head: str, body: bytes = b"") -> Script:
    def script(connection: socket.socket, _: threading.Event) -> None:
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)

    return script


def test_a_page_comes_with_what_is_declared(site: Site, fetcher: Fetcher) -> None:
    marks = {"ETag": '"1"', "Last-Modified": "Tue, 21 Jan 2025 10:00:00 GMT"}
    site.pages["/a"] = Reply(PAGE, headers=marks, media_type='Text/HTML; Charset="windows-1251"')
    answer = fetcher.get(f"{site.root}/a#part")
    assert answer.body == PAGE
    assert (str(answer.url), answer.media_type, answer.charset) == (f"{site.root}/a", "text/html", "windows-1251")
    assert answer.marks == Marks('"1"', "Tue, 21 Jan 2025 10:00:00 GMT")


def test_visits_say_who_they_are(site: Site) -> None:
    site.pages["/a"] = Reply(PAGE)
    make_fetcher(contact="desk@example.org\nEvil: 1").get(f"{site.root}/a")
    headers = site.asked[-1][1]
    assert headers["User-Agent"].startswith("Telcon/")
    assert headers["User-Agent"].endswith("; desk@example.org?Evil: 1)")
    assert "Evil" not in headers
    assert "Cookie" not in headers


def test_what_did_not_change_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = lambda asked: Reply(status=304) if asked.get("If-None-Match") == '"1"' else Reply(PAGE)
    assert fetcher.get(f"{site.root}/a", marks=Marks('"1"')).unchanged
    assert fetcher.get(f"{site.root}/a", marks=Marks('"2"')).body == PAGE


def test_redirects_are_followed_to_their_end(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Reply(status=301, headers={"Location": "/b?c=d"})
    site.pages["/b?c=d"] = Reply(status=307, headers={"Location": f"{site.root}/e"})
    site.pages["/e"] = Reply(PAGE)
    assert str(fetcher.get(f"{site.root}/a").url) == f"{site.root}/e"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/a", r"go round in a circle"),
        ("file:///etc/passwd", r"where nothing is read: `file` is not read"),
        ("https://me:word@example.org/", r"where nothing is read: a user name"),
        ("//localhost:{port}/b", r"localhost is (127.0.0.1|::1), this machine itself \(allow it by name"),
        ("http://127.0.0.2:{port}/b", r"127.0.0.2 is 127.0.0.2, this machine itself"),
        ("http://[::1]:{port}/b", r"::1 is ::1, this machine itself"),
        ("http://2130706434:{port}/b", r"2130706434 is 127.0.0.2, this machine itself"),
    ],
)
def test_redirects_that_are_not_followed(site: Site, fetcher: Fetcher, location: str, reason: str) -> None:
    site.pages["/a"] = Reply(status=302, headers={"Location": location.format(port=site.port)})
    with pytest.raises(FetchError, match=reason) as caught:
        fetcher.get(f"{site.root}/a")
    assert not caught.value.may_pass
    assert site.paths() == ["/a"]


def test_redirects_without_end_are_left(site: Site, fetcher: Fetcher) -> None:
    for step in range(20):
        site.pages[f"/{step}"] = Reply(status=302, headers={"Location": f"/{step + 1}"})
    assert failure(fetcher, f"{site.root}/0").reason == "more than 8 redirects, the last to 127.0.0.1"
    assert len(site.paths()) == 9


def test_an_international_name_is_allowed_as_people_write_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/a"] = Reply(PAGE)
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    monkeypatch.setattr("telcon.fetching.connections._resolve", resolve)
    address = f"http://báo.example:{site.port}/a"
    assert "xn--bo-mia.example is 127.0.0.1" in str(failure(make_fetcher(allowed=frozenset({"bao.example"})), address))
    assert make_fetcher(allowed=frozenset({"BÁO.example"})).get(address).body == PAGE
    assert set(asked) == {"xn--bo-mia.example"}


def test_this_machine_is_visited_only_where_its_name_is_allowed(site: Site) -> None:
    site.pages["/a"] = Reply(PAGE)
    refused = failure(make_fetcher(allowed=frozenset()), f"{site.root}/a")
    assert refused.cause is Cause.REFUSED
    assert site.asked == []
    assert make_fetcher(allowed=frozenset({"LOCALHOST"})).get(f"http://localhost:{site.port}/a").body == PAGE


def test_a_name_that_changes_its_address_between_check_and_use_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer of the name server is never asked for: what was checked is what is connected to."""
    told: list[str] = []
    resolve = socket.getaddrinfo

    def change_mind(host: str, *rest: object, **more: object) -> object:
        if host != "rebinding.example":
            return resolve(host, *rest, **more)  # type: ignore[arg-type]
        told.append(host)
        return resolve("203.0.113.9" if len(told) == 1 else "127.0.0.1", *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", change_mind)
    failures = [failure(make_fetcher(), f"http://rebinding.example:{site.port}/a").cause for _ in range(2)]
    assert failures == [Cause.REFUSED, Cause.REFUSED]
    assert site.asked == []


def test_names_that_nobody_knows(fetcher: Fetcher) -> None:
    error = failure(fetcher, "http://no-such-name.invalid/")
    assert (error.cause, error.reason) == (Cause.UNREACHABLE, "the name no-such-name.invalid cannot be resolved")


def test_servers_that_are_not_there(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = failure(fetcher, f"http://127.0.0.1:{port}/")
    assert (error.cause, error.reason) == (Cause.UNREACHABLE, "no connection to 127.0.0.1: connection refused")


@pytest.mark.parametrize(
    ("status", "cause", "reason"),
    [
        (404, Cause.DENIED, "no such page (HTTP 404)"),
        (410, Cause.DENIED, "the page is gone for good (HTTP 410)"),
        (403, Cause.DENIED, "access is denied (HTTP 403)"),
        (451, Cause.DENIED, "it is blocked by law (HTTP 451)"),
        (418, Cause.DENIED, "the server answers with no page (HTTP 418)"),
        (204, Cause.DENIED, "the server answers with no page (HTTP 204)"),
        (500, Cause.BUSY, "the server cannot answer now (HTTP 500)"),
    ],
)
def test_answers_without_a_page(site: Site, fetcher: Fetcher, status: int, cause: Cause, reason: str) -> None:
    site.pages["/a"] = Reply(status=status)
    error = failure(fetcher, f"{site.root}/a")
    assert (error.cause, error.reason) == (cause, reason)


def test_gzipped_pages_are_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Reply(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    site.pages["/b"] = Reply(PAGE, headers={"Content-Encoding": "gzip"})
    assert fetcher.get(f"{site.root}/a").body == PAGE
    assert fetcher.get(f"{site.root}/b").body == PAGE, "declared as gzip and none: as it is"


BOMB = gzip.compress(b"\0" * 50_000_000)


@pytest.mark.parametrize(
    ("body", "packed", "expected"),
    [
        (gzip.compress(PAGE * 99)[:-20], "gzip", (Cause.BROKEN, "the gzip data break off before their end")),
        (gzip.compress(PAGE)[:10] + b"\x07" * 30, "gzip", (Cause.BROKEN, "the gzip data are damaged")),
        (BOMB, "gzip", (Cause.UNFIT, "larger than 0.2 MB")),
        (b"\x1b\x05", "br", (Cause.UNFIT, "packed as `br`, which nobody asked for")),
        (zlib.compress(PAGE), "deflate", (Cause.UNFIT, "packed as `deflate`, which nobody asked for")),
        (PAGE, "gzip, gzip", (Cause.UNFIT, "packed as `gzip, gzip`, which nobody asked for")),
        (b"a" * 200_001, "identity", (Cause.UNFIT, "larger than 0.2 MB")),
    ],
    ids=["cut off", "damaged", "bomb", "brotli", "deflate", "twice", "large"],
)
def test_bodies_that_are_not_taken(
    site: Site, fetcher: Fetcher, body: bytes, packed: str, expected: tuple[Cause, str]
) -> None:
    site.pages["/a"] = Reply(body, headers={"Content-Encoding": packed})
    error = failure(fetcher, f"{site.root}/a")
    assert (error.cause, error.reason) == expected


def drip(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while not over.wait(0.1):
        connection.sendall(b"a")


def drip_head(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while not over.wait(0.1):
        connection.sendall(b"a")


def stream_on(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while not over.is_set():
        connection.sendall(b"<item/>" * 1000)


def fall_silent(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    over.wait()


def reset(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


@pytest.mark.parametrize(
    ("script", "cause", "reason"),
    [
        (drip, Cause.BROKEN, "not done after 1.5 seconds"),
        (drip_head, Cause.BROKEN, "not done after 1.5 seconds"),
        (fall_silent, Cause.BROKEN, "nothing came for 0.6 seconds"),
        (stream_on, Cause.UNFIT, "larger than 0.2 MB"),
        (reset, Cause.BROKEN, "the connection broke off: "),
        (raw("HTTP/1.1 200 OK\nContent-Length: 100", b"abc"), Cause.BROKEN, "the server does not keep to HTTP: peer"),
        (raw("HTTP/1.1 200 OK\nContent-Length: -1"), Cause.BROKEN, "the server does not keep to HTTP"),
        (raw("HTTP/1.1 200 OK\nContent-Length: 9\nContent-Length: 8"), Cause.BROKEN, "the server does not keep to"),
        (raw("HTTP/1.1 200 OK\nContent-Length: 99999999999", b"abc"), Cause.UNFIT, "larger than 0.2 MB"),
        (raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"5\r\nabc"), Cause.BROKEN, "the server does not keep"),
        (raw("220 mail.example.org ready"), Cause.BROKEN, "the server does not keep to HTTP"),
        (raw("HTTP/1.1 200 OK\nX: " + "a" * 200_000), Cause.BROKEN, "the server does not keep to HTTP"),
        (raw("HTTP/1.1 200 OK\nX\x00Y: 1"), Cause.BROKEN, "the server does not keep to HTTP"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_servers_that_misbehave(script: Script, cause: Cause, reason: str) -> None:
    fetcher = make_fetcher(bounds=QUICK)
    started = time.monotonic()
    with serve_raw(script) as root:
        error = failure(fetcher, f"{root}/a")
    assert (error.cause, error.reason[: len(reason)]) == (cause, reason)
    assert time.monotonic() - started < 3


def test_more_bytes_than_declared_are_left(fetcher: Fetcher) -> None:
    with serve_raw(raw("HTTP/1.1 200 OK\nContent-Length: 3", b"abcdef")) as root:
        assert fetcher.get(f"{root}/a").body == b"abc"


def test_a_visit_ends_when_nobody_wants_it_any_more() -> None:
    stop = threading.Event()
    hurried = make_fetcher()
    hurried = Fetcher(hurried.conduct, stop=stop)
    threading.Timer(0.2, stop.set).start()
    started = time.monotonic()
    with serve_raw(drip) as root, pytest.raises(StoppedError):
        hurried.get(f"{root}/a")
    assert time.monotonic() - started < 1.2


def test_a_certificate_that_nobody_vouches_for_is_refused(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(make_certificate(tmp_path))

    def speak_tls(connection: socket.socket, _: threading.Event) -> None:
        with context.wrap_socket(connection, server_side=True) as secured:
            secured.recv(1)

    with serve_raw(speak_tls, at_once=True) as root:
        error = failure(fetcher, root.replace("http://", "https://"))
    assert (error.cause, error.reason) == (Cause.UNFIT, "its certificate is not valid: self-signed certificate")


def test_a_server_that_speaks_no_tls_is_told(site: Site, fetcher: Fetcher) -> None:
    assert failure(fetcher, f"https://127.0.0.1:{site.port}/").cause in (Cause.UNREACHABLE, Cause.BROKEN)


def make_certificate(folder: Path) -> Path:
    """A key and a certificate for 127.0.0.1, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return path
