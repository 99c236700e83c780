"""Every page in a real browser: in both languages, on a desk and on a phone, in the light and in the dark."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from telcon.messages import LANGUAGES
from telcon.store import Store
from tests.browser.conftest import DESKTOP, PHONE, SHOTS, Look, visiting
from tests.browser.views import page_addresses

SERIOUS = {"serious", "critical"}
NARROWEST = (320, 640)


Visitor = tuple[str, tuple[int, int], Look]
VISITORS: list[Visitor] = [
    *(("en", DESKTOP, "light"), ("en", PHONE, "dark")),
    *(("vi", DESKTOP, "dark"), ("vi", PHONE, "light")),
]
"""Every language on every size, and every size in the light and in the dark: words and colours do not meet."""


def test_visitors_speak_all_languages() -> None:
    assert {language for language, _, _ in VISITORS} == set(LANGUAGES)


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_every_page_is_whole_and_open_to_all(browser: Browser, address: str, record: Store, visitor: Visitor) -> None:
    language, size, look = visitor
    folder = SHOTS / f"{language}-{size[0]}-{look}"
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    with visiting(browser, address, language, size, look) as visit:
        for way, path in page_addresses(record).items():
            page = visit.go(quote(path))
            assert page.locator("html").get_attribute("lang") == language, path
            assert page.locator("h1").count() == 1, path
            page.screenshot(path=folder / f"{re.sub(r'[^a-z]+', '-', way).strip('-') or 'home'}.png", full_page=True)
            for flaw in Axe().run(page).response["violations"]:
                if flaw["impact"] in SERIOUS:
                    found.append(f"{path}: {flaw['id']}: {flaw['nodes'][0]['html'][:200]}")
    assert not found
    assert not visit.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways(browser: Browser, address: str, record: Store, language: str) -> None:
    wide = []
    with visiting(browser, address, language, NARROWEST) as visit:
        for path in page_addresses(record).values():
            page = visit.go(quote(path))
            width = page.evaluate("document.documentElement.scrollWidth")
            wide += [f"{path}: {width}"] if width > NARROWEST[0] else []
    assert not wide


def test_the_keyboard_reaches_the_content_first(browser: Browser, address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.go("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#main"
