"""What is pasted or uploaded is read and shown first, and stored just so; one bad page never stops the rest."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from telcon.engine.runs import read_safely
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.store import Store, open_store
from telcon.web import create_app
from telcon.web.additions import desk
from telcon.web.additions.samples import sample_folder
from tests.conftest import ROOT
from tests.pages.pdf_making import make_pdf
from tests.web.people import add_users, form_of, log_in

TOLD = """Tổng thống Nga điện đàm với Chủ tịch Trung Quốc

Ngày 21/1/2025, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình trong 95 phút.
"""
OTHER = TOLD.replace("21/1/2025", "3/3/2025").replace("95", "40")
OF = re.compile(r"/add/preview\?of=[\w-]+")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "telcon.db") as opened:
        yield opened


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, an answer waits until all is read."""
    monkeypatch.setattr("telcon.web.views.add.PATIENCE", 60.0)


def visit(store: Store, reader: desk.Reader = read_safely) -> TestClient:
    app = create_app(store, reader=reader)
    return TestClient(app, client=("127.0.0.1", 50000), follow_redirects=False)


def send(asked: TestClient, *files: tuple[str, bytes], **fields: str) -> Response:
    sent = [("files", (name, data)) for name, data in files]
    return asked.post("/add", data={"token": form_of(asked, "/add")} | fields, files=sent or None)


def keep(asked: TestClient, sent: Response) -> Response:
    """Say that what was shown is to be stored."""
    place = sent.headers["location"]
    return asked.post("/add/preview", data={"token": form_of(asked, "/add"), "of": place.rpartition("=")[2]})


def test_a_text_is_shown_before_it_is_stored(store: Store) -> None:
    asked = visit(store)
    sent = send(asked, text=TOLD.replace("\n", "\r\n"))
    assert (sent.status_code, OF.match(sent.headers["location"]) is not None) == (303, True)
    told = asked.get(sent.headers["location"]).text
    assert "Nothing is stored yet." in told and 'id="l3"' in told and 'class="ln body"' in told
    assert "<b>1 h 35 min</b>" in told and "ngày 21/1/2025" in told.lower()
    assert store.count_pages() == 0
    kept = keep(asked, sent)
    (contact,) = store.contacts()
    assert (kept.status_code, kept.headers["location"]) == (303, f"/contacts/{contact.id}")
    assert (contact.date, contact.tellings[0].page.name[:5]) == ("2025-01-21", "text-")
    assert store.page(contact.tellings[0].page.digest).page.text == TOLD, "line breaks are those of the text"
    assert keep(asked, sent).status_code == 303 and store.count_pages() == 1, "sent twice it is stored once"
    again = send(asked, text=TOLD)
    assert "The record holds this page already." in asked.get(again.headers["location"]).text


def test_what_is_known_of_a_page_goes_with_it(store: Store) -> None:
    asked = visit(store)
    sent = send(asked, text=TOLD, url=" https://example.org/a ", published="2025-01-22", language="vi")
    keep(asked, sent)
    page = store.contacts()[0].tellings[0].page
    assert (page.url, page.published, page.language) == ("https://example.org/a", "2025-01-22", "vi")
    changed = send(asked, text=OTHER, url="https://example.org/a")
    assert "a new version of a page" in asked.get(changed.headers["location"]).text


def test_pages_in_html_and_pdf_are_taken(store: Store) -> None:
    head, *paragraphs = [line for line in TOLD.splitlines() if line]
    html = f"<title>x</title><link rel=canonical href='https://example.org/of-the-page'><h1>{head}</h1>"
    html += "".join(f"<p>{line}</p>" for line in paragraphs) + "<footer>imprint</footer>"
    asked = visit(store)
    sent = send(asked, ("call.html", html.encode()), url="https://example.org/a")
    told = asked.get(sent.headers["location"]).text
    assert "<b>1 h 35 min</b>" in told and "imprint" in told and "&lt;p&gt;" not in told
    keep(asked, sent)
    page = store.contacts()[0].tellings[0].page
    assert (page.name, page.url, page.title) == ("call", "https://example.org/a", head)
    english = ["Vladimir Putin and Donald Trump spoke by phone", "", "On 12 February 2025 they spoke for an hour."]
    sent = send(asked, ("call.pdf", make_pdf(english)))
    assert "they spoke for an hour" in asked.get(sent.headers["location"]).text


