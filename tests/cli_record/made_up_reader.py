"""A reader that needs no language.

The second line of its pages is a date, a vague date, or what shall go wrong.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.spans import Span
from tests.store import readings


def read_page(page: Page) -> Reading:
    """A reading by hand, with the date that the page's second line holds."""
    word = page.text.split("\n")[1]
    if word == "fault":
        raise RuntimeError("made up")
    if word == "foreign":
        return Reading(page, None, skipped="no pack for its language (xx)")
    told = readings.reading(page, readings.report(page.text, date=word or None, date_in_page=word or None))
    if word == "2025-13":
        return replace(told, contacts=(replace(told.contacts[0], span=Span(0, 99999)),))
    return told


def write_pages(folder: Path, words: list[str]) -> Path:
    """Write a page for each word, each with a text of its own."""
    folder.mkdir()
    for number, word in enumerate(words):
        text = readings.page(extra=f"số {number} " * 20).text.replace("\n\n", f"\n{word}\n", 1)
        (folder / f"p{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def stand_in() -> ModuleType:
    """A module that stands in for the room that reads pages."""
    module = ModuleType("telcon.engine.reading")
    module.read_page = read_page  # type: ignore[attr-defined]
    return module
