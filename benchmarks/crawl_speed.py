"""What reading a crawl takes, beside merely going through its bytes with the same library, on one core.

Makes a web archive and a JSON Lines dump of the same 20,000 pages (`crawl_pages.py`), of which 3 in a hundred tell of
contacts, and measures by turns, in one process: iterating the records (parsing the rows with orjson), the gate alone
with what it needs, and reading all that the gate lets through. Prints the medians and the ratios; and what the gate
lets slip: contacts found without it and with it, on the development pages of the corpus and on sources that are named.
Nothing here is a test: seconds depend on the machine, ratios less so.

    python -m benchmarks.crawl_speed [--pages 20000] [--rounds 3] [--slips SOURCE ...]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import orjson
from benchmarks.crawl_pages import DEVELOPMENT, MadePage, make_pages, to_html, to_row, write_crawl
from benchmarks.reading_speed import stay_on_one_core
from fastwarc.warc import ArchiveIterator

from telcon.engine.gates import may_tell
from telcon.engine.reading import read_page
from telcon.model.pages import Page
from telcon.pages import open_pages


@dataclass(frozen=True)
class Way:
    """One way of going through a source, and the seconds of processor time that it took each time."""

    name: str
    go: Callable[[], int]
    seconds: list[float]

    def describe(self, first: Way) -> str:
        """One line for people."""
        ratio = median(one / other for one, other in zip(self.seconds, first.seconds, strict=True))
        return f"  {self.name:<34} {median(self.seconds):8.2f} s  {ratio:6.2f} times"


def measure(ways: list[Way], rounds: int) -> None:
    """Go all ways by turns, and print what they took, beside the first of them."""
    for number in range(rounds + 1):
        for way in ways:
            before = time.process_time()
            found = way.go()
            spent = time.process_time() - before
            if number:  # the first round only warms up
                way.seconds.append(spent)
            else:
                print(f"  {way.name:<34} {found:8,}")
    for way in ways:
        print(way.describe(ways[0]), flush=True)


def iterate(path: Path) -> int:
    """Merely go through the records of an archive."""
    with path.open("rb") as opened:
        return sum(1 for _ in ArchiveIterator(opened, parse_http=False))


def parse(path: Path) -> int:
    """Merely parse the rows of a dump."""
    with path.open("rb") as opened:
        return sum(1 for line in opened if orjson.loads(line))


def stop_all(path: Path) -> int:
    """Look at every page, and take none: what the gate itself costs."""
    return sum(1 for _ in open_pages(path, gate=lambda data, notation: may_tell(data, notation) and False))


def pass_gate(path: Path) -> int:
    """Look at every page, and take those that the gate lets through, without reading them."""
    return sum(isinstance(page, Page) for page in open_pages(path, gate=may_tell))


def read(path: Path) -> int:
    """Read what the gate lets through; gives how many pages tell of contacts."""
    return sum(bool(read_page(page).contacts) for page in open_pages(path, gate=may_tell) if isinstance(page, Page))


def count_slips(name: str, pages: Iterable[Page], *, wrap: bool) -> None:
    """Print how many contacts pages tell of, and how many of these stand on pages that the gate stops."""
    told = slipped = 0
    dice = random.Random(3)
    for page in pages:
        found = len(read_page(page).contacts)
        made = MadePage(0, page.language or "en", tuple(line for line in page.text.splitlines() if line.strip()), True)
        data = to_html(made, dice) if wrap else page.text.encode()
        told += found
        slipped += 0 if may_tell(data, "utf-8") else found
    print(f"  {name}: {slipped} of {told} contacts slip ({slipped / max(1, told):.2%})", flush=True)


def compare(title: str, path: Path, ways: dict[str, Callable[[Path], int]], rounds: int) -> None:
    """Print what several ways of going through a file take."""
    print(f"{title}, {path.stat().st_size / 1e6:.0f} MB")
    measure([Way(name, partial(go, path), []) for name, go in ways.items()], rounds)


def main() -> None:
    """Make the crawl, measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--slips", nargs="*", default=[], help="further sources on which to count what slips")
    options = parser.parse_args()
    stay_on_one_core()
    with tempfile.TemporaryDirectory() as folder:
        archive, dump = Path(folder) / "crawl.warc.gz", Path(folder) / "crawl.jsonl"
        size = write_crawl(archive, make_pages(options.pages))
        dump.write_bytes(b"".join(map(to_row, make_pages(options.pages))))
        print(f"{options.pages:,} pages, {size / options.pages / 1e3:.0f} kB of HTML each")
        steps = {"the gate alone": stop_all, "the gate, and parsing what passes": pass_gate, "reading": read}
        compare("as a web archive", archive, {"iterating its records": iterate, **steps}, options.rounds)
        compare("as JSON Lines", dump, {"parsing its rows with orjson": parse, **steps}, options.rounds)
    print("what the gate lets slip")
    for source in (*sorted(DEVELOPMENT.glob("*/")), *options.slips):
        pages = [page for page in open_pages(source) if isinstance(page, Page)]
        count_slips(f"{Path(source).name}, text", pages, wrap=False)
        count_slips(f"{Path(source).name}, HTML", pages, wrap=True)


if __name__ == "__main__":
    main()
