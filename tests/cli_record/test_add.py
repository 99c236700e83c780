"""telcon add, and what a cut-short run leaves."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

from typer.testing import CliRunner

from telcon.cli import app
from telcon.store import open_store
from tests.cli_record.conftest import Run
from tests.cli_record.made_up_reader import write_pages


def test_a_run_tells_what_it_did(run: Run, folder: Path) -> None:
    done = run("add", folder)
    assert done.exit_code == 0
    assert done.stderr.endswith("telcon.db: 5 new pages\n")
    again = run("add", folder)
    assert again.exit_code == 0
    assert again.stderr.endswith("telcon.db: 0 new pages, 5 unchanged\n")
    first = folder / "p000.txt"
    first.write_text(first.read_text(encoding="utf-8") + "thêm", encoding="utf-8")
    changed = run("add", folder)
    assert changed.stderr.endswith("0 new pages, 1 new version, 4 unchanged\n")
    written = run("contacts", "--output", "jsonl").stdout
    assert len(written.splitlines()) == 3
    reread = run("add", folder, "--again")
    assert reread.stderr.endswith("0 new pages, 5 read again\n")
    assert run("contacts", "--output", "jsonl").stdout == written


def test_what_goes_wrong_is_told_and_the_rest_is_added(run: Run, tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", ["fault", "2025-01-21", "foreign", "2025-13"])
    done = run("add", folder)
    assert done.exit_code == 1
    assert "p000.txt: internal error: RuntimeError: made up" in done.stderr
    assert "p003.txt: read wrongly, not added: contact 0: characters 0 to 99999 are no place" in done.stderr
    assert "1 new page, 1 passed over (no pack for its language (xx)), 2 could not be read\n" in done.stderr
    assert "Traceback" not in done.output
    assert run("verify").exit_code == 0


def test_nothing_to_add_is_wrong_use(run: Run) -> None:
    done = run("add")
    assert done.exit_code == 2
    assert "no path given" in done.stderr


def test_a_record_that_is_none_is_told_of(run: Run, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("no record " * 100)
    done = run("add", folder, "--record", other)
    assert done.exit_code == 1
    assert "other.txt: it is not a record of Telcon" in done.stderr
    assert "Traceback" not in done.output


def test_the_order_of_coming_does_not_show(run: Run, folder: Path, tmp_path: Path) -> None:
    pages = sorted(folder.iterdir())
    written = set()
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        record = tmp_path / f"{seed}.db"
        run("add", *pages, "--record", record)
        written.add(run("contacts", "--output", "jsonl", "--record", record).stdout)
        assert run("contacts", "--output", "csv", "--record", record).stdout.count("\n") == 4
    assert len(written) == 1


def test_a_run_that_is_killed_is_completed_by_the_next(run: Run, tmp_path: Path) -> None:
    words = [("2025-01-21", "2025-02", "", "2025-03-0{}")[number % 4].format(number % 9 + 1) for number in range(60)]
    folder = write_pages(tmp_path / "pages", words)
    whole = tmp_path / "whole.db"
    started = time.monotonic()
    _start(folder, whole, wait=None)
    longest = time.monotonic() - started
    wanted = run("contacts", "--output", "jsonl", "--record", whole).stdout
    assert wanted.count("\n") == 6
    left = set()
    chance = random.Random(7)
    for number in range(20):
        record = tmp_path / f"{number}.db"
        _start(folder, record, wait=chance.uniform(0, longest))
        if record.exists():
            assert run("verify", "--record", record).exit_code == 0
            with open_store(record) as store:
                left.add(store.count_pages())
        assert run("add", folder, "--record", record).exit_code == 0
        assert run("verify", "--record", record).exit_code == 0
        assert run("contacts", "--output", "jsonl", "--record", record).stdout == wanted
    assert len(left) > 2, f"the runs were not killed at different moments: {left}"


def _start(folder: Path, record: Path, *, wait: float | None) -> None:
    """Add in a process of its own, killed after some seconds, or left to its end for None."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            CliRunner().invoke(app, ["add", str(folder), "--record", str(record)])
        os._exit(0)
    if wait is not None:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
