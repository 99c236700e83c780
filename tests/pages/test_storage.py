"""Pages on S3-compatible storage, read from a real server of that kind on this machine."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages import open_pages
from telcon.pages.sources import go_through
from telcon.pages.ways import Ways
from tests.pages.written import by_fastwarc, by_pyarrow, page, url, zipped

BUCKET = "crawl"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    served.start()
    yield "http://{}:{}".format(*served.get_host_and_port())
    served.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    _forget()
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET)
    yield client
    for held in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=held["Key"])
    client.delete_bucket(Bucket=BUCKET)
    _forget()


def _forget() -> None:
    import s3fs  # noqa: PLC0415

    s3fs.S3FileSystem.clear_instance_cache()


def put(bucket: object, **files: bytes) -> None:
    for key, data in files.items():
        bucket.put_object(Bucket=BUCKET, Key=key.replace("__", "/"), Body=data)  # type: ignore[attr-defined]


def test_every_kind_of_source_is_read_from_storage(bucket: object, tmp_path: Path) -> None:
    texts = [f"Tối {day}/1, hai nhà lãnh đạo điện đàm." for day in range(1, 4)]
    table = by_pyarrow(tmp_path / "a.parquet", {"text": texts, "id": ["p1", "p2", "p3"]}).read_bytes()
    rows = gzip.compress(b"".join(json.dumps({"text": it}).encode() + b"\n" for it in texts))
    put(
        bucket,
        **{
            "news__1.txt": texts[0].encode(),
            "news__2.warc.gz": zipped(by_fastwarc(map(page, texts))),
            "news__3.parquet": table,
            "news__4.jsonl.gz": rows,
            "news__picture.png": b"\x89PNG",
            "other__5.txt": b"x",
        },
    )
    pages = [it for it in open_pages(f"s3://{BUCKET}/news/") if isinstance(it, Page)]
    assert pages[0].name == "1" and [it.url for it in pages][1:4] == [url(0), url(1), url(2)]
    assert [it.name for it in pages][4:] == ["p1", "p2", "p3", *(f"4.jsonl.gz:{row}" for row in (1, 2, 3))]
    assert pages[-1].source == f"s3://{BUCKET}/news/4.jsonl.gz:3"
    (alone,) = open_pages(f"s3://{BUCKET}/news/1.txt")
    assert isinstance(alone, Page) and (alone.text, alone.source) == (texts[0], f"s3://{BUCKET}/news/1.txt")


def test_archive_on_storage_is_gone_on_with(bucket: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("telcon.pages.journeys.EVERY", 7)
    put(bucket, **{"a.warc.gz": zipped(by_fastwarc(page(f"trang {number}") for number in range(20)))})
    found = list(go_through(f"s3://{BUCKET}/a.warc.gz", Ways()))
    mark = next(it for it in found if isinstance(it, Waymark))
    assert (mark.source, mark.size) == (
        f"s3://{BUCKET}/a.warc.gz",
        found[-1].read if isinstance(found[-1], Waymark) else 0,
    )
    rest = list(go_through(f"s3://{BUCKET}/a.warc.gz", Ways(since=lambda source, edition: mark)))
    pages = [it for it in rest if isinstance(it, Page)]
    assert len(pages) == 14 and "trang 6" in pages[0].text
    put(bucket, **{"a.warc.gz": zipped(by_fastwarc(page(f"trang {number}") for number in range(21)))})
    _forget()
    *_, other = go_through(f"s3://{BUCKET}/a.warc.gz", Ways())
    assert isinstance(other, Waymark) and other.edition != mark.edition


def reason(address: str) -> str:
    (found,) = open_pages(address)
    assert isinstance(found, Unreadable)
    return found.reason


@pytest.mark.parametrize("address", [f"s3://{BUCKET}/nothing.txt", "s3://no-such-bucket/a/"])
def test_address_of_nothing(bucket: object, address: str) -> None:
    assert reason(address) == "no such file or folder (check the address)"


def test_server_that_is_not_there(bucket: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    _forget()
    told = reason(f"s3://{BUCKET}/a.txt")
    assert told.startswith("the storage does not answer as it should: ") and "127.0.0.1:9" in told


def test_extra_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, "s3", raising=False)
    told = reason(f"s3://{BUCKET}/a.txt")
    assert told == "s3:// cannot be read here (install Telcon with its extra: telcon[s3])"
