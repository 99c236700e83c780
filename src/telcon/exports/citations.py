"""A contact of the record as a work to be cited: BibTeX, and CSL-JSON for reference managers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from telcon.model.dates import parse_edtf
from telcon.model.values import value

_SPECIAL: Mapping[str, str] = {
    **{letter: f"\\{letter}" for letter in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}


@value(frozen=True, slots=True)
class Work:
    """What is cited: a contact by its id, with its title and a note in words.

    `held_on` is its date (EDTF), `address` and `read_on` are where and when it was read.
    """

    id: str
    title: str
    note: str
    held_on: str | None
    address: str
    read_on: date


def to_bibtex(work: Work) -> str:
    """An entry for BibTeX; letters that it would take for commands are escaped, the address stays as it is."""
    fields = {
        "title": f"{{{_escape(work.title)}}}",
        "howpublished": "Telcon",
        "note": _escape(work.note),
        "url": work.address,
        "urldate": work.read_on.isoformat(),
    }
    inner = ",\n".join(f"  {name} = {{{told}}}" for name, told in fields.items())
    return f"@misc{{telcon-{work.id},\n{inner}\n}}"


def to_csl(work: Work) -> str:
    """The same as CSL-JSON, indented."""
    entry: dict[str, object] = {
        "id": f"telcon-{work.id}",
        "type": "entry",
        "title": work.title,
        "container-title": "Telcon",
        "note": work.note,
        "URL": work.address,
        "accessed": {"date-parts": [_parts(work.read_on)]},
    }
    if happened := _event_date(work.held_on):
        entry["event-date"] = {"date-parts": happened}
    return msgspec.json.format(msgspec.json.encode([entry]), indent=2).decode()


def _event_date(told: str | None) -> list[list[int]]:
    """The date as CSL has it: one part for a day, two for a stretch; none where a year or an end is not told."""
    dated = parse_edtf(told) if told else None
    if dated is None or dated.start is None or dated.stop is None or not dated.dated:
        return []
    ends = [dated.start] if dated.start == dated.stop else [dated.start, dated.stop]
    return [[part for part in (end.year, end.month, end.day) if part] for end in ends]


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _escape(text: str) -> str:
    return re.sub(r"[&%$#_{}~^\\]", lambda found: _SPECIAL[found[0]], text)
