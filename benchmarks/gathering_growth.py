"""How the time of gathering reports into contacts grows with their number, and what one more page costs.

Made-up reports with the skew of real life: a few pairs of leaders meet very often, most seldom, and some contacts are
told of by hundreds of pages. Prints for each size the seconds and the peak of memory of gathering all of it at once (in
a process of its own), the exponent of growth from the smallest size, and the milliseconds that adding one page to a
record of the given size takes. Nothing here is a test: seconds depend on the machine, the exponent hardly.

    python benchmarks/gathering_growth.py [--sizes 10000 100000 1000000] [--record 100000]
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from telcon.contacts import gather, make_members
from telcon.model.contacts import Kind, Level, Office, Participant, Report, Source, Status
from telcon.model.durations import Duration
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Noted, Text
from telcon.model.views import View
from telcon.store import open_store

FIRST, DAYS = date(2000, 1, 1), 9_500
LEADERS, MOST_PAGES = 400, 400
LOT = 5_000
KINDS = (Kind.PHONE, Kind.PHONE, Kind.CALL, Kind.VIDEO, Kind.MEETING, Kind.MEETING, Kind.MESSAGE)
TOPICS = ("energy", "trade_economy", "ukraine_war", "iran", "taiwan", "climate", "multilateral", "technology")


def make_reports(count: int, seed: int = 1) -> Iterator[tuple[str, str, Report]]:
    """Made-up reports: the name of the page, the day it came out (ISO 8601), and what it tells."""
    chance = random.Random(seed)
    weights = [1 / (place + 1) for place in range(LEADERS)]
    made = 0
    while made < count:
        one, other = chance.choices(range(LEADERS), weights, k=2)
        if one == other:
            continue
        contact = _Contact(chance, min(one, other), max(one, other))
        pages = min(int(chance.paretovariate(1)), MOST_PAGES, count - made)
        for _ in range(pages):
            yield f"page-{made}", contact.told.isoformat(), contact.report(chance)
            made += 1


class _Contact:
    """A made-up contact, of which pages tell each in its way."""

    def __init__(self, chance: random.Random, one: int, other: int) -> None:
        self.day = FIRST + timedelta(chance.randrange(DAYS))
        self.told = self.day + timedelta(chance.randrange(3))
        self.people = tuple(
            Participant(f"Leader {n}", f"{chr(65 + n // 26)}{chr(65 + n % 26)}", Office.HEAD_OF_STATE, f"Q{n}")
            for n in (one, other)
        )
        self.kind = chance.choice(KINDS)
        self.minutes = chance.choice((None, chance.randrange(10, 120)))
        self.topics = tuple(chance.sample(TOPICS, 3))

    def report(self, chance: random.Random) -> Report:
        """One page's account: the day mostly exact, sometimes next to it, vague or left out."""
        day = self.day + timedelta(chance.choice((0, 0, 0, 0, 0, 1)))
        dates = (day.isoformat(),) * 8 + (f"{day:%Y-%m}", None)
        return Report(
            self.people,
            Level.LEADERS,
            self.kind,
            chance.choice((Status.HELD,) * 9 + (Status.PLANNED,)),
            chance.random() < 0.6,
            Span(0, 1),
            chance.choice(dates),
            duration=Duration(self.minutes) if self.minutes and chance.random() < 0.4 else None,
            reported_by=(Source("Kremlin", "RU"),),
            topics=self.topics[: chance.randrange(4)],
        )


def time_gathering(size: int) -> None:
    """Print the seconds that gathering so many reports takes, the contacts found, and the peak of memory in MB."""
    members = [m for page, day, told in make_reports(size) for m in make_members(page, [told], published=day)]
    started = time.process_time()
    contacts = gather(members)
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{spent:.3f} {len(contacts)} {peak:.0f}")


def time_adding(size: int, tries: int = 40) -> None:
    """Print the milliseconds that adding one page to a record of so many reports takes: median and longest."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "grown.db") as store:
        readings = [_reading(*told) for told in make_reports(size + tries)]
        for start in range(0, size, LOT):
            store.add_all(readings[start : min(start + LOT, size)])
        spent = []
        for reading in readings[size:]:
            started = time.perf_counter()
            store.add(reading)
            spent.append(1000 * (time.perf_counter() - started))
    spent.sort()
    print(f"adding a page to {size:,} reports: {spent[len(spent) // 2]:.1f} ms, at most {spent[-1]:.1f} ms")


def _reading(name: str, published: str, told: Report) -> Reading:
    text = f"{name}\n"
    page = Page(sha256(text.encode()).hexdigest(), name, text, f"{name}.txt", published=published)
    stamp = Noted(published, Span(0, 0))
    return Reading(page, Text(text, View(text, text, text), "vi", (), published=stamp), (told,))


def main() -> None:
    """Measure every size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--record", type=int, default=100_000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        time_gathering(options.one)
        return
    first: tuple[int, float] | None = None
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        seconds, contacts, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        first = first or (size, float(seconds))
        grown = math.log(float(seconds) / first[1]) / math.log(size / first[0]) if size > first[0] else 1
        print(f"{size:>9,} reports  {seconds} s  {int(contacts):,} contacts  {peak} MB  growth n^{grown:.2f}")
    if options.record:
        time_adding(options.record)


if __name__ == "__main__":
    main()
