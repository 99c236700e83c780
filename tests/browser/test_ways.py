"""What somebody who has never seen the record finds, in three clicks at most from its first page."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from telcon.contacts import build_matrix
from telcon.model.contacts import Status
from telcon.store import Contact, Store
from tests.browser.conftest import visiting

CALL = "2025-01-21"


def find_call(record: Store) -> Contact:
    """The video call of Putin and Xi in January 2025, of which the pages tell that the project started from."""
    return next(contact for contact in record.contacts() if contact.date == CALL and contact.states == {"RU", "CN"})


def told_by_both(record: Store) -> Contact:
    """The latest contact held of which Moscow's and Beijing's accounts name different topics."""
    for outline in reversed(record.contacts()):
        if outline.states == {"RU", "CN"} and outline.status is Status.HELD:
            contact = record.contact(outline.id)
            assert contact is not None
            matrix = build_matrix(contact)
            sides = {account.side for account in matrix.accounts}
            if {"RU", "CN"} <= sides and any(len(matrix.sides(topic)) == 1 for topic in matrix.topics):
                return contact
    raise AssertionError("the sample pages hold no such contact")


def look_for(page: Page, words: str) -> Page:
    """Search from the page's head."""
    page.get_by_role("search").get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    return page


def follow(page: Page, contact: Contact) -> None:
    """Go on to a contact by what leads there."""
    page.locator(f'main a[href^="/contacts/{contact.id}"]').first.click()
    expect(page.locator("h1")).to_contain_text(re.compile("Putin"))


def test_a_call_how_long_it_lasted_and_who_says_so(
    browser: Browser, address: str, record: Store, neighbour: object
) -> None:
    call = find_call(record)
    with visiting(browser, address) as visit:
        page = look_for(visit.go("/"), "Putin Xi 21/1/2025")
        follow(page, call)
        lasted = page.locator("dl.glance div").filter(has_text="How long")
        expect(lasted).to_contain_text("over 1 h 30")
        length = page.locator("table.facts tr").filter(has_text="over 1 h 30").first
        expect(length).to_contain_text("Ushakov")
        expect(length.locator("a.w").first).to_be_visible()
        assert not visit.complaints


def test_in_which_points_the_accounts_of_two_sides_differ(browser: Browser, address: str, record: Store) -> None:
    contact = told_by_both(record)
    with visiting(browser, address) as visit:
        page = look_for(visit.go("/"), "Putin Xi")
        follow(page, contact)
        expect(page.get_by_role("heading", name="Where the accounts part")).to_be_visible()
        matrix = page.locator("table.mx")
        assert matrix.locator("tr.one").count() >= 1, "topics of one side alone are marked"
        assert not visit.complaints


def test_a_value_leads_to_its_words_on_the_page(browser: Browser, address: str, record: Store) -> None:
    contact = told_by_both(record)
    with visiting(browser, address) as visit:
        page = visit.go(f"/contacts/{contact.id}")
        words = page.locator("table.facts a.w").first
        said = words.inner_text().strip("“”")
        words.click()
        expect(page.locator(".raw")).to_contain_text(said)
        assert not visit.complaints
