"""Every kind of input becomes pages, or a line that says why not."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import sys
from pathlib import Path

import pytest

from telcon.model.pages import Page, Unreadable
from telcon.pages import Fields, Limit, open_pages

WORDS = "Tối 21/1, hai nhà lãnh đạo điện đàm hơn một giờ.\r\nHết.\n"


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def rows(path: Path, *objects: object) -> Path:
    return write(path, "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects))


def one(source: Path | str, **ways: Limit) -> Page:
    (page,) = open_pages(source, **ways)
    assert isinstance(page, Page), page
    return page


def reason(source: Path | str, **ways: Limit) -> str:
    (found,) = open_pages(source, **ways)
    assert isinstance(found, Unreadable), found
    return found.reason


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "call.one.txt", WORDS)
    page = one(path)
    assert page == Page(hashlib.sha256(WORDS.encode()).hexdigest(), "call.one", WORDS, str(path))


@pytest.mark.parametrize(
    "text", ["\ufeffĐiện đàm\r\n", "a\rb\r\nc\n\u2028d\x0ce", "Tô\u0301i \u200bđi\xa0chợ", "🙂" * 3]
)
def test_text_counts_as_python_reads_it(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.txt", text)
    with path.open(encoding="utf-8", newline="") as opened:
        assert one(path).text == opened.read() == text


def test_folder_is_read_by_name_through_all_folders(tmp_path: Path) -> None:
    write(tmp_path / "b" / "2.txt", "hai")
    write(tmp_path / "b" / "10.txt.gz", gzip.compress(b"ten"))
    write(tmp_path / "a.text", "one")
    write(tmp_path / "picture.png", b"\x89PNG")
    write(tmp_path / ".hidden.txt", "no")
    rows(tmp_path / "c.jsonl", {"id": "r1", "text": "row"})
    assert [page.name for page in open_pages(tmp_path)] == ["a", "10", "2", "r1"]


def test_folder_without_pages(tmp_path: Path) -> None:
    write(tmp_path / "picture.png", b"\x89PNG")
    assert reason(tmp_path) == (
        "no pages in this folder (*.txt, *.text, *.jsonl, *.ndjson, *.html, *.htm, *.xhtml, *.pdf, "
        "*.warc, *.wet, *.parquet, also with .gz)"
    )


def test_folders_that_link_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.txt", "one")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [page.name for page in open_pages(tmp_path)][:1] == ["1"]


def test_path_that_does_not_exist(tmp_path: Path) -> None:
    assert reason(tmp_path / "nowhere.txt") == "no such file or directory (check the path)"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "x").chmod(0)
    assert reason(tmp_path / "a.txt") == "permission denied (you may not read it)"


def test_link_to_nowhere_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert reason(tmp_path) == "no such file or directory (check the path)"


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a"])
def test_empty_file(tmp_path: Path, name: str) -> None:
    assert reason(write(tmp_path / name, "")) == "empty"


def test_limit_names_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x" * 1001)
    assert (
        reason(path, limit=Limit(1000)) == "larger than the limit of 1000 bytes of text (raise --max-size to read it)"
    )
    assert len(one(path, limit=Limit(1001)).text) == 1001


def test_one_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = write(tmp_path / "long.txt", "điện đàm " * 4_200_000)
    assert reason(path) == "larger than the limit of 20 MB of text (raise --max-size to read it)"
    assert len(one(path, limit=Limit(10**8)).text) == 9 * 4_200_000


def test_row_of_fifty_megabytes_is_passed_and_the_next_is_read(tmp_path: Path) -> None:
    path = rows(tmp_path / "d.jsonl", {"id": "a", "text": "điện đàm " * 9_500_000}, {"id": "b", "text": "ngắn"})
    first, second = open_pages(path)
    assert isinstance(first, Unreadable) and "a row of more than 80 MB (raise --max-size" in first.reason
    assert isinstance(second, Page) and (second.name, second.source) == ("b", f"{path}:2")


def test_hundred_thousand_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "many.txt", "một dòng ngắn\n" * 100_000)
    assert one(path).text.count("\n") == 100_000


def test_hundred_thousand_rows_hold_one_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "many.jsonl", '{"text": "một dòng"}\n' * 100_000)
    pages = open_pages(path)
    assert sum(isinstance(page, Page) for page in pages) == 100_000


@pytest.mark.parametrize("ending", [".txt", ".txt.gz", ""])
def test_gzip_is_told_by_its_bytes(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / f"page{ending}", gzip.compress(WORDS.encode()))
    assert (one(path).text, one(path).name) == (WORDS, "page")


def test_name_of_gzip_without_gzip(tmp_path: Path) -> None:
    assert one(write(tmp_path / "page.txt.gz", WORDS)).text == WORDS


def test_gzip_in_several_members_with_padding(tmp_path: Path) -> None:
    data = gzip.compress(b"one ") + gzip.compress(b"two") + bytes(600)
    assert one(write(tmp_path / "a.txt.gz", data)).text == "one two"


def test_broken_gzip_is_read_up_to_the_break(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"text": f"page {hashlib.sha256(bytes([i % 256])).hexdigest()} {i}"}) + "\n" for i in range(9000)
    )
    data = gzip.compress(lines.encode())
    *read, cut, broken = open_pages(write(tmp_path / "d.jsonl.gz", data[: len(data) // 2]))
    assert len(read) > 1000 and all(isinstance(page, Page) for page in read)
    assert isinstance(cut, Unreadable) and cut.reason.startswith("bad JSON")
    assert isinstance(broken, Unreadable)
    assert broken.reason == "the gzip data break off before their end (what stands before was read)"


def test_damaged_gzip(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(os.urandom(200_000).hex().encode()))
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    found = list(open_pages(write(tmp_path / "a.txt.gz", bytes(data))))
    assert isinstance(found[0], Page)
    assert isinstance(found[-1], Unreadable) and "the gzip data are damaged" in found[-1].reason


def test_gzip_followed_by_something_else(tmp_path: Path) -> None:
    page, broken = open_pages(write(tmp_path / "a.txt.gz", gzip.compress(b"text") + b"rest"))
    assert isinstance(page, Page) and page.text == "text"
    assert isinstance(broken, Unreadable) and "something that is not gzip" in broken.reason


def test_gzip_bomb_stops_at_the_limit(tmp_path: Path) -> None:
    assert "larger than the limit" in reason(write(tmp_path / "a.gz", gzip.compress(bytes(60_000_000))))


def stand_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[type-var]


def test_standard_input_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, WORDS.encode())
    page = one("-")
    assert (page.text, page.name, page.source) == (WORDS, "stdin", "-")


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_standard_input_as_json_lines(monkeypatch: pytest.MonkeyPatch, start: bytes) -> None:
    stand_in(monkeypatch, gzip.compress(start + b'{"text": "one"}\n{"text": "two"}'))
    pages = [page for page in open_pages("-") if isinstance(page, Page)]
    assert [page.text for page in pages] == ["one", "two"]
    assert pages[-1].source.startswith("-:")


def test_standard_input_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, b"")
    assert reason("-") == "empty"


def test_fields_asked_for(tmp_path: Path) -> None:
    path = rows(
        tmp_path / "d.jsonl",
        {"body": "one", "key": 7, "link": "https://a.example/1", "when": "2025-01-22", "l": "vi_VN"},
    )
    (page,) = open_pages(path, fields=Fields(text="body", id="key", url="link", date="when", language="l"))
    assert isinstance(page, Page)
    assert (page.text, page.name, page.url) == ("one", "7", "https://a.example/1")
    assert (page.published, page.language) == ("2025-01-22", "vi")


def test_field_that_no_row_has(tmp_path: Path) -> None:
    path = rows(tmp_path / "d.jsonl", {"text": "one", "href": "x"}, {"text": "two"})
    *pages, told = open_pages(path, fields=Fields(url="link"))
    assert len(pages) == 2
    assert told == Unreadable("d.jsonl", str(path), "no row has the field `link` (it has `text`, `href`)")


def test_broken_name_of_a_file(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "wb") as opened:  # noqa: PTH123 - a name that is no text
        opened.write(b"one")
    page = one(tmp_path)
    page.source.encode()
    assert page.name == "\ufffd"
