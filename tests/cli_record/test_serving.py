"""telcon serve."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from telcon.store import open_store
from tests.cli_record.conftest import Run


def test_it_answers_until_it_is_stopped(tmp_path: Path) -> None:
    record = tmp_path / "telcon.db"
    open_store(record).close()
    command = [str(Path(sys.executable).with_name("telcon")), "serve", "--record", str(record), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as served:
        assert served.stderr is not None
        try:
            address = next(word for word in served.stderr.readline().split() if word.startswith("http://127.0.0.1:"))
            assert "The record is empty" in _ask(address)
        finally:
            served.terminate()
        assert served.wait(20) in (0, -15)


def _ask(address: str) -> str:
    for _ in range(200):
        try:
            with urlopen(address) as answer:
                return str(answer.read().decode())
        except URLError:
            time.sleep(0.1)
    raise AssertionError("it does not answer")


def test_an_address_that_is_taken_is_told(run: Run, folder: Path) -> None:
    run("add", folder)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", taken.getsockname()[1])
    assert done.exit_code == 1
    assert "the address cannot be had" in done.stderr and "--port" in done.stderr


def test_others_may_read_only_where_that_is_said(run: Run, folder: Path) -> None:
    run("add", folder)
    done = run("serve", "--host", "0.0.0.0")
    assert done.exit_code == 2
    assert "--public" in done.stderr


def test_a_missing_record_is_told(run: Run) -> None:
    done = run("serve")
    assert done.exit_code == 2
    assert "there is no such record" in done.stderr
