"""How words of a language change with their place in the sentence, as systems that `pack.toml` names."""

from __future__ import annotations

from telcon.inflections.cases import ALL, NOMINATIVE, Case, Forms, Inflection
from telcon.inflections.systems import load_inflection

__all__ = ["ALL", "NOMINATIVE", "Case", "Forms", "Inflection", "load_inflection"]
