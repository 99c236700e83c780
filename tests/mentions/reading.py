"""Noun phrases of one sentence, as the cases write them."""

from __future__ import annotations

from telcon.languages import load_pack
from telcon.letters.viewing import build_view
from telcon.mentions.lexemes import find_lexemes
from telcon.mentions.namings import NamingFinder
from telcon.model.mentions import Naming
from telcon.roster import load_roster

FLAGS = ("elect", "former", "incoming")


def find_namings(sentence: str) -> list[Naming]:
    """Find the noun phrases of a Vietnamese sentence that point at somebody."""
    pack, view = load_pack("vi"), build_view(sentence)
    return NamingFinder(view, find_lexemes(view.clean, view.folded, pack), pack, load_roster()).find()


def tell(naming: Naming, wanted: str) -> str:
    """Say what a phrase points at: sort, how, flags, office, country, name; of several people the one wanted."""
    roster = load_roster()
    names = [roster.people[person].name for person in naming.persons] or [naming.name]
    name = next((name for name in names if name and wanted.endswith(f" {name}")), "/".join(names))
    office = naming.roles[0].value if naming.roles else "-"
    flags = [flag for flag in FLAGS if getattr(naming, flag)]
    words = [naming.sort.value, naming.how.value, *flags, office, naming.country or "-", name]
    return " ".join(words).rstrip()
