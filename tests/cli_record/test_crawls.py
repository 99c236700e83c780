"""telcon add, on web archives and dumps: what is passed over, and going on where a run was cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from telcon import pages
from telcon.model.pages import Page, Waymark
from telcon.pages import journeys
from telcon.store import open_store
from tests.cli_record import made_up_reader
from tests.cli_record.conftest import Run
from tests.pages.written import by_warcio
from tests.store import readings

COUNT = 40


@pytest.fixture(autouse=True)
def _mark_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journeys, "EVERY", 5)
    monkeypatch.setattr("telcon.cli.filing.PATIENCE", 0.0)


def texts(count: int = COUNT) -> Iterator[str]:
    for number in range(count):
        words = readings.page(extra=f"số {number} " * 20).text.replace("\n\n", f"\n2025-01-{number % 28 + 1:02}\n", 1)
        yield f"{words}\nTổng thống Nga điện đàm."


def write_crawl(path: Path, *more: str) -> Path:
    bodies = [text.encode() for text in (*texts(), *more)]
    return by_warcio(path, bodies, kind="conversion", headers=[("Content-Type", "text/plain")])


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """The pages that the source gave, whatever became of them."""
    given: list[Page] = []
    before = pages.go_through

    def listen(*source: object) -> Iterator[object]:
        for found in before(*source):  # type: ignore[arg-type]
            if isinstance(found, Page):
                given.append(found)
            yield found

    monkeypatch.setattr(pages, "go_through", listen)
    return given


def test_what_is_passed_over_is_counted_by_reason(run: Run, tmp_path: Path) -> None:
    crawl = write_crawl(tmp_path / "a.warc.wet.gz", *(f"Giá vàng hôm nay tăng {number} đồng." for number in range(7)))
    done = run("add", crawl)
    assert done.exit_code == 0
    assert "40 new pages, 7 passed over (no word of a contact beside a leader or title)\n" in done.stderr
    every = run("add", crawl, "--every-page")
    assert "7 new pages" not in done.stderr and "47 could not" not in every.stderr
    assert "40 unchanged" in every.stderr


def test_an_archive_that_was_gone_through_is_not_again(run: Run, tmp_path: Path, gone: list[Page]) -> None:
    crawl = write_crawl(tmp_path / "a.warc.wet.gz")
    assert run("add", crawl).exit_code == 0 and len(gone) == COUNT
    gone.clear()
    again = run("add", crawl)
    assert gone == [] and again.exit_code == 0
    assert f"{crawl}: gone through before, and unchanged since (--again reads it anew)\n" in again.stderr
    assert again.stderr.endswith("telcon.db: 0 new pages\n")
    assert run("add", crawl, "--again").stderr.endswith(f"0 new pages, {COUNT} read again\n") and len(gone) == COUNT
    gone.clear()
    write_crawl(crawl, *[text.replace("số", "thứ") for text in texts(1)])
    assert run("add", crawl).stderr.endswith(f"1 new page, {COUNT} unchanged\n") and len(gone) == COUNT + 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_was_cut_off_goes_on(
    run: Run, tmp_path: Path, gone: list[Page], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    crawl = write_crawl(tmp_path / "a.warc.wet.gz")
    read = 0

    def cut_off(page: Page) -> object:
        nonlocal read
        read += 1
        if read > 23:
            raise KeyboardInterrupt
        return made_up_reader.read_page(page)

    if jobs == 1:
        monkeypatch.setattr("telcon.engine.runs._read_page", lambda: cut_off)
        assert run("add", crawl).exit_code == 130
        with open_store(tmp_path / "telcon.db") as store:
            assert 20 <= store.count_pages() < COUNT
    monkeypatch.setattr("telcon.engine.runs._read_page", lambda: made_up_reader.read_page)
    gone.clear()
    done = run("add", crawl)
    assert done.exit_code == 0
    if jobs == 1:
        assert f"{crawl}: goes on behind record 19, where an earlier run stopped\n" in done.stderr
        assert len(gone) == COUNT - 19
    with open_store(tmp_path / "telcon.db") as store:
        assert store.count_pages() == COUNT
    assert run("verify").exit_code == 0


def test_other_options_begin_anew(run: Run, tmp_path: Path, gone: list[Page]) -> None:
    dump = tmp_path / "a.jsonl"
    dump.write_text("".join(json.dumps({"text": text, "id": text[-90:]}) + "\n" for text in texts()), encoding="utf-8")
    assert run("add", dump).exit_code == 0
    gone.clear()
    assert run("add", dump).exit_code == 0 and gone == []
    assert run("add", dump, "--max-size", "1M").exit_code == 0 and len(gone) == COUNT


def test_waymarks_are_written_with_the_pages_before_them(run: Run, tmp_path: Path) -> None:
    crawl = write_crawl(tmp_path / "a.warc.wet.gz", "\n".join(["x", "2025-13", "Tổng thống điện đàm."]))
    assert run("add", crawl).exit_code == 1
    marks: list[Waymark] = []
    with open_store(tmp_path / "telcon.db") as store:
        with store._reading() as connection:
            rows = connection.exec_driver_sql("SELECT source, records, ended FROM waymarks").all()
        assert [tuple(row) for row in rows] == [(str(crawl.resolve()), COUNT + 1, 1)], marks
