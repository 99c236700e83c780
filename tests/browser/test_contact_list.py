"""The list of contacts in a real browser: facets change the list alone, and the address holds what is chosen."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, visiting


def total(page: Page) -> int:
    return int(page.locator("#found .on b").first.inner_text().split()[0])


def test_a_facet_changes_the_list_alone(browser: Browser, address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.go("/contacts")
        every = total(page)
        page.evaluate("window.stays = true")
        page.get_by_label("Vladimir Putin", exact=False).first.check()
        page.wait_for_url("**/contacts?person=Vladimir+Putin")
        his = total(page)
        assert 0 < his < every
        assert page.evaluate("document.activeElement.value") == "Vladimir Putin", "the focus stays"
        page.locator("#f-kind-phone").check()
        page.wait_for_url("**/contacts?person=Vladimir+Putin&kind=phone")
        assert total(page) < his
        expect(page.locator("#counted")).to_have_text(f"{total(page)} contacts")
        assert page.evaluate("window.stays"), "the page was not loaded again"
        page.go_back()
        page.wait_for_url("**/contacts?person=Vladimir+Putin")
        assert total(page) == his
        assert not page.locator("#f-kind-phone").is_checked()
        assert page.get_by_label("Vladimir Putin", exact=False).first.is_checked()
        assert not visit.complaints


def test_what_is_chosen_stays_when_words_are_searched(browser: Browser, address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.go("/contacts?kind=phone&sort=oldest")
        page.get_by_role("searchbox", name="Search contacts").fill("Путин")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url("**/contacts?q=*")
        assert "kind=phone" in page.url and "sort=oldest" in page.url
        assert page.locator("#found mark").count() > 0
        words = page.locator("#found .hit a.w").first
        line = (words.get_attribute("href") or "").partition("#")[2]
        words.click()
        assert page.url.endswith(f"#{line}")
        assert page.locator(f"#{line} p").is_visible()
        assert not visit.complaints


def test_the_list_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="vi")
    page = context.new_page()
    page.goto(f"{address}/contacts")
    page.locator("#f-kind-meeting").check()
    page.get_by_role("button", name="Xem", exact=True).click()
    assert "kind=meeting" in page.url
    assert page.locator("#f-kind-meeting").is_checked()
    context.close()


@pytest.mark.parametrize("asked", ["q=tô lâm", "q=习近平&sort=pages", "person=Trump&since=2025&until=2025"])
def test_facets_fold_on_a_phone(browser: Browser, address: str, asked: str) -> None:
    with visiting(browser, address, "vi", PHONE) as visit:
        page = visit.go(f"/contacts?{quote(asked, safe='=&')}")
        assert not page.locator("#facets").is_visible()
        page.locator("label.fold").click()
        page.locator("#f-status-held").check()
        page.wait_for_url("**status=held*")
        assert page.locator("#facets").is_visible(), "it stays open while choosing"
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        flaws = Axe().run(page).response["violations"]
        assert [it["id"] for it in flaws if it["impact"] in ("serious", "critical")] == []
        assert not visit.complaints
