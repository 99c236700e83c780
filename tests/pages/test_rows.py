"""Rows of a dump, good and bad: each bad one is named, and the next is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from telcon.model.pages import Page, Unreadable
from telcon.pages import open_pages


def read(tmp_path: Path, line: bytes) -> Page | Unreadable:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b'{"id": "before", "text": "x"}\n' + line + b'\n{"id": "after", "text": "x"}\n')
    before, found, after = open_pages(path)
    assert (before.name, after.name) == ("before", "after")
    return found


BAD = {
    b"{oops": "bad JSON: ",
    b'{"text": "cut off': "bad JSON: ",
    b"[1, 2]": "a JSON list, not an object (each row must be one object with the page's text)",
    b'"only words"': "a JSON string, not an object",
    b"null": "a JSON null, not an object",
    b"12": "a JSON number, not an object",
    b"true": "a JSON truth value, not an object",
    b"{}": "no field `text` (it has none; name it with --text-field)",
    b'{"body": "x", "id": 1}': "no field `text` (it has `body`, `id`; name it with --text-field)",
    b'{"text": 5}': "the field `text` holds a JSON number, not text",
    b'{"text": ["a"]}': "the field `text` holds a JSON list, not text",
    b'{"text": null}': "no field `text`",
    b'{"text": ""}': "empty",
    b"[" * 100_000: "bad JSON: nested too deeply",
}


@pytest.mark.parametrize("line", BAD, ids=lambda line: line[:20].decode())
def test_bad_row_is_named(tmp_path: Path, line: bytes) -> None:
    found = read(tmp_path, line)
    assert isinstance(found, Unreadable)
    assert found.reason.startswith(BAD[line])
    assert found.source == f"{tmp_path / 'dump.jsonl'}:2"
    assert found.name == "dump.jsonl:2"


def test_row_without_id_is_named_by_its_number(tmp_path: Path) -> None:
    assert read(tmp_path, b'{"text": "x"}').name == "dump.jsonl:2"


def test_blank_rows_count_but_are_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b'\n  \r\n{"text": "x"}\r\n')
    assert [page.name for page in open_pages(path)] == ["dump.jsonl:3"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b'{"text": "x", "url": NaN}', "x"),
        (b'\xef\xbb\xbf{"text": "x"}', "x"),
        (b'{"text": "\\ud83d\\ude42"}', "\U0001f642"),
        (b'{"text": "a\\ud83d"}', "a\ufffd"),
        (b'{"text": "line\\r\\nline"}', "line\r\nline"),
        (('{"text": "' + "Điện đàm " * 40).encode() + b'\xff"}', "Điện đàm " * 40 + "\ufffd"),
    ],
)
def test_what_other_tools_write_is_taken(tmp_path: Path, line: bytes, text: str) -> None:
    found = read(tmp_path, line)
    assert isinstance(found, Page), found
    assert found.text == text


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2025-01-22", "2025-01-22"),
        ("2025-01-22 10:46:00", "2025-01-22T10:46:00"),
        ("2025-01-22T10:46:00Z", "2025-01-22T10:46:00Z"),
        ("Wed, 22 Jan 2025 10:46:00 +0700", "2025-01-22T10:46:00+07:00"),
        (1737517560, "2025-01-22T03:46:00+00:00"),
        (1737517560000, "2025-01-22T03:46:00+00:00"),
        ("hôm qua", None),
        ("2025-13-40", None),
        (True, None),
        (1e300, None),
        ([], None),
    ],
)
def test_dates_of_rows(tmp_path: Path, given: object, published: str | None) -> None:
    found = read(tmp_path, json.dumps({"text": "x", "date": given}).encode())
    assert isinstance(found, Page) and found.published == published


@pytest.mark.parametrize(
    ("given", "language"), [("vi", "vi"), ("zh-Hans", "zh"), ("EN_us", "en"), ("", None), (3, None)]
)
def test_languages_of_rows(tmp_path: Path, given: object, language: str | None) -> None:
    found = read(tmp_path, json.dumps({"text": "x", "lang": given}).encode())
    assert isinstance(found, Page) and found.language == language
