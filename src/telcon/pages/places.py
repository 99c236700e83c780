"""Files, wherever they lie."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

UNKNOWN = (None, "")


@dataclass(frozen=True, slots=True)
class Place:
    """A file: `shown` is how it is called to people, `address` how it is known from anywhere, `name` its last part.

    `measure` gives its size in bytes and its edition, which is another one once the content is; both may be unknown.
    """

    shown: str
    address: str
    name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    measure: Callable[[], tuple[int | None, str]]

    @property
    def ending(self) -> str:
        """What its name ends with, in small letters, without `.gz`."""
        return _unzipped(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without ending."""
        return _unzipped(self.name).stem


def local_place(path: Path) -> Place:
    """A file of this machine."""

    def measure() -> tuple[int | None, str]:
        try:
            told = path.stat()
        except OSError:
            return UNKNOWN
        return told.st_size, f"{told.st_size} {told.st_mtime_ns}"

    return Place(shown(path), shown(path.resolve()), shown(path.name), lambda: path.open("rb"), measure)


def shown(path: Path | str) -> str:
    """A path in letters that can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _unzipped(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path
