"""Pages a second and peak memory of `telcon read` on one core, beside a tokeniser on the same text in the same run.

A thousand pages of the kind of the development set are made in a temporary folder: each is one of the Vietnamese pages
of the corpus with other leaders and other days in it, so that no two are alike. Whole processes are measured, start-up
and output included. Nothing here is a test: figures depend on the machine, the ratio less so.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus/dev/vi"
LEADERS = ("Putin", "Tập Cận Bình", "Macron", "Modi", "Lukashenko", "Erdogan", "Zelensky", "Biden", "Trump", "Scholz")
DAY = re.compile(r"\b([12]?\d)/(1[0-2]|[1-9])\b")
# Without a segmenter, spaCy's Vietnamese class only cuts at spaces; its multi-language rules do a tokeniser's work.
YARDSTICK = """
import sys, pathlib, spacy
tokenise = spacy.blank("xx")
print(sum(len(tokenise(path.read_text(encoding="utf-8"))) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))))
"""


@dataclass(frozen=True)
class Run:
    """One process: its seconds of wall clock and of processor, and its peak memory in MB."""

    name: str
    seconds: float
    processor: float
    megabytes: float

    def describe(self, pages: int) -> str:
        """One line for people."""
        speed, unhindered = pages / self.seconds, pages / self.processor
        times = f"{self.seconds:7.2f} s  {speed:8.1f} pages/s  ({unhindered:.1f} by processor time)"
        return f"{self.name:<20} {times}  {self.megabytes:6.0f} MB at most"


def make_pages(folder: Path, count: int, *, seed: int = 1) -> int:
    """Write `count` pages; gives their size in bytes."""
    dice = random.Random(seed)
    originals = [path.read_bytes().decode() for path in sorted(CORPUS.glob("*.txt"))]
    size = 0
    for number in range(count):
        data = vary(originals[number % len(originals)], dice).encode()
        (folder / f"page-{number:05}.txt").write_bytes(data)
        size += len(data)
    return size


def vary(page: str, dice: random.Random) -> str:
    """A page with its leaders changed for others, one for one, and its days moved."""
    others = list(LEADERS)
    dice.shuffle(others)
    changed = dict(zip(LEADERS, others, strict=True))
    page = re.sub("|".join(LEADERS), lambda name: changed[name[0]], page)
    return DAY.sub(lambda day: f"{dice.randint(1, 28)}/{day[2]}", page)


def run(name: str, command: list[str]) -> Run:
    """Run a process to its end. Raises `CalledProcessError` where it fails."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - before
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, command)
    scale = 1 if sys.platform == "darwin" else 1024
    return Run(name, seconds, _processor(usage), usage.ru_maxrss * scale / 1e6)


def _processor(usage: resource.struct_rusage) -> float:
    return usage.ru_utime + usage.ru_stime


def stay_on_one_core() -> None:
    """Keep this process and those it starts on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Make pages, measure both and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--yardstick", type=Path, help="a Python that has spaCy")
    parser.add_argument("--compiled", type=Path, help="a telcon made by `make fast`, to be measured too")
    options = parser.parse_args()
    stay_on_one_core()
    telcon = Path(sys.executable).parent / "telcon"
    with tempfile.TemporaryDirectory() as folder:
        size = make_pages(Path(folder), options.pages)
        print(f"{options.pages} pages, {size / 1e6:.1f} MB, one core")
        reading = run("telcon read", [str(telcon), "read", folder, "--output", "jsonl"])
        print(reading.describe(options.pages))
        if options.compiled:
            compiled = run("the same, compiled", [str(options.compiled), "read", folder, "--output", "jsonl"])
            print(compiled.describe(options.pages))
            print(f"Compiled, it takes {compiled.processor / reading.processor:.2f} of the processor time")
        if options.yardstick:
            beside = run("spaCy tokens (xx)", [str(options.yardstick), "-c", YARDSTICK, folder])
            print(beside.describe(options.pages))
            ratio = reading.processor / beside.processor
            print(f"Telcon takes {ratio:.1f} times the processor time of cutting the same text into tokens")


if __name__ == "__main__":
    main()
