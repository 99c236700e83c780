"""`telcon notify`: what is new is told, what fails is said and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli_record.conftest import Run
from tests.news.conftest import SECRET, Receiver, receiver

__all__ = ["receiver"]


@pytest.fixture
def file(tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    path = tmp_path / "subscriptions.toml"
    hook = f'webhook = "{receiver.address}"\nsecret = "HOOK_SECRET"\n'
    rest = 'feed = "feeds/all.atom"\nstart = "all"\n'
    path.write_text(f'allow = ["127.0.0.1"]\n[[subscription]]\nname = "all"\n{hook}{rest}', encoding="utf-8")
    return path


def test_what_is_new_is_shown_sent_and_then_known(
    run: Run, folder: Path, file: Path, receiver: Receiver, tmp_path: Path
) -> None:
    run("add", folder)
    shown = run("notify", file, "--dry-run")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.startswith("all: 3 pieces of news (feed, webhook)\n")
    assert "New contact: Vladimir Putin – Xi Jinping, phone call, 21 January 2025" in shown.stdout
    assert receiver.came == []
    done = run("notify", file)
    assert (done.exit_code, done.stdout) == (
        0,
        "all, feed: 3 pieces of news sent\nall, webhook: 3 pieces of news sent\n",
    )
    assert (tmp_path / "feeds" / "all.atom").exists()
    assert len(receiver.came) == 3
    assert run("notify", file).stdout == ""
    assert "news sent  all feed: 3" in run("audit").stdout


def test_what_fails_is_said_and_makes_the_exit_status(run: Run, folder: Path, file: Path, receiver: Receiver) -> None:
    run("add", folder)
    receiver.statuses = [400]
    done = run("notify", file)
    assert (done.exit_code, done.stdout) == (1, "all, feed: 3 pieces of news sent\n")
    assert "telcon: all, webhook: the receiver does not take it (HTTP 400) (it is kept" in done.stderr
    assert "all, webhook: 3 pieces of news, not sent yet" in run("notify", file, "--dry-run").stderr


def test_a_file_with_a_fault_sends_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    run("add", folder)
    (tmp_path / "bad.toml").write_text('[[subscription]]\nname = "all"\n', encoding="utf-8")
    done = run("notify", tmp_path / "bad.toml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"telcon: {tmp_path / 'bad.toml'}: `all`: it tells nobody" in done.stderr


def test_without_a_record_there_is_nothing_to_tell(run: Run, file: Path) -> None:
    assert run("notify", file).exit_code == 2
