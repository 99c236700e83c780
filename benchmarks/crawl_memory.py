"""The peak of memory of `telcon read` and `telcon add` on archives of any size, made on the spot and removed.

The archive repeats the pages of `crawl_pages.py`, one in a thousand of which tells of contacts, until it has the size
that is asked for. Each command runs in a process of its own, whose peak is what the system tells of it.

    python -m benchmarks.crawl_memory [--sizes 1G 10G] [--kinds warc.gz jsonl parquet] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow
from benchmarks.crawl_pages import make_pages, to_html, to_record, to_row
from benchmarks.reading_speed import run
from pyarrow import parquet

from telcon.cli.inputs import parse_size

PAGES = 4_000


def repeat(path: Path, block: bytes, size: int) -> None:
    """Write a file that repeats a block until it has a size."""
    with path.open("wb") as opened:
        while opened.tell() < size:
            opened.write(block)


def make_archive(path: Path, size: int) -> None:
    """A web archive, each record compressed on its own."""
    dice = random.Random(4)
    records = (to_record(page.url, to_html(page, dice)) for page in make_pages(PAGES, share=0.001))
    repeat(path, b"".join(records), size)


def make_dump(path: Path, size: int) -> None:
    """A dump in JSON Lines."""
    repeat(path, b"".join(map(to_row, make_pages(PAGES, share=0.001))), size)


def make_table(path: Path, size: int) -> None:
    """A Parquet file, all of it one group of rows."""
    pages = list(make_pages(PAGES, share=0.001))
    table = pyarrow.table({"text": [page.text for page in pages], "url": [page.url for page in pages]})
    table = pyarrow.concat_tables([table] * max(1, size // table.nbytes)).combine_chunks()
    parquet.write_table(table, path, compression=None, use_dictionary=False, row_group_size=len(table))


MAKERS: dict[str, Callable[[Path, int], None]] = {
    "warc.gz": make_archive,
    "jsonl": make_dump,
    "parquet": make_table,
}


def commands(path: Path) -> Iterator[tuple[str, list[str]]]:
    """What is measured: reading a file, and adding it to a new record."""
    telcon = str(Path(sys.executable).parent / "telcon")
    yield "telcon read", [telcon, "read", str(path), "--output", "jsonl"]
    yield "telcon add", [telcon, "add", str(path), "--record", str(path.with_suffix(".db"))]


def main() -> None:
    """Make each file, measure, remove it, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="*", default=["1G"])
    parser.add_argument("--kinds", nargs="*", default=list(MAKERS), choices=MAKERS)
    parser.add_argument("--folder", help="where there is room for the files")
    options = parser.parse_args()
    for size in options.sizes:
        for kind in options.kinds:
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                if shutil.disk_usage(folder).free < 1.5 * parse_size(size):
                    print(f"{size} of {kind}: no room for it in {folder}")
                    continue
                path = Path(folder) / f"crawl.{kind}"
                MAKERS[kind](path, parse_size(size))
                for name, command in commands(path):
                    measured = run(f"{name}, {size} {kind}", command)
                    print(
                        f"{measured.name:<28} {measured.seconds:7.0f} s  {measured.megabytes:6.0f} MB at most",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
