"""How many requests a second one process of `telcon serve` answers, over all its pages, on a record of many pages.

The sample pages are multiplied to the size asked for, each time with other days; copies are not looked for among them,
as they are copies by their making. All kinds of pages, twins and files are asked for once, one after the other, of a
server that has answered nothing yet: what an answer costs that must be made. Then wrk (in Debian's packages) asks for
them in an order of chance, over sixteen connections, as people do who come to a record that does not change meanwhile.
Beside it stands what the same server does with a file that needs no making: the ratio says how much of it is ours.

    python benchmarks/serving_load.py [--pages 20000] [--seconds 20] [--record kept.db]
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import quantiles
from unittest.mock import patch
from urllib.parse import quote
from urllib.request import Request, urlopen

from telcon.engine.runs import read_pages
from telcon.model.readings import Reading
from telcon.pages import open_pages
from telcon.store import Store, open_store

SAMPLES = Path(__file__).parent.parent / "corpus" / "dev"
STEP, LOT = timedelta(days=37), 500
CONNECTIONS = 16
START = "from telcon.cli import main; main()"
LISTS = (
    *("/", "/contacts", "/agreements", "/api/v1/contacts", "/api/v1/agreements", "/contacts.csv?since=2025"),
    *("/contacts?kind=video", "/contacts?state=VN", "/contacts?person=putin", "/contacts?topic=energy&page=2"),
    *("/contacts?status=planned", "/contacts?since=2024&until=2025", "/pairs/RU/CN", "/pairs/US/VN"),
    *("/contacts?q=trung+quoc", "/contacts?q=ceasefire", "/pairs", "/planned", "/disagreements", "/sources"),
    *("/coverage", "/pages", "/leaders/Q7747", "/leaders/Q15031", "/states/VN", "/states/RU", "/review"),
)
SCRIPT = """
local addresses, packed = {}, {["Accept-Encoding"] = "gzip"}
for line in io.lines("%s") do addresses[#addresses + 1] = line end
request = function() return wrk.format("GET", addresses[math.random(#addresses)], packed) end
done = function(summary, latency)
  print("figures", summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.timeout)
end
"""


def fill(store: Store, size: int) -> None:
    """Put so many pages into a record: the sample pages, again and again, each round some weeks earlier."""
    folders = [folder for folder in sorted(SAMPLES.iterdir()) if folder.is_dir()]
    pages = (page for folder in folders for page in open_pages(folder))
    samples = [it for it in read_pages(pages) if isinstance(it, Reading) and it.text]
    readings = (_moved(samples[number % len(samples)], number // len(samples)) for number in range(size))
    lot: list[Reading] = []
    with patch("telcon.store.writing.file_copies"):
        for number, reading in enumerate(readings, 1):
            lot.append(reading)
            if len(lot) == LOT or number == size:
                store.add_all(lot)
                lot = []
                print(f"\r{number:,} pages", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _moved(reading: Reading, rounds: int) -> Reading:
    text = f"{reading.page.text}\n\n{rounds}"
    name = f"{reading.page.name}-{rounds}"
    page = replace(reading.page, text=text, digest=sha256(text.encode()).hexdigest(), name=name, source=f"{name}.txt")
    assert reading.text is not None
    shown = reading.text.published
    published = shown and replace(shown, value=_earlier(shown.value, rounds) or shown.value)
    contacts = tuple(replace(report, date=_earlier(report.date, rounds)) for report in reading.contacts)
    return replace(reading, page=page, text=replace(reading.text, raw=text, published=published), contacts=contacts)


def _earlier(told: str | None, rounds: int) -> str | None:
    """A day moved back; years alone and the like stay."""
    try:
        return told and (date.fromisoformat(told[:10]) - rounds * STEP).isoformat() + told[10:]
    except (ValueError, OverflowError):
        return told


def list_addresses(store: Store, chance: random.Random) -> list[str]:
    """Lists, and of contacts, stored pages and their twins a thousand in all."""
    contacts = chance.sample(store.contacts(), 300)
    ids = [contact.id for contact in contacts]
    digests = [contact.tellings[0].page.digest[:16] for contact in contacts]
    people = {who.person for contact in contacts for who in contact.participants if who.person}
    pairs = {tuple(sorted(contact.states)) for contact in contacts if len(contact.states) == 2}
    ones = [*(f"/contacts/{name}" for name in ids), *(f"/api/v1/contacts/{name}" for name in ids)]
    ones += [f"/pages/{name}" for name in digests]
    ones += [f"/leaders/{quote(name)}" for name in sorted(people)] + [f"/pairs/{one}/{two}" for one, two in pairs]
    return [*LISTS * 10, *ones]


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """`telcon serve` in a process of its own; gives its address."""
    command = [sys.executable, "-c", START, "serve", "--record", str(record), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        found = next(address for line in process.stderr if (address := re.search(r"http://[\d.]+:\d+", line)))
        yield found[0]
    finally:
        process.terminate()
        process.wait()


def make_all(address: str, addresses: list[str]) -> str:
    """Ask for every address once; returns how long the answers took, in words."""
    took = []
    for path in dict.fromkeys(addresses):
        started = time.perf_counter()
        urlopen(Request(address + path, headers={"Accept-Encoding": "gzip"})).read()
        took.append(1000 * (time.perf_counter() - started))
    cuts = quantiles(took, n=100)
    return (
        f"{len(took):,} answers in {sum(took) / 1000:.0f} s, half within {cuts[49]:.0f} ms, "
        f"95 % within {cuts[94]:.0f} ms, the slowest {max(took):.0f} ms"
    )


def load(address: str, addresses: list[str], seconds: int, folder: Path) -> str:
    """Ask for addresses in an order of chance; returns what wrk counted, in words."""
    listed, script = folder / "addresses.txt", folder / "load.lua"
    listed.write_text("\n".join(addresses))
    script.write_text(SCRIPT % listed)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script), address]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = next(line for line in printed.splitlines() if line.startswith("figures")).split()[1:]
    requests, spent, half, most, nearly_all, failed = map(float, figures)
    return (
        f"{requests / spent:.0f} requests a second, half within {half:.1f} ms, 95 % within {most:.1f} ms, "
        f"99 % within {nearly_all:.1f} ms, {failed:.0f} failed"
    )


def main() -> None:
    """Make the record, serve it, and ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--record", type=Path, help="keep the record here, or take the one that is there")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("needs wrk, from Debian's package of that name")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = options.record or folder / "load.db"
        fresh = not record.exists()
        with open_store(record) as store:
            if fresh:
                fill(store, options.pages)
            addresses = list_addresses(store, random.Random(1))
            print(f"{store.count_pages():,} pages, {len(store.contacts()):,} contacts, {len(addresses):,} addresses")
        with serving(record) as address:
            started = time.perf_counter()
            urlopen(address).read()
            print(f"the first page after {time.perf_counter() - started:.1f} s")
            print(f"made:   {make_all(address, addresses)}", flush=True)
            print(f"asked:  {load(address, addresses, options.seconds, folder)}", flush=True)
            print(f"a file: {load(address, ['/static/record.css'], options.seconds, folder)}")


if __name__ == "__main__":
    main()
