"""Writing the user's own sheet: whole or not at all, and the same for the same content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from telcon.files import write_whole
from telcon.roster.additions import SHEET, Addition, Forms, Own, parse_own, term_text
from telcon.roster.sheets import FORMS
from telcon.roster.terms import put_over

HEAD = (
    "# Your own roster: people and terms over those that come with Telcon.",
    "# A term here takes the place of a known one of the same person, office, state and time; names are added.",
)
_PARTS_OF_NAMES = (" ", "·", "‧", "・")


def write_own(folder: Path, own: Own | None, additions: Iterable[Addition], *, line: str = "") -> Own:
    """Put additions into the own sheet of a folder, made where there is none, and give it back as it is then.

    `line` is put at its head.

    Raises `OSError` where it cannot be written, and `RosterError` where what would be written cannot be read back: then
    the sheet is as it was.
    """
    path = folder / SHEET
    head = [told for told in (*(own.head if own else HEAD), line) if told.strip()]
    text = sheet_text(head, put_in(own.additions if own else {}, additions))
    written = parse_own(path, text)
    write_whole(path, text.encode())
    return written


def sheet_text(head: Sequence[str], additions: Mapping[str, Addition]) -> str:
    """The text of a sheet with these people, in their order."""
    blocks = ["\n".join(line.rstrip() for line in head).strip("\n")]
    blocks += ["\n".join(_lines(addition)) for addition in additions.values()]
    return "\n\n".join(filter(None, blocks)) + "\n"


def put_in(known: Mapping[str, Addition], added: Iterable[Addition]) -> dict[str, Addition]:
    """The additions known, each with what is added to it, new people behind them."""
    found = dict(known)
    for addition in added:
        before = found.get(addition.id)
        found[addition.id] = _join(before, addition) if before else addition
    return found


def forms_of(name: str) -> Forms:
    """A full form with its last part as a short one, which stands only behind a title or a full name: 普京, Путин."""
    last = name
    for sign in _PARTS_OF_NAMES:
        last = last.rpartition(sign)[2]
    return ((name,), (), (last,) if last != name and len(last) > 1 else ())


def _join(before: Addition, added: Addition) -> Addition:
    fields = [field for field in FORMS if field in before.forms or field in added.forms]
    forms = {field: _union(before.forms.get(field, ()), added.forms.get(field, ())) for field in fields}
    called = dict(before.called)
    for code, told in added.called.items():
        called[code] = tuple(_union(*pair) for pair in zip_longest(called.get(code, ()), told, fillvalue=()))
    if added.name != before.name:
        forms["names"] = _union(forms.get("names", ()), (added.name,))
    terms, notes = put_over(before.terms, added.terms), _union(before.notes, added.notes)
    return Addition(before.place, before.id, before.name, forms, called, terms, notes)


def _lines(addition: Addition) -> Iterator[str]:
    yield f"{addition.id} {addition.name}"
    yield from (f"  {field:<7} {'; '.join(forms)}" for field, forms in addition.forms.items() if forms)
    for code, told in addition.called.items():
        yield f"  {code:<7} {' | '.join('; '.join(part) for part in told)}".rstrip(" |")
    yield from (f"  office  {term_text(term)}" for term in addition.terms)
    yield from addition.notes


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
