"""The command as a process: how it starts, is interrupted, and loses its reader."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import telcon

COMMAND = [sys.executable, "-c", "import sys; sys.argv[0] = 'telcon'; from telcon.cli import main; main()"]


def telcon_says(*words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, words)], input=given, capture_output=True, check=False, timeout=60)


def test_version() -> None:
    assert telcon_says("--version").stdout == f"telcon {telcon.__version__}\n".encode()


def test_help_names_the_commands() -> None:
    assert b"telcon read" in telcon_says("--help").stdout


def test_help_loads_no_room() -> None:
    code = "import sys; from telcon.cli import app; print([name for name in sys.modules if name.startswith('telcon.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for room in ("pages", "text", "mentions", "reports", "roster", "engine", "store", "languages"):
        assert f"telcon.{room}" not in loaded


def test_read_help_teaches() -> None:
    told = telcon_says("read", "--help").stdout.decode()
    assert told.count("telcon read ") >= 5
    assert "Exit status: 0" in told


def test_reader_that_leaves_early(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text('{"text": ""}\n' * 20_000, encoding="utf-8")
    command = [*COMMAND, "read", str(tmp_path / "d.jsonl"), "-o", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(30) in (0, 1)
    assert "Traceback" not in said and "Broken pipe" not in said and "Exception ignored" not in said


def test_interrupt_ends_with_one_line(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    python, option, code = COMMAND
    # Tests may run where interrupts are ignored (behind nohup, say); whoever reads at a terminal does not ignore them.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [python, option, f"{heed}; {code}", "read", str(pipe)]
    # Opening the pipe waits until the command has opened its end; then it waits for words that do not come.
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process, pipe.open("wb"):
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=30)
    assert (process.returncode, out, said) == (130, b"", b"telcon: interrupted\n")


def test_progress_only_where_someone_looks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("โทรศัพท์", encoding="utf-8")
    command = [*COMMAND, "read", str(tmp_path), "-o", "jsonl"]
    main, side = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=side, stdin=subprocess.DEVNULL) as process:
        assert process.stdout
        out = process.stdout.read()
    os.close(side)
    said = os.read(main, 1 << 16).decode()
    os.close(main)
    assert "pages" in said and "0 pages read, 1 passed over" in said
    assert out.startswith(b'{"id":"a"')
    assert telcon_says("read", tmp_path).stderr == b"0 pages read, 1 passed over\n"


def test_same_output_on_one_process_and_on_two(tmp_path: Path) -> None:
    for number in range(12):
        words = (
            f"Ngày {number + 1}/2/2024, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.\n"
        )
        (tmp_path / f"{number}.txt").write_text(words * (number + 1), encoding="utf-8")
    one = telcon_says("read", tmp_path, "-o", "jsonl")
    two = telcon_says("read", tmp_path, "-o", "jsonl", "--jobs", "2")
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)
    assert one.stdout.count(b"\n") == 12
