"""Web archives: every page of theirs is read, passed over or named, however they are written or broken."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages import Limit, open_pages
from telcon.pages.sources import go_through
from telcon.pages.ways import Ways
from tests.pages.written import by_fastwarc, by_warcio, page, url, zipped

WORDS = [f"Tối {day}/1, hai nhà lãnh đạo điện đàm hơn một giờ." for day in range(1, 6)]
PAGES = [page(words) for words in WORDS]


def pages_of(path: Path, **ways: Limit) -> list[Page]:
    found = list(open_pages(path, **ways))
    assert all(isinstance(one, Page) for one in found), found
    return [one for one in found if isinstance(one, Page)]


def passed(path: Path) -> dict[str, int]:
    *found, end = go_through(path, Ways())
    assert found == [] and isinstance(end, Waymark) and end.ended, found
    return dict(end.passed)


def told(path: Path, data: bytes) -> list[Page | Unreadable]:
    path.write_bytes(data)
    return list(open_pages(path))


def shown(found: list[Page | Unreadable]) -> list[str]:
    """The first day that each page tells of, or the reason."""
    return [one.text.split("Tối ")[1].split("/")[0] if isinstance(one, Page) else one.reason for one in found]


@pytest.mark.parametrize("compressed", [True, False])
def test_archive_written_by_warcio(tmp_path: Path, compressed: bool) -> None:
    found = pages_of(by_warcio(tmp_path / ("a.warc.gz" if compressed else "a.warc"), PAGES, zipped=compressed))
    assert [one.url for one in found] == [url(number) for number in range(5)]
    assert all(words in one.text for words, one in zip(WORDS, found, strict=True))


@pytest.mark.parametrize("compressed", [True, False])
def test_archive_written_by_fastwarc(tmp_path: Path, compressed: bool) -> None:
    records = list(by_fastwarc(PAGES))
    path = tmp_path / "crawl.warc"
    path.write_bytes(zipped(records) if compressed else b"".join(records))
    found = pages_of(path)
    assert shown([*found]) == ["1", "2", "3", "4", "5"]
    offset = int(found[2].source.rpartition(":")[2])
    assert found[2].name == f"crawl.warc:{offset}" and found[2].source == f"{path}:{offset}"
    assert path.read_bytes()[offset:].startswith(b"\x1f\x8b" if compressed else b"WARC/1")


def test_archive_compressed_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"".join(by_fastwarc(PAGES))))
    assert shown([*pages_of(path)]) == ["1", "2", "3", "4", "5"]


def test_texts_of_a_crawl(tmp_path: Path) -> None:
    texts = [words.encode() for words in WORDS]
    path = by_warcio(tmp_path / "a.warc.wet.gz", texts, kind="conversion", headers=[("Content-Type", "text/plain")])
    assert [(one.text, one.url) for one in pages_of(path)] == list(zip(WORDS, map(url, range(5)), strict=True))


def test_resources(tmp_path: Path) -> None:
    path = by_warcio(tmp_path / "a.warc.gz", PAGES[:1], kind="resource", headers=[("Content-Type", "text/html")])
    assert WORDS[0] in pages_of(path)[0].text


def test_archive_without_a_name_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "crawl").write_bytes(zipped(by_fastwarc(PAGES)))
    assert len(pages_of(tmp_path / "crawl")) == 5


def chunked(body: bytes) -> bytes:
    parts = [body[start : start + 50] for start in range(0, len(body), 50)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def brotli(body: bytes) -> bytes:
    import io  # noqa: PLC0415

    written = io.BytesIO()
    with BrotliWriter(written) as writer:
        writer.write(body)
    return written.getvalue()


CODED = {
    "chunked": ([("Transfer-Encoding", "chunked")], chunked),
    "gzip": ([("Content-Encoding", "gzip")], gzip.compress),
    "brotli": ([("Content-Encoding", "br")], brotli),
    "both": ([("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], lambda it: chunked(gzip.compress(it))),
    "declared and not done": ([("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], lambda it: it),
    "twice": ([("Content-Encoding", "gzip, gzip")], lambda it: gzip.compress(gzip.compress(it))),
}


@pytest.mark.parametrize("coding", CODED)
def test_codings_of_answers(tmp_path: Path, coding: str) -> None:
    headers, code = CODED[coding]
    records = by_fastwarc([code(one) for one in PAGES], headers=[("Content-Type", "text/html"), *headers])
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    assert shown([*pages_of(tmp_path / "a.warc")]) == ["1", "2", "3", "4", "5"]


def test_coding_that_nobody_knows(tmp_path: Path) -> None:
    records = list(by_fastwarc(PAGES[:1], headers=[("Content-Type", "text/html"), ("Content-Encoding", "sdch")]))
    found = told(tmp_path / "a.warc", b"".join([*records, *by_fastwarc(PAGES)]))
    assert shown(found) == ["its content is coded as 'sdch', which cannot be undone", "1", "2", "3", "4", "5"]


def test_character_set_of_the_answer_counts(tmp_path: Path) -> None:
    body = "<html><body><p>Путин и Трамп говорили по телефону больше часа.</p></body></html>".encode("cp1251")
    records = by_fastwarc([body], headers=[("Content-Type", "text/html; charset=windows-1251")])
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    assert "Путин и Трамп говорили по телефону" in pages_of(tmp_path / "a.warc")[0].text


@pytest.mark.parametrize(
    ("headers", "status", "reason"),
    [
        ([("Content-Type", "image/png")], "200 OK", "no page: image/png"),
        ([("Content-Type", "text/css\x1b[31m")], "200 OK", "no page: text/css[31m"),
        ([("Content-Type", HTML := "text/html")], "404 Not Found", "HTTP status 404"),
        ([("Content-Type", HTML), ("Location", "/")], "301 Moved", "HTTP status 301"),
    ],
)
def test_what_is_no_page_is_counted_by_reason(
    tmp_path: Path, headers: list[tuple[str, str]], status: str, reason: str
) -> None:
    path = by_warcio(tmp_path / "a.warc.gz", PAGES, headers=headers, status=status)
    assert passed(path) == {reason: 5}


def test_empty_answers_and_revisits_are_counted(tmp_path: Path) -> None:
    assert passed(by_warcio(tmp_path / "a.warc.gz", [b"", b" \n"])) == {"empty": 2}
    headers = [("Content-Type", "application/http")]
    path = by_warcio(tmp_path / "b.warc.gz", [b""], kind="revisit", headers=headers)
    assert passed(path) == {"a revisit: the page stands in an earlier record": 1}


def test_record_that_breaks_off(tmp_path: Path) -> None:
    data = zipped(by_fastwarc(PAGES))
    found = told(tmp_path / "a.warc.gz", data[:-30])
    assert shown(found) == ["1", "2", "3", "4", "the record here breaks off (nothing behind it can be read)"]
    plain = b"".join(by_fastwarc(PAGES))
    assert shown(told(tmp_path / "a.warc", plain[:-30])) == shown(found)


def test_damaged_record_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    records = [gzip.compress(one) for one in by_fastwarc(PAGES)]
    spoilt = bytearray(records[2])
    spoilt[40:60] = b"\xff" * 20
    third, fourth = len(b"".join(records[:2])), len(b"".join(records[:3]))
    path = tmp_path / "a.warc.gz"
    found = told(path, b"".join([*records[:2], bytes(spoilt), *records[3:]]))
    pages, broken = [it for it in found if isinstance(it, Page)], [it for it in found if isinstance(it, Unreadable)]
    assert shown([*pages]) == ["1", "2", "4", "5"]
    assert len(broken) == 1 and broken[0].source.startswith(f"{path}:")
    assert str(third) in broken[0].reason + broken[0].source or str(fourth) in broken[0].reason


@pytest.mark.parametrize("rubbish", [b"garbage\r\n\r\n" * 300, b"\x1f\x8b\x08" * 500, bytes(5000)])
@pytest.mark.parametrize("compressed", [True, False])
def test_rubbish_between_records(tmp_path: Path, rubbish: bytes, compressed: bool) -> None:
    records = list(by_fastwarc(PAGES))
    parts = [gzip.compress(one) for one in records] if compressed else records
    found = told(tmp_path / "a.warc", b"".join([*parts[:2], rubbish, *parts[2:]]))
    assert [it for it in shown(found) if len(it) == 1] == ["1", "2", "3", "4", "5"]
    assert sum(isinstance(it, Unreadable) for it in found) <= 1


@pytest.mark.parametrize("length", ["900000", "12", "-5", "much", ""])
def test_wrong_length(tmp_path: Path, length: str) -> None:
    records = list(by_fastwarc(PAGES))
    records[1] = re.sub(rb"Content-Length: \d+", f"Content-Length: {length}".encode(), records[1])
    found = shown(told(tmp_path / "a.warc", b"".join(records)))
    assert [it for it in found if len(it) == 1] == ["1", "3", "4", "5"]
    found = shown(told(tmp_path / "b.warc.gz", zipped(records)))
    assert [it for it in found if len(it) == 1] == ["1", "3", "4", "5"]


def test_what_is_no_archive(tmp_path: Path) -> None:
    no = "it does not begin as a WARC file does (nothing behind it can be read)"
    assert shown(told(tmp_path / "a.warc", b"<html>no archive</html>\r\n" * 100)) == [no]
    assert shown(told(tmp_path / "b.warc.gz", gzip.compress(b"no archive" * 100))) == [no]
    assert shown(told(tmp_path / "c.warc.gz", b"\x1f\x8b\x08")) == [no]
    assert shown(told(tmp_path / "d.warc", b"")) == ["empty"]


def test_bomb_stops_at_the_limit(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    records = by_fastwarc([bomb], headers=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")])
    found = told(tmp_path / "a.warc", b"".join([*records, *by_fastwarc(PAGES)]))
    assert shown(found) == ["larger than the limit of 20 MB of text (raise --max-size to read it)", *"12345"]


def test_large_record_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(zipped([*by_fastwarc([b"x" * 200_000]), *by_fastwarc(PAGES)]))
    found = list(open_pages(path, limit=Limit(100_000)))
    assert shown(found) == ["larger than the limit of 100 kB of text (raise --max-size to read it)", *"12345"] or (
        isinstance(found[0], Unreadable) and "limit" in found[0].reason and shown(found[1:]) == list("12345")
    )


def test_gate_hears_the_bytes_and_the_character_set(tmp_path: Path) -> None:
    heard: list[tuple[bytes, str]] = []

    def gate(data: bytes, notation: str) -> bool:
        heard.append((data, notation))
        return b"3/1" in data

    path = by_warcio(tmp_path / "a.warc.gz", PAGES)
    *found, end = go_through(path, Ways(gate=gate))
    assert [one.url for one in found if isinstance(one, Page)] == [url(2)]
    assert heard == [(one, "utf-8") for one in PAGES]
    assert isinstance(end, Waymark) and sum(count for _, count in end.passed) == 4
