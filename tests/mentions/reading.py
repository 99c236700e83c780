"""Noun phrases of one sentence, as the cases write them."""

from __future__ import annotations

from dataclasses import replace

from telcon.languages import load_pack
from telcon.letters import join_han
from telcon.letters.viewing import build_view
from telcon.mentions.lexemes import find_lexemes
from telcon.mentions.namings import NamingFinder
from telcon.model.mentions import Naming, Sort
from telcon.roster import load_roster, load_roster_in

FLAGS = ("elect", "former", "incoming")


def find_namings(sentence: str, code: str = "vi") -> list[Naming]:
    """Find the noun phrases of a sentence that point at somebody; places are those in the sentence."""
    pack, view = load_pack(code), build_view(sentence)
    found = NamingFinder(view, find_lexemes(view.clean, view.folded, pack), pack, load_roster_in(code)).find()
    return [replace(naming, span=view.to_raw(naming.span), name=join_han(naming.name)) for naming in found]


def tell(naming: Naming, wanted: str) -> str:
    """Say what a phrase points at: sort, how, flags, office, country, name; of several people the one wanted."""
    roster = load_roster()
    people = naming.persons if naming.sort is Sort.PERSON else ()
    names = [roster.people[person].name for person in people] or [naming.name]
    name = next((name for name in names if name and wanted.endswith(f" {name}")), "/".join(names))
    office = naming.roles[0].value if naming.roles else "-"
    flags = [flag for flag in FLAGS if getattr(naming, flag)]
    words = [naming.sort.value, naming.how.value, *flags, office, naming.country or "-", name]
    return " ".join(words).rstrip()
