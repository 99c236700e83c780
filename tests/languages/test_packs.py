"""What the packs promise."""

from __future__ import annotations

import pytest

from telcon.languages import load_pack, pack_codes
from tests.conftest import ROOT

NAMES = {"name"}
"""Settings for whoever opens the file."""


@pytest.mark.parametrize("code", pack_codes())
def test_every_setting_of_a_pack_is_read(code: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "telcon").rglob("*.py"))
    assert not [
        setting for setting in load_pack(code).settings if f'"{setting}"' not in source and setting not in NAMES
    ]