def test_many_pages_are_read_and_told_of_one_by_one(store: Store) -> None:
    rows = "\n".join(json.dumps({"text": text, "id": name}) for text, name in ((TOLD, "one"), (OTHER, "two"))) + "\nno"
    asked = visit(store)
    sent = send(
        asked,
        ("dump.jsonl.gz", gzip.compress(rows.encode())),
        ("../../etc/passwd.txt", TOLD.replace("95", "60").encode()),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("empty.txt", b""),
    )
    told = asked.get(sent.headers["location"]).text
    assert "Add 3 pages to the record" in told and "21 January 2025" in told and "3 March 2025" in told
    assert "3 could not be read" in told and "a PNG picture" in told and "bad JSON" in told and ">empty<" in told
    assert "etc" not in told and "passwd" in told, "of a name only its last part counts"
    page = asked.get(sent.headers["location"] + "&page=2").text
    assert "<b>40 minutes</b>" in page and "Back to all pages" in page
    kept = keep(asked, sent)
    assert kept.headers["location"] == sent.headers["location"]
    assert "3 pages: new." in asked.get(kept.headers["location"]).text
    assert store.count_pages() == 3
    assert (
        "held already"
        in asked.get(
            send(asked, ("passwd.txt", TOLD.replace("95", "60").encode()), text=OTHER).headers["location"]
        ).text
    )


def test_a_page_of_the_same_name_is_another_page(store: Store) -> None:
    asked = visit(store)
    for text in (TOLD, OTHER):
        keep(asked, send(asked, ("page.txt", text.encode())))
    assert len(store.contacts()) == 2 and store.count_pages() == 2


