"""Adding, reviewing and correcting in a real browser: a key a decision, said aloud, taken back by one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from telcon.model.durations import Duration
from telcon.store import Store, open_store
from tests.browser.conftest import PHONE, served, visiting
from tests.store.readings import page, reading, report

PASTED = """Tổng thống Nga điện đàm với Chủ tịch Trung Quốc

Ngày 3/3/2024, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình trong 95 phút.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two contacts on whose length pages disagree."""
    with open_store(tmp_path / "telcon.db") as opened:
        for name, length, day in (("a", 95, "21"), ("b", 10, "21"), ("c", 95, "28"), ("d", 20, "28")):
            one = page(name, extra=name)
            opened.add(reading(one, report(one.text, date=f"2025-01-{day}", duration=Duration(length))))
        yield opened


@pytest.fixture
def place(store: Store) -> Iterator[str]:
    with served(store) as found:
        yield found


def press(shown: Page, key: str, said: str) -> None:
    shown.keyboard.press(key)
    expect(shown.locator("#said")).to_contain_text(said)
    expect(shown.locator("#ask")).to_be_focused()
    expect(shown.locator("body > [role=status]")).to_contain_text(said)


def test_one_key_decides_and_one_takes_back(browser: Browser, store: Store, place: str) -> None:
    with visiting(browser, place) as visit:
        shown = visit.go("/review")
        expect(shown.locator(".kick").first).to_contain_text("1 of 2")
        shown.keyboard.press("n")
        shown.keyboard.type("u1: heard it")
        shown.keyboard.press("Escape")
        assert not store.history(), "what is typed into the note decides nothing"
        press(shown, "1", "Decided: length")
        press(shown, "z", "Taken back: length")
        press(shown, "z", "Decided: length")
        press(shown, "u", "left open: length")
        assert [(one.value, one.reason, bool(one.undone_at)) for one in store.history()] == [
            ("95 exact", "u1: heard it", True),
            ("95 exact", "u1: heard it", False),
            ("", "", False),
        ]
        shown.locator("#keys-on").uncheck()
        shown.keyboard.press("1")
        shown.reload()
        expect(shown.locator("#keys-on")).not_to_be_checked()
        assert len(store.history()) == 3, "keys that are switched off decide nothing"
        assert not visit.complaints


def test_on_a_phone_the_keys_stand_at_the_foot(browser: Browser, place: str) -> None:
    with visiting(browser, place, "vi", PHONE) as visit:
        shown = visit.go("/review")
        box = shown.locator(".keys").bounding_box()
        assert box and abs(box["y"] + box["height"] - PHONE[1]) < 2
        shown.locator(".keys button").nth(1).click()
        expect(shown.locator("#said")).to_contain_text("thời lượng")


def test_a_text_is_pasted_looked_at_and_added(browser: Browser, store: Store, place: str) -> None:
    with visiting(browser, place) as visit:
        shown = visit.go("/add")
        shown.get_by_label("Paste the text of a page").fill(PASTED)
        shown.get_by_role("button", name="Read it").click()
        shown.get_by_role("button", name="Add to the record").first.click(timeout=60_000)
        expect(shown.locator("h1")).to_contain_text("3 March 2024")
        shown.get_by_role("link", name="Correct: length").click()
        shown.get_by_label("minutes").fill("62")
        shown.locator("#other-duration").check()
        shown.locator("#correct-duration").get_by_role("button", name="Correct").click()
        expect(shown.get_by_role("status").first).to_contain_text("length: 1 h 2 min")
        assert not visit.complaints
    assert store.count_pages() == 5
