"""A file is as it was, or as it is to be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from telcon.files import write_whole


def test_it_takes_the_place_of_another_and_makes_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "sheet.txt"
    for told in (b"one\n", b"two\r\n"):
        write_whole(path, told)
        assert path.read_bytes() == told
    assert path.stat().st_mode & 0o777 == 0o644


def test_what_breaks_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text("before")

    def fail(_: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, b"after")
    assert [(it.name, it.read_text()) for it in tmp_path.iterdir()] == [("sheet.txt", "before")]
