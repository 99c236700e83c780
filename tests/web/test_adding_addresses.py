"""Addresses that an editor gives are asked for, shown, and stored when they say so; nobody reaches private networks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from telcon.engine.runs import read_safely
from telcon.fetching import Fetcher
from telcon.store import Store
from telcon.web import create_app
from tests.fetching.conftest import make_fetcher
from tests.fetching.sites import Reply, Site, serve_site
from tests.web.people import add_users, form_of, log_in
from tests.web.test_add import TOLD, keep, send

HTML = "<html><head><title>Tin</title></head><body><main>{}</main></body></html>"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("telcon.web.views.add.PATIENCE", 60.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve_site() as site:
        title, body = TOLD.strip().split("\n\n")
        site.pages["/hai-nha-lanh-dao"] = Reply(HTML.format(f"<h1>{title}</h1><p>{body}</p>").encode())
        yield site


def visit(store: Store, fetcher: Fetcher | None = None) -> TestClient:
    app = create_app(store, reader=read_safely, fetcher=fetcher or make_fetcher())
    return TestClient(app, client=("127.0.0.1", 50000), follow_redirects=False)


def test_an_address_is_shown_before_it_is_stored(store: Store, site: Site) -> None:
    asked = visit(store)
    sent = send(asked, addresses=f" {site.root}/hai-nha-lanh-dao \r\n")
    told = asked.get(sent.headers["location"]).text
    assert "Nothing is stored yet." in told and "<b>1 h 35 min</b>" in told
    assert store.count_pages() == 0
    kept = keep(asked, sent)
    (contact,) = store.contacts()
    assert kept.headers["location"] == f"/contacts/{contact.id}"
    assert contact.tellings[0].page.url == f"{site.root}/hai-nha-lanh-dao"
    again = send(asked, addresses=f"{site.root}/hai-nha-lanh-dao")
    assert "The record holds this page already." in asked.get(again.headers["location"]).text
    site.pages["/hai-nha-lanh-dao"] = Reply(HTML.format(f"<p>{TOLD.replace('95', '40')}</p>").encode())
    changed = send(asked, addresses=f"{site.root}/hai-nha-lanh-dao")
    assert "a new version of a page" in asked.get(changed.headers["location"]).text


def test_addresses_and_files_go_together(store: Store, site: Site) -> None:
    asked = visit(store)
    addresses = f"{site.root}/hai-nha-lanh-dao {site.root}/none"
    sent = send(asked, ("call.txt", TOLD.encode()), addresses=addresses)
    told = asked.get(sent.headers["location"]).text
    assert "Add 2 pages to the record" in told
    assert f"{site.root}/none" in told and "no such page (HTTP 404)" in told


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:{port}/hai-nha-lanh-dao", "this machine itself"),
        ("http://localhost:{port}/", "this machine itself"),
        ("http://10.0.0.1/", "a private address"),
        ("http://169.254.169.254/latest/meta-data/", "a link-local address"),
        ("http://[::ffff:127.0.0.1]:{port}/", "this machine itself"),
        ("https://user:word@example.org/", "a user name or password"),
        ("http://example.org:25/", "port 25"),
    ],
)
def test_private_networks_are_out_of_reach(store: Store, site: Site, address: str, reason: str) -> None:
    asked = visit(store, make_fetcher(allowed=frozenset()))
    sent = send(asked, addresses=address.format(port=site.port))
    assert (sent.status_code, reason in sent.text) == (422, True)
    assert site.asked == []


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("ftp://example.org/a", "is no address of a page"),
        ("/etc/passwd", "is no address of a page"),
        ("javascript:alert(1)", "is no address of a page"),
        (" ".join(f"https://example.org/{number}" for number in range(21)), "at most 20 addresses at once"),
    ],
)
def test_what_is_no_address_is_told_on_the_form(store: Store, told: str, reason: str) -> None:
    sent = send(visit(store), addresses=told)
    assert (sent.status_code, reason in sent.text) == (400, True)
    assert told.split(maxsplit=1)[0] in sent.text, "nothing that was entered is lost"


def test_an_address_of_a_text_does_not_go_with_addresses(store: Store, site: Site) -> None:
    sent = send(visit(store), addresses=f"{site.root}/hai-nha-lanh-dao", url="https://example.org/a")
    assert sent.status_code == 400


def test_readers_and_other_sites_have_nothing_asked_for(store: Store, site: Site) -> None:
    add_users(store)
    asked = visit(store)
    given = {"addresses": f"{site.root}/hai-nha-lanh-dao"}
    assert asked.post("/add", data=given).status_code in (401, 403)
    log_in(asked, "Hoa")
    token = form_of(asked, "/account")
    assert asked.post("/add", data=given | {"token": token}).status_code == 403
    log_in(asked, "Minh")
    assert asked.post("/add", data=given).status_code == 403, "without the form's own token"
    assert site.asked == []


def test_without_a_fetcher_no_address_is_taken(store: Store) -> None:
    app = create_app(store, reader=read_safely)
    asked = TestClient(app, client=("127.0.0.1", 50000), follow_redirects=False)
    assert 'name="addresses"' not in asked.get("/add").text
    assert send(asked, addresses="https://example.org/").status_code == 503
