"""A source that was gone through in part is gone on with where it was left."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from telcon.model.pages import Page, Waymark
from telcon.pages import journeys
from telcon.pages.sources import go_through
from telcon.pages.ways import Found, Ways
from tests.pages.written import by_fastwarc, page, zipped

COUNT = 30


@pytest.fixture(autouse=True)
def _mark_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journeys, "EVERY", 7)


def records() -> list[bytes]:
    return list(by_fastwarc(page(f"trang {number}") for number in range(COUNT)))


def rows() -> bytes:
    return b"".join(json.dumps({"text": f"trang {number}"}).encode() + b"\n" for number in range(COUNT))


SOURCES = {
    "plain.warc": lambda: b"".join(records()),
    "zipped.warc.gz": lambda: zipped(records()),
    "whole.warc.gz": lambda: gzip.compress(b"".join(records())),
    "rows.jsonl": rows,
    "rows.jsonl.gz": lambda: gzip.compress(rows()),
}


def numbers(found: list[Found]) -> list[int]:
    return [int(one.text.split("trang ")[1]) for one in found if isinstance(one, Page)]


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_is_lost_and_little_read_twice(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SOURCES[name]())
    found = list(go_through(path, Ways()))
    assert numbers(found) == list(range(COUNT))
    marks = [(place, one) for place, one in enumerate(found) if isinstance(one, Waymark)]
    assert len(marks) == 1 + COUNT // 7 and [mark.ended for _, mark in marks] == [False] * 4 + [True]
    for place, mark in marks:
        read = numbers(found[:place])
        asked: list[tuple[str, str]] = []

        def since(source: str, edition: str, mark: Waymark = mark, asked: list[tuple[str, str]] = asked) -> Waymark:
            asked.append((source, edition))
            return mark

        rest = list(go_through(path, Ways(since=since)))
        assert asked == [(str(path.resolve()), mark.edition)] and mark.edition
        twice = set(read) & set(numbers(rest))
        assert sorted({*read, *numbers(rest)}) == list(range(COUNT)) and len(twice) <= 1
        assert [it.name for it in rest if isinstance(it, Page)] == [
            it.name for it in found if isinstance(it, Page) and int(it.text.split("trang ")[1]) in numbers(rest)
        ]
        last = rest[-1]
        assert isinstance(last, Waymark) and last.ended and (mark.ended or last.records == COUNT)
        assert mark.size == path.stat().st_size and 0 < mark.read <= mark.size


def test_another_edition_is_another_source(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rows())
    *_, one = go_through(path, Ways())
    path.write_bytes(rows() + b'{"text": "trang 30"}\n')
    *_, other = go_through(path, Ways())
    assert isinstance(one, Waymark) and isinstance(other, Waymark)
    assert one.source == other.source and one.edition != other.edition
