"""A language, as Telcon knows it: its folder of sheets and its settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from telcon.inflections import Case, Inflection, load_inflection
from telcon.languages.sheets import Sheet, load_sheet
from telcon.letters.romanising import load_romaniser

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pack:
    """One language: `code` is ISO 639-1, `sheets` its sheets by name, `settings` what `pack.toml` says.

    `inflection` is how its words change, None where they do not.
    """

    code: str
    sheets: Mapping[str, Sheet]
    settings: Mapping[str, object]
    inflection: Inflection | None = None

    def __getitem__(self, sheet: str) -> Sheet:
        return self.sheets[sheet]

    def nominative(self, name: str, cases: frozenset[str]) -> str:
        """A person's name that stands in one of the cases, as it stands by itself, in Latin letters where so set."""
        base = self.inflection.bases(name, map(Case, cases))[0] if self.inflection and cases else name
        system = self.settings.get("romanisation")
        return load_romaniser(str(system))(base) if system else base

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
    settings = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    system = settings.get("inflection")
    inflection = load_inflection(str(system), folder / "inflection.toml") if system else None
    sheets = {path.name.split(".")[0]: path for path in sorted(folder.glob("*.forms.txt"))}
    return Pack(
        code,
        MappingProxyType({name: load_sheet(folder, name, inflection) for name in sheets}),
        MappingProxyType(settings),
        inflection,
    )
