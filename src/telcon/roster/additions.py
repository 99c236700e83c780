"""The user's own sheet: people and terms over those that come with the package.

It is written like the sheets of the package. A person who stands there too gets the names and terms beside those known;
a term that shares more than the day of a handover with a known one in the same office takes its place. Forms in
languages that have sheets of their own stand in a field of the language's code: `ru  full | alone | short`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from telcon.model.values import value
from telcon.roster.entries import Grade, Person, RosterError, Term
from telcon.roster.sheets import ALONE, FORMS, make_person, read_fields, split_forms
from telcon.roster.terms import put_over

SETTING = "TELCON_ROSTER"
"""The setting of the environment that names the folder; empty for none."""
SHEET = "people.txt"
APART = tuple(sorted(sheet.parent.name for sheet in Path(__file__).parent.glob("??/people.txt")))
"""Languages that have sheets of their own."""

Forms = tuple[tuple[str, ...], ...]
"""Full forms, those that stand alone, and short ones."""


@value(frozen=True, slots=True)
class Addition:
    """What the own sheet says of one person, who may hold no office there.

    `forms` are those of each field told, `called` those in languages with sheets of their own, `notes` comments.
    """

    place: str
    id: str
    name: str
    forms: Mapping[str, tuple[str, ...]]
    called: Mapping[str, Forms]
    terms: tuple[Term, ...]
    notes: tuple[str, ...] = ()

    @property
    def person(self) -> Person:
        """The person as if no other sheet had one. Raises `RosterError` where id or name are none."""
        return make_person(self.place, f"{self.id} {self.name}", self.forms, self.terms, seated=False)


@value(frozen=True, slots=True)
class Own:
    """An own sheet: where it lies, its beginning, who stands in it, and the first digits of its SHA-256."""

    path: Path
    head: tuple[str, ...]
    additions: Mapping[str, Addition]
    digest: str

    def called(self, language: str) -> dict[str, Forms]:
        """Forms in a language by id of the person."""
        told = ((key, addition.called.get(language)) for key, addition in self.additions.items())
        return {key: forms for key, forms in told if forms}


def own_folder() -> Path | None:
    """The folder of the user's own sheet, whether it is there or not; None where the setting is empty."""
    return _folder_of(os.environ.get(SETTING))


def read_own(folder: Path | None) -> Own | None:
    """Read the own sheet of a folder; None where there is none. Raises `RosterError` for a line that cannot be read."""
    path = folder / SHEET if folder else None
    if path is None or not path.is_file():
        return None
    try:
        written = path.read_bytes()
        lines = written.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RosterError(f"{path}: it cannot be read ({error})") from error
    return _parse(path, lines, sha256(written).hexdigest()[:12])


def parse_own(path: Path, text: str) -> Own:
    """The own sheet of this text. Raises `RosterError` for a line that cannot be read."""
    return _parse(path, text.splitlines(), sha256(text.encode()).hexdigest()[:12])


def put_together(base: Person | None, addition: Addition) -> Person:
    """A person with what the own sheet adds. Raises `RosterError` for somebody new who holds no office."""
    added = addition.person
    if base is None:
        if not added.terms:
            raise RosterError(f"{addition.place}: {added.name} holds no office")
        return added
    names = tuple(dict.fromkeys((*base.names, *added.names)))
    told = (addition.forms.get(field, ()) for field in ALONE)
    brief = base.alone, base.short
    alone, short = (tuple(dict.fromkeys((*own, *more))) for own, more in zip(brief, told, strict=True))
    terms = put_over(base.terms, added.terms)
    return replace(base, names=names, alone=alone, short=short, terms=terms, own=base.own or added.own)


def person_lines(person: Person) -> list[str]:
    """The lines of a person as a sheet has them, which read gives the same person."""
    own = next(iter(person.own), ("", ""))
    place = person.names.index(own[1]) if own[0] else len(person.names)
    named, called = person.names[1:place], person.names[place:]
    told = [("names", named), (own[0], called), ("alone", person.alone), ("short", person.short)]
    fields = [(field, "; ".join(forms)) for field, forms in told]
    lines = [f"{person.id} {person.name}", *(f"  {field:<7} {forms}" for field, forms in fields if forms)]
    return lines + [f"  office  {term_text(term)}" for term in person.terms]


def term_text(term: Term) -> str:
    """A term as sheets write it, without the word `office`."""
    return f"{term.role} {term.country} {term.start or '..'}/{term.stop or '..'} {term.title}".rstrip()


def _parse(path: Path, lines: Sequence[str], digest: str) -> Own:
    starts = [place for place, line in enumerate(lines) if line and not line[0].isspace() and line[0] != "#"]
    first = starts[0] if starts else len(lines)
    for number, line in enumerate(lines[:first], start=1):
        if line.strip() and line.lstrip()[0] != "#":
            raise RosterError(f"{path}:{number}: a line before any person")
    additions: dict[str, Addition] = {}
    for start, stop in pairwise((*starts, len(lines))):
        addition = _addition(str(path), start + 1, lines[start:stop])
        key = addition.id
        if key in additions:
            raise RosterError(f"{addition.place}: {key} stands already at {additions[key].place}")
        additions[key] = addition
    return Own(path, tuple(lines[:first]), MappingProxyType(additions), digest)


def _addition(sheet: str, number: int, lines: Sequence[str]) -> Addition:
    fields, terms = read_fields(sheet, number, lines, allowed=(*FORMS, *APART))
    key, _, name = lines[0].strip().partition(" ")
    place, apart = f"{sheet}:{number}", [code for code in APART if code in fields]
    called = {code: _forms(place, code, fields.pop(code)) for code in apart}
    notes = tuple(line.rstrip() for line in lines if line.lstrip()[:1] == "#")
    make_person(place, lines[0], fields, terms, seated=False)  # raises for a bad first line
    return Addition(place, key, name.strip(), fields, called, tuple(terms), notes)


def _forms(place: str, code: str, told: Sequence[str]) -> Forms:
    parts = [split_forms(part) for part in "; ".join(told).split("|")]
    if not parts[0] or len(parts) > len(Grade):
        raise RosterError(f"{place}: {code!r} is not `full names | alone | short`")
    return tuple(parts)


@cache
def _folder_of(setting: str | None) -> Path | None:
    if setting is not None:
        return Path(setting) if setting else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    try:
        return Path(base).expanduser() / "telcon" / "roster"
    except RuntimeError:  # no home, as for some services
        return None
