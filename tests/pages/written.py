"""Archives and dumps as their own writers write them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow
from fastwarc.warc import WarcRecord, WarcRecordType
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HTML = "text/html; charset=utf-8"
Headers = Iterable[tuple[str, str]]


def page(words: str) -> bytes:
    """An HTML page with one paragraph."""
    return (
        f"<!doctype html><html><head><title>Tin</title></head><body><main><p>{words}</p></main></body></html>".encode()
    )


def url(number: int) -> str:
    """The address of a page."""
    return f"https://news.example/{number}.html"


def by_warcio(
    path: Path,
    bodies: Iterable[bytes],
    *,
    zipped: bool = True,
    headers: Headers = (("Content-Type", HTML),),
    status: str = "200 OK",
    kind: str = "response",
) -> Path:
    """Write a web archive with warcio: a warcinfo record, and for each body a request and a record of a kind."""
    with path.open("wb") as opened:
        writer = WARCWriter(opened, gzip=zipped)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for number, body in enumerate(bodies):
            http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if kind == "response" else None
            asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")], is_http_request=True)
            writer.write_record(writer.create_warc_record(url(number), "request", http_headers=asked))
            told = {} if http else {"warc_content_type": dict(headers)["Content-Type"]}
            writer.write_record(
                writer.create_warc_record(url(number), kind, payload=io.BytesIO(body), http_headers=http, **told)
            )
    return path


def by_fastwarc(bodies: Iterable[bytes], *, headers: Headers = (("Content-Type", HTML),)) -> Iterator[bytes]:
    """Yield records as fastwarc writes them, not compressed."""
    for number, body in enumerate(bodies):
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url(number)
        record.is_http = True
        told = "".join(f"{name}: {value}\r\n" for name, value in headers)
        record.set_bytes_content(f"HTTP/1.1 200 OK\r\n{told}\r\n".encode() + body)
        written = io.BytesIO()
        record.write(written)
        yield written.getvalue()


def zipped(records: Iterable[bytes]) -> bytes:
    """Records compressed each on its own, as web archives are."""
    return b"".join(gzip.compress(record, 6) for record in records)


def by_pyarrow(path: Path, columns: Mapping[str, list[object]], *, group: int = 1000) -> Path:
    """Write a Parquet file in groups of so many rows."""
    parquet.write_table(pyarrow.table(dict(columns)), path, row_group_size=group)
    return path
