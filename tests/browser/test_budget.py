"""What a first view may cost."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Browser

from telcon.store import Store
from tests.browser.conftest import visiting
from tests.browser.views import page_addresses

MOST_BYTES, MOST_MILLISECONDS, MOST_SHIFT, TRIES = 200_000, 500, 0.01, 3
SENT = """() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
    .reduce((sum, entry) => sum + entry.transferSize, 0)"""
SHIFT = """() => new Promise(done => { let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 150) })"""
READY = "() => performance.getEntriesByType('navigation')[0].domInteractive"


def test_a_first_view_is_small_quick_and_still(browser: Browser, address: str, record: Store) -> None:
    flaws = (_flaws(browser, address, path) for path in page_addresses(record).values())
    assert not [flaw for found in flaws for flaw in found]


def _flaws(browser: Browser, address: str, path: str) -> list[str]:
    """What is wrong with a page each time that it is opened: the machine may have others to serve."""
    for _ in range(TRIES):
        with visiting(browser, address) as visit:
            visit.page.goto(address + quote(path), wait_until="networkidle")
            sent, shift, ready = (visit.page.evaluate(asked) for asked in (SENT, SHIFT, READY))
        found = [f"{path}: {sent} bytes"] if sent > MOST_BYTES else []
        found += [f"{path}: moves by {shift:.3f}"] if shift > MOST_SHIFT else []
        found += [f"{path}: ready after {ready:.0f} ms"] if ready > MOST_MILLISECONDS else []
        if not found:
            break
    return found
