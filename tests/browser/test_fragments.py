"""A link into a live page leads to the words on it, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

from telcon.engine.reading import read_page
from telcon.pages import read_html
from telcon.web.pages.fragments import words_address
from tests.webpages.pages import make_pages

LIVE = "https://news.example/call"
SOON = 10_000
"""Milliseconds for a browser to find words and to roll to them."""


@pytest.mark.parametrize("page_id", ["vi-daily-8", "ru-residence-9", "zh-foreign_office-10", "en-daily-10"])
def test_the_browser_rolls_to_the_words(browser: Browser, page_id: str) -> None:
    (made,) = (page for page in make_pages() if page.id == page_id)
    reading = read_page(read_html(made.data, name=page_id, source=page_id, url=LIVE, charset=made.header))
    assert reading.text
    body = [line for line in reading.text.lines if line.number in reading.text.body_lines]
    address = words_address(LIVE, reading.page.text, body[-1].span)
    assert address

    def serve(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html; charset=utf-8", body=made.data)

    opened = browser.new_page(viewport={"width": 300, "height": 120})
    opened.route("**/*", serve)
    opened.goto(address)
    opened.wait_for_function("window.scrollY > 0", timeout=SOON)
    opened.goto("about:blank")
    opened.goto(f"{LIVE}#:~:text=no%20such%20words%20anywhere")
    opened.wait_for_timeout(300)
    assert opened.evaluate("window.scrollY") == 0, "what is not on the page leads nowhere"
    opened.close()
