"""A language, as Telcon knows it: its folder of sheets and its settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from telcon.languages.sheets import Sheet, load_sheet

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pack:
    """One language: `code` is ISO 639-1, `sheets` its sheets by name, `settings` what `pack.toml` says."""

    code: str
    sheets: Mapping[str, Sheet]
    settings: Mapping[str, object]

    def __getitem__(self, sheet: str) -> Sheet:
        return self.sheets[sheet]

    @property
    def spaced(self) -> bool:
        """Whether words stand apart, so that a wording has a boundary on each side."""
        return self.settings["word_boundaries"] == "spaces"


@cache
def pack_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that Telcon has a pack for, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/pack.toml")))


@cache
def load_pack(code: str) -> Pack:
    """Load a language's pack. Raises `KeyError` where Telcon has none, `SheetError` where a sheet cannot be read."""
    folder = FOLDER / code
    if not (folder / "pack.toml").exists():
        raise KeyError(code)
    sheets = {path.name.split(".")[0]: path for path in sorted(folder.glob("*.forms.txt"))}
    return Pack(
        code,
        MappingProxyType({name: load_sheet(folder, name) for name in sheets}),
        MappingProxyType(tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))),
    )