@pytest.mark.parametrize(
    ("files", "fields", "status", "told"),
    [
        ([], {}, 400, "there is nothing to read"),
        ([], {"text": " \n "}, 400, "there is nothing to read"),
        ([("a.pdf", b"%PDF-1.7 " + bytes(50))], {}, 415, "a broken PDF file"),
        ([("a.html", b"<html><script>x()</script></html>")], {}, 415, "a script would put it there"),
        ([("a.txt.gz", b"\x1f\x8b broken")], {}, 415, "gzip"),
        ([], {"text": TOLD, "url": "javascript:alert(1)"}, 400, "is no address of a page"),
        ([], {"text": TOLD, "url": "https://"}, 400, "is no address of a page"),
        ([], {"text": TOLD, "url": "http://[1"}, 400, "is no address of a page"),
        ([], {"text": TOLD, "published": "soon"}, 400, "is no day or time"),
        ([], {"text": TOLD, "language": "xx"}, 400, "no pack for"),
        ([("a.txt", b"a"), ("b.txt", b"b")], {"url": "https://example.org/"}, 400, "an address belongs to one page"),
        ([], {"text": TOLD, "token": "stolen"}, 403, "the form is too old"),
        ([], {"text": "w" * 5_100_000}, 413, "too much at once"),
        ([("big.txt", b"w " * 10_100_000)], {}, 413, "larger than the limit"),
        ([("huge.txt", b"w " * 16_100_000)], {}, 413, "at most 32 MB"),
        ([(f"{number}.txt", b"w") for number in range(201)], {}, 413, "too much at once"),
    ],
)
def test_what_cannot_be_taken_is_told(
    store: Store, files: list[tuple[str, bytes]], fields: dict[str, str], status: int, told: str
) -> None:
    given = send(visit(store), *files, **fields)
    assert (given.status_code, given.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert told in given.text and store.count_pages() == 0


def test_a_form_without_a_file_is_read_for_its_text(store: Store) -> None:
    asked = visit(store)
    parts = (("token", form_of(asked, "/add")), ("text", TOLD))
    body = "".join(f'--b\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{told}\r\n' for name, told in parts)
    body += '--b\r\ncontent-disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--b--\r\n'
    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert asked.post("/add", content=body.encode(), headers=kind).status_code == 303


def test_what_was_written_stays_in_the_form(store: Store) -> None:
    given = send(visit(store), text=TOLD + "</textarea><script>", published="soon", language="vi")
    assert "&lt;/textarea&gt;&lt;script&gt;" in given.text and 'value="soon"' in given.text
    assert '<option value="vi" selected>' in given.text


def test_a_body_that_does_not_say_how_long_it_is_is_counted(store: Store) -> None:
    asked = visit(store)

    def endless() -> Iterator[bytes]:
        yield b"note="
        for _ in range(200):
            yield b"w" * 10_000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert asked.post("/review", content=endless(), headers=kind).status_code == 413
    assert asked.post("/review", content=b"x", headers=kind | {"content-length": "99999999"}).status_code == 413


def test_how_far_it_has_come_is_shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def slow(page: Page) -> Reading:
        go_on.wait(10)
        return read_safely(page)

    monkeypatch.setattr("telcon.web.views.add.PATIENCE", 0.05)
    asked = visit(store, slow)
    sent = send(asked, ("a.txt", TOLD.encode()), ("b.txt", OTHER.encode()))
    told = asked.get(sent.headers["location"]).text
    assert "0 pages so far" in told and 'hx-trigger="every 1s"' in told and 'http-equiv="refresh"' in told
    early = asked.post(
        "/add/preview", data={"token": form_of(asked, "/add"), "of": sent.headers["location"].rpartition("=")[2]}
    )
    assert early.status_code == 409 and "still being read" in early.text
    assert asked.get("/contacts").status_code == 200, "others' pages go on"
    go_on.set()
    for _ in range(100):
        told = asked.get(sent.headers["location"]).text
        if "Add 2 pages" in told:
            break
        time.sleep(0.05)
    assert "Add 2 pages to the record" in told
    assert asked.get(sent.headers["location"], headers={"hx-request": "true"}).headers["hx-refresh"] == "true"


def test_a_fault_on_one_page_does_not_stop_the_rest(store: Store) -> None:
    def faulty(page: Page) -> Reading:
        if "40" in page.text:
            raise RuntimeError("a fault <b>")
        return read_safely(page)

    told = visit(store, lambda page: read_safely(page, faulty))
    sent = send(told, ("a.txt", OTHER.encode()), ("b.txt", TOLD.encode()))
    shown = told.get(sent.headers["location"]).text
    assert "1 could not be read" in shown and "a fault &lt;b&gt;" in shown and "Add 1 page to the record" in shown


def test_too_many_pages_are_read_in_part(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "MOST_PAGES", 2)
    asked = visit(store)
    sent = send(asked, *((f"{number}.txt", TOLD.replace("95", str(number)).encode()) for number in range(5)))
    told = asked.get(sent.headers["location"]).text
    assert "Add 2 pages to the record" in told and "the rest was not read" in told


def test_what_somebody_sent_is_theirs_alone_and_not_kept_for_ever(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_users(store)
    app = create_app(store, reader=read_safely)
    lan, minh = (TestClient(app, client=("127.0.0.1", 50000), follow_redirects=False) for _ in range(2))
    log_in(lan, "Lan"), log_in(minh, "Minh")
    place = send(lan, text=TOLD).headers["location"]
    assert lan.get(place).status_code == 200
    assert minh.get(place).status_code == 404
    assert (
        minh.post("/add/preview", data={"token": form_of(minh, "/add"), "of": place.rpartition("=")[2]}).status_code
        == 404
    )
    monkeypatch.setattr(desk, "KEPT", -1.0)
    send(lan, text=OTHER)
    gone = lan.get(place)
    assert gone.status_code == 404 and "send it again" in gone.text
    assert store.count_pages() == 0


def test_readers_add_nothing(store: Store) -> None:
    add_users(store)
    asked = visit(store)
    log_in(asked, "Hoa")
    assert "Editors add pages here." in asked.get("/add").text
    assert asked.post("/add", data={"text": TOLD}).status_code == 403
    assert asked.post("/add/samples").status_code == 403
    assert asked.get("/add/preview?of=guessed").status_code == 404
    assert "Add the sample pages" not in asked.get("/").text


def test_a_first_visit_adds_the_sample_pages_with_one_click(store: Store) -> None:
    asked = visit(
        store, lambda page: read_safely(page) if page.name == "vi-a-001" else Reading(page, None, skipped="empty")
    )
    first = asked.get("/").text
    assert "The record is empty" in first and 'action="/add/samples"' in first
    answer = asked.post("/add/samples", data={"token": form_of(asked, "/")})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert store.count_pages() == len(list((ROOT / "corpus" / "dev").rglob("*.txt"))) and store.contacts()
    assert "The record is empty" not in asked.get("/").text


def test_the_sample_pages_lie_in_the_package_that_is_installed() -> None:
    folder = sample_folder()
    assert folder and {it.name for it in folder.iterdir() if it.is_dir()} == {"en", "ru", "vi", "zh"}
    listed = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for language in (it for it in (ROOT / "corpus" / "dev").iterdir() if it.is_dir()):
        assert f'"corpus/dev/{language.name}" = "telcon/web/sample_pages/{language.name}"' in listed


def test_without_a_reader_nothing_is_taken(store: Store) -> None:
    asked = TestClient(create_app(store), client=("127.0.0.1", 50000), follow_redirects=False)
    assert send(asked, text=TOLD).status_code == 503


def test_the_form_speaks_vietnamese(store: Store) -> None:
    told = visit(store).get("/add", headers={"accept-language": "vi"}).text
    assert "Thêm trang" in told and "Paste" not in told
