"""Parquet dumps: the rows that hold pages are read, whatever else the file holds."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages import Fields, Limit, open_pages
from telcon.pages.sources import go_through
from telcon.pages.ways import Ways
from tests.pages.written import by_pyarrow

TEXTS = [f"Tối {day}/1, hai nhà lãnh đạo điện đàm." for day in range(1, 6)]
FINEWEB = {
    "text": TEXTS,
    "id": [f"<urn:uuid:{number}>" for number in range(5)],
    "dump": ["CC-MAIN-2025-05"] * 5,
    "url": [f"https://news.example/{number}" for number in range(5)],
    "date": ["2025-01-22T10:46:00Z"] * 5,
    "file_path": ["s3://crawl/a.warc.gz"] * 5,
    "language": ["vie"] * 5,
    "language_score": [0.99] * 5,
    "top_langs": [{"vie": 0.99}] * 5,
}


def read(path: Path, **ways: Limit | Fields) -> list[Page | Unreadable]:
    return list(open_pages(path, **ways))  # type: ignore[arg-type]


def reason(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, Unreadable)
    return found.reason


def test_rows_of_fineweb(tmp_path: Path) -> None:
    pages = [it for it in read(by_pyarrow(tmp_path / "a.parquet", FINEWEB, group=2)) if isinstance(it, Page)]
    assert [it.text for it in pages] == TEXTS
    assert (pages[4].name, pages[4].url) == ("<urn:uuid:4>", "https://news.example/4")
    assert pages[4].source == f"{tmp_path / 'a.parquet'}:5"
    assert pages[4].published is None, "the time of crawling is no date of the page"


def test_date_that_is_asked_for(tmp_path: Path) -> None:
    (page, *_) = read(by_pyarrow(tmp_path / "a.parquet", FINEWEB), fields=Fields(date="date"))
    assert isinstance(page, Page) and page.published == "2025-01-22T10:46:00Z"


def test_headline_in_a_column_of_its_own(tmp_path: Path) -> None:
    news = {"title": ["Hai ông điện đàm"], "text": TEXTS[:1], "domain": ["x"], "date": [datetime.date(2025, 1, 22)]}
    (page,) = read(by_pyarrow(tmp_path / "a.parquet", {**news, "description": [""], "url": ["https://x.example/"]}))
    assert isinstance(page, Page)
    assert (page.text, page.published) == (f"Hai ông điện đàm\n\n{TEXTS[0]}", "2025-01-22")


@pytest.mark.parametrize("kind", [pyarrow.large_string(), pyarrow.binary(), pyarrow.dictionary("int32", "string")])
def test_kinds_of_text(tmp_path: Path, kind: pyarrow.DataType) -> None:
    column = pyarrow.array([it.encode() if kind == pyarrow.binary() else it for it in TEXTS]).cast(kind)
    parquet.write_table(pyarrow.table({"text": column}), tmp_path / "a.parquet")
    assert [it.text for it in read(tmp_path / "a.parquet") if isinstance(it, Page)] == TEXTS


def test_missing_and_nested_columns(tmp_path: Path) -> None:
    told = "no column `text` (it has `body`, `id`; name it with --text-field)"
    assert reason(by_pyarrow(tmp_path / "a.parquet", {"body": TEXTS, "id": TEXTS})) == told
    nested = "the column `text` holds list<element: string>, not text"
    assert reason(by_pyarrow(tmp_path / "b.parquet", {"text": [TEXTS]})) == nested
    number = "the column `text` holds int64, not text"
    assert reason(by_pyarrow(tmp_path / "c.parquet", {"text": [1, 2]})) == number
    (page,) = read(by_pyarrow(tmp_path / "d.parquet", {"text": TEXTS[:1], "id": [["a", "b"]]}))
    assert page.name == "d.parquet:1"


def test_rows_without_a_page_are_told(tmp_path: Path) -> None:
    found = read(by_pyarrow(tmp_path / "a.parquet", {"text": [None, "", "x" * 200, "y"]}), limit=Limit(100))
    assert [it.reason for it in found if isinstance(it, Unreadable)] == [
        "no field `text` (it has `text`; name it with --text-field)",
        "empty",
        "larger than the limit of 100 bytes of text (raise --max-size to read it)",
    ]
    assert found[3].name == "a.parquet:4"


def test_file_without_rows(tmp_path: Path) -> None:
    assert (
        reason(by_pyarrow(tmp_path / "a.parquet", {"text": []}).rename(tmp_path / "b.parquet"))
        == "the column `text` holds null, not text"
    )
    parquet.write_table(pyarrow.table({"text": pyarrow.array([], "string")}), tmp_path / "c.parquet")
    assert reason(tmp_path / "c.parquet") == "empty"


def test_file_that_breaks_off(tmp_path: Path) -> None:
    path = by_pyarrow(tmp_path / "a.parquet", FINEWEB)
    path.write_bytes(path.read_bytes()[:-40])
    assert reason(path).startswith("no whole Parquet file")
    path.write_bytes(b"")
    assert reason(path) == "empty" or reason(path).startswith("no whole Parquet file")


def test_broken_group_of_rows_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = by_pyarrow(tmp_path / "a.parquet", {"text": TEXTS}, group=2)
    start = parquet.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(bytes(data))
    found = read(path)
    assert [it.text for it in found if isinstance(it, Page)] == [TEXTS[0], TEXTS[1], TEXTS[4]]
    (broken,) = (it for it in found if isinstance(it, Unreadable))
    assert "the group of rows behind row 2 is damaged" in broken.reason


def test_value_that_python_cannot_have(tmp_path: Path) -> None:
    far = pyarrow.array([2**62], pyarrow.timestamp("us"))
    parquet.write_table(pyarrow.table({"text": ["x"], "date": far}), tmp_path / "a.parquet")
    (page,) = read(tmp_path / "a.parquet")
    assert isinstance(page, Page) and page.published is None


def test_gate_and_waymarks(tmp_path: Path) -> None:
    path = by_pyarrow(tmp_path / "a.parquet", FINEWEB, group=2)
    gated = Ways(gate=lambda data, notation: b"3/1" in data or b"5/1" in data)
    first, *_ = (found := list(go_through(path, gated)))
    assert isinstance(first, Waymark) and (first.position, first.passed) == (
        2,
        ((Ways.__module__ and first.passed[0][0], 2),),
    )
    assert [it.text for it in found if isinstance(it, Page)] == [TEXTS[2], TEXTS[4]]
    end = found[-1]
    assert isinstance(end, Waymark) and end.ended and dict(end.passed).popitem()[1] == 3
    rest = list(go_through(path, Ways(since=lambda source, edition: first)))
    assert [it.text for it in rest if isinstance(it, Page)] == TEXTS[2:]
    assert list(go_through(path, Ways(since=lambda source, edition: end))) == [end]
