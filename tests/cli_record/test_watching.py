"""`telcon watch`, `telcon sources`, and addresses as inputs, against a site on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from telcon.fetching.sources import load_starters, read_sources
from telcon.store import open_store
from tests.cli_record.conftest import Run
from tests.fetching.sites import Reply, Site, serve_site
from tests.watching.conftest import feed

HERE = ("--allow-host", "127.0.0.1")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("telcon.cli.fetched.PAUSE", 0)
    monkeypatch.setattr("telcon.cli.fetched.WAIT", 0.01)


@pytest.fixture
def site(folder: Path) -> Iterator[Site]:
    """A site with the pages of the folder, as text, and a feed of them."""
    with serve_site() as site:
        for path in folder.iterdir():
            site.pages[f"/news/{path.stem}"] = Reply(path.read_bytes(), media_type="text/plain")
        site.pages["/feed"] = feed(site.root, *((f"/news/{path.stem}", "") for path in sorted(folder.iterdir())))
        yield site


@pytest.fixture
def sources(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "sources.toml"
    told = 'contact = "desk@example.org"\nallow = ["127.0.0.1"]\n[[source]]\nname = "Example"\n'
    path.write_text(f'{told}feed = "{site.root}/feed"\n', encoding="utf-8")
    return path


def test_a_page_of_the_web_is_added_beside_a_folder(run: Run, site: Site, folder: Path) -> None:
    done = run("add", f"{site.root}/news/p000", folder / "p001.txt", *HERE)
    assert done.exit_code == 0, done.stderr
    assert "2 new pages" in done.stderr
    assert "1 unchanged" in run("add", f"{site.root}/news/p000", *HERE).stderr


def test_addresses_that_cannot_be_read_are_told_and_the_rest_is_added(run: Run, site: Site) -> None:
    done = run(
        "add", f"{site.root}/news/none", "http://10.0.0.1/", f"{site.root}/news/p000", f"{site.root}/feed", *HERE
    )
    assert done.exit_code == 1
    assert "/news/none: no such page (HTTP 404)" in done.stderr
    assert "10.0.0.1 is 10.0.0.1, a private address (allow it by name with --allow-host)" in done.stderr
    assert "a feed or sitemap, no page (watch it: telcon watch)" in done.stderr
    assert "1 new page, 3 could not be read" in done.stderr


def test_this_machine_is_not_asked_unless_it_is_allowed(run: Run, site: Site) -> None:
    done = run("add", f"{site.root}/news/p000")
    assert done.exit_code == 1
    assert "this machine itself" in done.stderr
    assert site.asked == []


def test_pages_of_the_web_are_read_without_a_record(run: Run, site: Site) -> None:
    done = run("read", f"{site.root}/news/p000", "-o", "jsonl", *HERE, "--contact", "desk@example.org")
    assert done.exit_code == 0, done.stderr
    assert f"{site.root}/news/p000" in done.stdout
    assert "desk@example.org" in site.asked[-1][1]["User-Agent"]


def test_subscribers_are_told_after_a_round(run: Run, sources: Path, tmp_path: Path) -> None:
    news = tmp_path / "news.toml"
    news.write_text('[[subscription]]\nname = "all"\nfeed = "all.atom"\nstart = "all"\n', encoding="utf-8")
    done = run("watch", sources, "--once", "--notify", news)
    assert done.exit_code == 0, done.stderr
    assert "all, feed: 3 pieces of news sent\n" in done.stdout
    assert (tmp_path / "all.atom").read_bytes().count(b"<entry>") == 3
    news.write_text("[[subscription]]\n", encoding="utf-8")
    done = run("watch", sources, "--once", "--notify", news)
    assert (done.exit_code, "missing required field `name`" in done.stderr) == (2, True)


def test_watching_once(run: Run, site: Site, sources: Path) -> None:
    done = run("watch", sources, "--once")
    assert done.exit_code == 0, done.stderr
    assert "Example: 5 pages listed, 5 new" in done.stderr
    assert f"Example: {site.root}/news/p000 - 1 contact" in done.stderr
    assert "1 list, 5 new pages" in done.stderr
    assert "desk@example.org" in site.asked[-1][1]["User-Agent"]

    again = run("watch", sources, "--once")
    assert (again.exit_code, again.stderr) == (0, ""), "nothing is due"
    listed = run("sources", sources)
    assert "asked 20" in listed.stdout
    assert ", new at 20" in listed.stdout


def test_watching_quietly_tells_only_of_what_went_wrong(run: Run, site: Site, sources: Path) -> None:
    site.pages["/news/p001"] = Reply(status=404)
    done = run("watch", sources, "--once", "--quiet")
    assert done.exit_code == 1
    assert done.stderr.startswith(
        f"telcon: Example: {site.root}/news/p001: no such page (HTTP 404) (tried again from 20"
    )
    assert done.stderr.count("\n") == 1


def test_a_list_that_fails_is_told(run: Run, site: Site, sources: Path) -> None:
    site.pages["/feed"] = Reply(b"no feed")
    done = run("watch", sources, "--once")
    assert done.exit_code == 1
    assert "/feed: it is no feed (give the address of its RSS or Atom feed, or make it an `index`)" in done.stderr
    assert "failed: it is no feed" in run("sources", sources).stdout


def test_without_a_network_watching_once_says_so(run: Run, sources: Path) -> None:
    sources.write_text(sources.read_text(encoding="utf-8").replace("http://127.0.0.1", "http://nowhere.invalid"))
    done = run("watch", sources, "--once")
    assert done.exit_code == 1
    assert done.stderr == "telcon: no source can be reached (check the network, and run it again)\n"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('contact = "desk@example.org"', ""), "it does not say whom the owner of a site can write to"),
        (("name", "nme"), "source 1: the key `nme` is not known (there are: name, feed,"),
        (("http://", "ftp://"), "source 1 (Example), `feed`: `ftp` is not read"),
        (("[[source]]", "[[source"), "bad TOML: "),
    ],
)
def test_files_that_are_wrong(run: Run, sources: Path, change: tuple[str, str], told: str) -> None:
    sources.write_text(sources.read_text(encoding="utf-8").replace(*change))
    done = run("watch", sources, "--once")
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.startswith(f"telcon: {sources}")


def test_wrong_use(run: Run, sources: Path, tmp_path: Path) -> None:
    assert "there is no such file" in run("watch", tmp_path / "none.toml").stderr
    done = run("watch", sources, "--every", "soon")
    assert (done.exit_code, "soon: it is no length of time (write 15m" in done.stderr) == (2, True)
    assert run("watch", sources, "--every", "5s").exit_code == 2


def test_the_starters_are_listed_and_written(run: Run, tmp_path: Path) -> None:
    done = run("sources", "--side", "vn", "--kind", "paper", "--language", "vi")
    assert "Nhân Dân" in done.stdout
    assert "Kremlin" not in done.stdout
    path = tmp_path / "mine.toml"
    written = run("sources", "--side", "RU", "--kind", "official", "--write", path)
    assert written.exit_code == 0, written.stderr
    expected = [source for source in load_starters() if source.side == "RU" and source.kind == "official"]
    assert list(read_sources(path).sources) == expected
    assert "it does not say whom" in run("watch", path, "--once").stderr
    again = run("sources", "--write", path)
    assert (again.exit_code, "there is such a file already" in again.stderr) == (2, True)
    assert run("sources", "--side", "XX").exit_code == 2
    assert run("sources", tmp_path / "none.toml").exit_code == 2


def test_a_watch_stops_cleanly(site: Site, sources: Path, tmp_path: Path) -> None:
    record, log = tmp_path / "watched.db", tmp_path / "log"
    command = [sys.executable, "-c", "from telcon.cli import main; main()", "watch", sources, "--record", record]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with log.open("wb") as stderr:
        watching = subprocess.Popen([str(part) for part in command], stderr=stderr, env=environment)
        end = time.monotonic() + 60
        while b"p000" not in log.read_bytes() and time.monotonic() < end:
            time.sleep(0.05)
        watching.send_signal(signal.SIGTERM)
        assert watching.wait(20) == 0, log.read_text()
    assert "stopped; what was read is written" in log.read_text()
    with open_store(record) as store:
        assert store.count_pages() >= 1
        assert list(store.flaws()) == []
