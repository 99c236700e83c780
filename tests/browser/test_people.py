"""Logging in, one's account, users and the log of changes in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from telcon.messages import LANGUAGES
from telcon.store import Role, Scope, open_store
from tests.browser.conftest import DESKTOP, served, visiting
from tests.browser.test_pages import NARROWEST, SERIOUS

PASSWORD = "đường sắt xuyên Á"


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_store(tmp_path_factory.mktemp("people") / "telcon.db") as store:
        lan = store.users.add("Lan", Role.ADMINISTRATOR, PASSWORD)
        store.users.add("Nguyễn Thị Minh Khai với tên rất dài", Role.EDITOR, PASSWORD)
        store.tokens.make(lan, "notebook", Scope.WRITE)
        with served(store) as address:
            yield address


def log_in(page: Page) -> None:
    page.locator("header .me a").click()
    page.locator("#name").fill("lan")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts?kind=phone")


@pytest.mark.parametrize("size", [DESKTOP, NARROWEST], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_people_are_open_to_all(browser: Browser, peopled: str, language: str, size: tuple[int, int]) -> None:
    found = []
    with visiting(browser, peopled, language, size) as visit:
        visit.go("/contacts?kind=phone")
        log_in(visit.page)
        for path in ("/account", "/users", "/audit", "/login", "/contacts"):
            page = visit.go(path)
            flaws = [flaw for flaw in Axe().run(page).response["violations"] if flaw["impact"] in SERIOUS]
            found += [f"{path}: {flaw['id']}: {flaw['nodes'][0]['html'][:200]}" for flaw in flaws]
            width = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{path}: {width} wide"] if width > size[0] else []
    assert not found
    assert not visit.complaints


def test_somebody_makes_a_token_and_logs_out(browser: Browser, peopled: str) -> None:
    with visiting(browser, peopled) as visit:
        visit.go("/contacts?kind=phone")
        log_in(visit.page)
        page = visit.go("/account")
        page.get_by_label("Name of a new token").fill("importer")
        page.get_by_role("button", name="Make").click()
        assert page.get_by_label("The new token").input_value().startswith("telcon_")
        page.get_by_role("banner").get_by_role("button", name="Log out").click()
        page.wait_for_url(f"{peopled}/")
        assert page.get_by_role("banner").get_by_role("link", name="Log in").is_visible()
    assert not visit.complaints
