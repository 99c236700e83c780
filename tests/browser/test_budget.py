"""What a first view may cost."""

from __future__ import annotations

from math import inf
from urllib.parse import quote

from playwright.sync_api import Browser

from telcon.store import Store
from tests.browser.conftest import visiting
from tests.browser.views import page_addresses

MOST_BYTES, MOST_MILLISECONDS, TRIES = 200_000, 500, 3
SENT = """() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
    .reduce((sum, entry) => sum + entry.transferSize, 0)"""
SHIFT = """() => new Promise(done => { let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 150) })"""
READY = "() => performance.getEntriesByType('navigation')[0].domInteractive"


def test_a_first_view_is_small_quick_and_still(browser: Browser, address: str, record: Store) -> None:
    found = []
    for path in page_addresses(record).values():
        ready = []
        while len(ready) < TRIES and min(ready, default=inf) > MOST_MILLISECONDS:  # the machine has others to serve
            with visiting(browser, address) as visit:
                visit.page.goto(address + quote(path), wait_until="networkidle")
                sent, shift = visit.page.evaluate(SENT), visit.page.evaluate(SHIFT)
                ready.append(visit.page.evaluate(READY))
        found += [f"{path}: {sent} bytes"] if sent > MOST_BYTES else []
        found += [f"{path}: moves by {shift:.3f}"] if shift > 0.01 else []
        found += [f"{path}: ready after {min(ready):.0f} ms"] if min(ready) > MOST_MILLISECONDS else []
    assert not found
