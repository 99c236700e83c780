"""What a first view may cost."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Browser, Page

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


def _load(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")


def test_a_first_view_is_small_quick_and_still(browser: Browser, address: str, record: Store) -> None:
    found = []
    for path in page_addresses(record).values():
        ready = []
        for _ in range(TRIES):
            with visiting(browser, address) as visit:
                _load(visit.page, address + quote(path))
                sent, shift = visit.page.evaluate(SENT), visit.page.evaluate(SHIFT)
                ready.append(visit.page.evaluate(READY))
                found += [f"{path}: {sent} bytes"] if sent > MOST_BYTES else []
                found += [f"{path}: moves by {shift:.3f}"] if shift > 0.01 else []
        found += [f"{path}: ready after {min(ready):.0f} ms"] if min(ready) > MOST_MILLISECONDS else []
    assert not found
