"""Files on storage elsewhere: S3 and whatever else fsspec reaches."""

from __future__ import annotations

import errno
import io
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from telcon.model.pages import Unreadable
from telcon.pages.places import UNKNOWN, Place

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem  # type: ignore[import-untyped]

STORAGE = (
    "s3",
    "s3a",
    "gs",
    "gcs",
    "az",
    "abfs",
    "abfss",
    "adl",
    "oss",
    "oci",
    "hdfs",
    "webhdfs",
    "sftp",
    "ssh",
    "smb",
)
"""Schemes that stand for storage; what the web serves is asked for by other rules."""

HERE = ("file", "local", "memory")
AHEAD = 8 << 20
"""Bytes that are asked for at once: few questions, and little memory."""

EXTRAS = {"s3": "s3", "s3a": "s3"}


def is_storage(address: str) -> bool:
    """Tell whether an address is one of storage: `s3://…` and the like."""
    scheme, mark, _ = address.partition("://")
    return bool(mark) and scheme.lower() in STORAGE + HERE


def list_places(address: str, endings: Collection[str]) -> Iterator[Place | Unreadable]:
    """The file at an address, or all files below it with these endings, by name; what cannot be reached is told."""
    from fsspec.core import url_to_fs  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    scheme = address.partition("://")[0].lower()
    name = address.rstrip("/").rpartition("/")[2]
    try:
        files, path = url_to_fs(address)
        if files.isfile(path):
            yield _place(files, path, scheme)
            return
        places = [_place(files, one, scheme) for one in sorted(files.find(path))]
    except Exception as error:  # each kind of storage raises errors of its own
        yield Unreadable(name, address, reason_of(error, scheme))
        return
    found = [place for place in places if place.ending in endings and not place.name.startswith(".")]
    if not found:
        shown = ", ".join(f"*{ending}" for ending in endings)
        reason = f"no pages in this folder ({shown}, also with .gz)" if places else "no such file or folder"
        yield Unreadable(name, address, f"{reason} (check the address)" if not places else reason)
    yield from found


def reason_of(error: Exception, scheme: str) -> str:
    """Why storage could not be read, in words for people."""
    if isinstance(error, ImportError):
        extra = EXTRAS.get(scheme)
        needed = f"install Telcon with its extra: telcon[{extra}]" if extra else "install what fsspec needs for it"
        return f"{scheme}:// cannot be read here ({needed})"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder (check the address)"
    if isinstance(error, PermissionError):
        return "access denied (check the keys, AWS_ACCESS_KEY_ID and the like)" if scheme in EXTRAS else "access denied"
    kind = type(error).__name__
    if kind == "NoCredentialsError":
        return "no keys to ask with (set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or FSSPEC_S3_ANON=true)"
    words = " ".join(str(error).split())
    return f"the storage does not answer as it should: {words}" if words else f"the storage fails: {kind}"


def _place(files: AbstractFileSystem, path: str, scheme: str) -> Place:
    address = files.unstrip_protocol(path)

    def measure() -> tuple[int | None, str]:
        try:
            told: dict[str, Any] = files.info(path)
        except Exception:  # the edition is then unknown, and whoever reads the file is told why
            return UNKNOWN
        marks = (
            told.get(name) for name in ("ETag", "etag", "md5", "LastModified", "last_modified", "mtime", "created")
        )
        mark = next((str(mark) for mark in marks if mark), "")
        return told.get("size"), f"{told.get('size')} {mark}" if mark else ""

    return Place(address, address, address.rpartition("/")[2], lambda: _open(files, path, scheme), measure)


def _open(files: AbstractFileSystem, path: str, scheme: str) -> BinaryIO:
    try:
        opened = files.open(path, "rb", block_size=AHEAD, cache_type="readahead")
    except Exception as error:
        raise OSError(errno.EIO, reason_of(error, scheme)) from error
    return io.BufferedReader(_Distant(opened, scheme))


class _Distant(io.RawIOBase):
    """A file on storage, whose troubles are told as those of files here are."""

    def __init__(self, opened: Any, scheme: str) -> None:
        self._opened, self._scheme = opened, scheme

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._opened.seek(offset, whence))

    def tell(self) -> int:
        return int(self._opened.tell())

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._opened.read(len(view))
        except Exception as error:
            raise OSError(errno.EIO, reason_of(error, self._scheme)) from error
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._opened.close()
        super().close()
