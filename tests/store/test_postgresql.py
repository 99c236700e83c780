"""A record in PostgreSQL, on a server of its own on this machine: it holds and answers what one in SQLite does."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory

import pytest

from telcon.engine.runs import read_pages
from telcon.model.readings import Reading
from telcon.news import Means, read_subscriptions, tell
from telcon.news.looking import survey, write_down
from telcon.pages import open_pages
from telcon.store import Deed, Role, Scope, Store, StoreError, open_store, stores
from tests.conftest import ROOT
from tests.store.readings import page, reading, report

PASSWORD = "đường sắt xuyên Á"


def find_programs() -> Path | None:
    """Where the server's programs are: Debian keeps them off the path."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def unprivileged() -> dict[str, str]:
    """PostgreSQL does not run as root: there it runs as the user that its package made."""
    if os.getuid():
        return {}
    try:
        return {"user": pwd.getpwnam("postgres").pw_name}
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an empty database."""
    programs = find_programs()
    if programs is None:
        pytest.skip("needs the server's programs of PostgreSQL")
    owner = unprivileged()
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with TemporaryDirectory() as name:
        folder, options = Path(name), f"-p {port} -k {name} -c fsync=off"
        if owner:
            shutil.chown(folder, **owner)
        data = str(folder / "data")

        def run(program: str, *told: str) -> None:
            subprocess.run([programs / program, *told], check=True, stdout=subprocess.DEVNULL, cwd=folder, **owner)

        run("initdb", "-D", data, "-A", "trust", "-U", "telcon", "-E", "UTF8", "--locale=C")
        run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql+psycopg://telcon@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def record(server: str) -> Iterator[Store]:
    """A record with the Vietnamese sample pages and a few made-up ones."""
    with open_store(server) as opened:
        opened.add_all(samples())
        yield opened


def samples() -> list[Reading]:
    pages = open_pages(ROOT / "corpus" / "dev" / "vi")
    one = page("p0", extra="số 0")
    return [it for it in read_pages(pages) if isinstance(it, Reading)] + [reading(one, report(one.text))]


def test_it_holds_what_sqlite_holds(record: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as other:
        other.add_all(samples())
        assert [contact.id for contact in record.contacts()] == [contact.id for contact in other.contacts()]
        assert record.contacts() == other.contacts()
        for asked in ("điện đàm", "dien dam", "“điện đàm”", "2025"):
            assert record.search(asked).contacts == other.search(asked).contacts
    assert not list(record.flaws())


def test_it_is_opened_again_and_grows(server: str, record: Store) -> None:
    edition, held = record.edition(), record.count_pages()
    with open_store(server) as again:
        again.add(reading(page("p9", extra="thêm")))
    assert record.count_pages() == held + 1
    assert record.edition() != edition


def test_news_are_taken_by_one_at_a_time_and_sent_once(record: Store, tmp_path: Path) -> None:
    told = '[[subscription]]\nname = "all"\nfeed = "all.atom"\nstart = "all"\n'
    (tmp_path / "news.toml").write_text(told, encoding="utf-8")
    subscriptions = read_subscriptions(tmp_path / "news.toml")
    write_down(record, subscriptions.subscription[0], survey(record))
    first, second = (record.news.take("all", "feed", most=2) for _ in range(2))
    assert first and second
    assert {it.number for it in first.items}.isdisjoint(it.number for it in second.items)
    record.news.failed(second, "made up", surely=True)
    record.news.sent(first, "all", "feed")
    assert [outcome.sent for outcome in tell(record, subscriptions, Means(tmp_path))] == [len(record.contacts()) - 2]
    assert [outcome.sent for outcome in tell(record, subscriptions, Means(tmp_path))] == [0]
    assert record.news.stuck() == []


def test_people_their_tokens_and_the_log(record: Store) -> None:
    lan = record.users.add("Lan", Role.ADMINISTRATOR, PASSWORD)
    assert record.users.check("Lan", "wrong") is None
    checked = record.users.check("lan", PASSWORD)
    assert checked is not None and checked.name == "Lan"
    made = record.tokens.make(lan, "notebook", Scope.READ)
    assert made
    assert record.sessions.begin(lan)
    assert {line.deed for line in record.audit(most=20)} >= {Deed.USER_ADDED, Deed.LOGIN_FAILED, Deed.TOKEN_MADE}


def test_without_its_driver_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(url: object) -> None:
        raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")

    monkeypatch.setattr(stores, "make_engine", fail)
    with pytest.raises(StoreError, match="driver") as failed:
        open_store("postgresql+psycopg://127.0.0.1/telcon")
    assert "telcon[postgres]" in str(failed.value)
