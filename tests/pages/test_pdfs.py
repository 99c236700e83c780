"""PDF files: their text is read, and what cannot be read is refused with its reason."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from telcon.model.markups import Zone
from telcon.model.pages import Page, Unreadable
from telcon.pages import Limit, open_pages, read_pdf
from telcon.pages.decoding import UndecodableError
from telcon.pages.pdfs import MOST_PAGES
from tests.pages.pdf_making import make_pdf

LINES = ["Readout of the call", "The two presidents spoke by phone for an hour.", "They agreed to meet in May."]


def refused(data: bytes, limit: Limit | None = None) -> str:
    with pytest.raises(UndecodableError) as caught:
        read_pdf(data, name="a", source="a.pdf", limit=limit)
    return str(caught.value)


def test_lines_of_all_pages_in_order() -> None:
    data = make_pdf(LINES, ["A second page."], created="D:20250213093000+07'00'")
    page = read_pdf(data, name="a", source="a.pdf", url="https://gov.example/a.pdf")
    assert page.text == "\n".join([*LINES, "A second page."])
    assert page.digest == hashlib.sha256(data).hexdigest()
    assert (page.published, page.url) == ("2025-02-13", "https://gov.example/a.pdf")


def test_what_every_page_repeats_is_no_part_of_the_article() -> None:
    told = ["They spoke for an hour.", "They agreed to meet.", "The call came at his request."]
    sheets = [["Office of the President", line, f"Page {number}"] for number, line in enumerate(told, start=1)]
    page = read_pdf(make_pdf(*sheets), name="a", source="a.pdf")
    assert page.markup
    placed = zip(page.text.split("\n"), page.markup.places, strict=True)
    assert [line for line, place in placed if place.zone is Zone.OPEN] == told


def test_one_page_repeats_nothing() -> None:
    page = read_pdf(make_pdf(LINES), name="a", source="a.pdf")
    assert page.markup
    assert {place.zone for place in page.markup.places} == {Zone.OPEN}


def test_locked_file_is_refused() -> None:
    assert "encrypted" in refused(make_pdf(LINES, password="secret"))


def test_scans_are_refused_and_a_page_without_text_is_told() -> None:
    assert "its pages are pictures" in refused(make_pdf([], []))
    told: list[str] = []
    read_pdf(make_pdf(LINES, []), name="a", source="a", tell=lambda place, words: told.append(words))
    assert told == ["1 of its 2 pages hold no text"]


@pytest.mark.parametrize("cut", [9, 60, 200])
def test_broken_file_is_read_or_refused_with_a_reason(cut: int) -> None:
    data = make_pdf(LINES)[:cut]
    assert "PDF" in refused(data)


def test_garbage_behind_the_mark_is_refused() -> None:
    assert "PDF" in refused(b"%PDF-1.7\n" + bytes(range(256)) * 40)


def test_too_large_and_too_long() -> None:
    assert "larger than the limit" in refused(make_pdf(LINES), Limit(100))
    assert f"at most {MOST_PAGES}" in refused(make_pdf(*([["x"]] * (MOST_PAGES + 1))))


@pytest.mark.parametrize("name", ["a.pdf", "a.PDF", "a.bin", "a.html", "a.pdf.gz"])
def test_file_is_known_by_its_mark(tmp_path: Path, name: str) -> None:
    data = make_pdf(LINES)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (page,) = open_pages(tmp_path / name)
    assert isinstance(page, Page)
    assert page.text.split("\n") == LINES


def test_error_page_that_was_saved_as_pdf_is_html(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("<!DOCTYPE html><html><body><p>Not found")
    (page,) = open_pages(tmp_path / "a.pdf")
    assert isinstance(page, Page)
    assert page.text == "Not found"


def test_what_only_claims_to_be_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("no such thing")
    (found,) = open_pages(tmp_path / "a.pdf")
    assert isinstance(found, Unreadable)
    assert "PDF" in found.reason
