"""Reading the roster's sheets: people in blocks, states, bodies and media one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from telcon.model.contacts import Office
from telcon.roster.dates import DATE
from telcon.roster.entries import Body, Medium, MediumKind, Person, RosterError, State, Term

_ID = re.compile(r"Q\d+$|x-[a-z0-9-]+$")
_HEADING = re.compile(r"\[(\w+)(?: (\w+))?\]$")
_FIELDS = ("names", "vi", "alone", "short")
_KINDS = {str(kind): kind for kind in MediumKind}
_OFFICES = {str(office): office for office in Office}


def read_people(path: Path) -> Iterator[tuple[str, Person]]:
    """Yield each person of a sheet with the place it stands (`asia.txt:12`). Raises `RosterError` for a bad line."""
    place, header, fields, terms = "", "", dict[str, tuple[str, ...]](), list[Term]()
    for source, line in _lines(path):
        if not line[0].isspace():
            if header:
                yield place, _person(place, header, fields, terms)
            place, header, fields, terms = source, line, {}, []
            continue
        field, _, rest = line.strip().partition(" ")
        if not header:
            raise RosterError(f"{source}: a line before any person")
        if field == "office":
            terms.append(_term(source, rest))
        elif field in _FIELDS and field not in fields and rest.strip():
            fields[field] = _forms(rest)
        else:
            raise RosterError(f"{source}: {field!r} is no field, stands twice or is empty")
    if header:
        yield place, _person(place, header, fields, terms)


def read_governments(path: Path) -> frozenset[str]:
    """Codes of the states led by their head of government; none where there is no such sheet."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def read_states(path: Path) -> Iterator[tuple[str, State]]:
    """Yield each state of a sheet of lines `CODE Name: names | capitals | adjectives`, with its place."""
    for source, line in _lines(path):
        head, colon, rest = line.partition(":")
        code, _, name = head.strip().partition(" ")
        parts = [_forms(part) for part in rest.split("|")]
        if not colon or not name or not code.isupper() or len(parts) > 3:
            raise RosterError(f"{source}: not `CODE Name: names | capitals | adjectives`")
        parts += [()] * (3 - len(parts))
        yield source, State(code, name, _unique((name, *parts[0])), parts[1], parts[2])


def read_bodies(path: Path) -> Iterator[tuple[str, Body]]:
    """Yield each body of a sheet of lines `Name: forms` under headings `[kind SIDE]`, with its place."""
    for source, kind, side, name, forms in _headed(path):
        own = () if "{state}" in name else (name,)
        yield source, Body(name, side, _unique((*own, *forms)), kind)


def read_media(path: Path) -> Iterator[tuple[str, Medium]]:
    """Yield each medium of a sheet of lines `Name: forms` under headings `[kind]` or `[kind SIDE]`, with its place."""
    for source, kind, side, name, forms in _headed(path):
        if kind not in _KINDS:
            raise RosterError(f"{source}: {kind!r} is no kind of medium")
        yield source, Medium(name, side, _unique((name, *forms)), _KINDS[kind])


def _lines(path: Path) -> list[tuple[str, str]]:
    lines, name = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1), path.name
    return [(f"{name}:{number}", line) for number, line in lines if (text := line.lstrip()) and text[0] != "#"]


def _headed(path: Path) -> Iterator[tuple[str, str, str | None, str, tuple[str, ...]]]:
    kind, side = "", None
    for source, line in _lines(path):
        if heading := _HEADING.match(line.strip()):
            kind, side = heading[1], heading[2]
            continue
        name, _, rest = line.partition(":")
        if not kind or not name.strip():
            raise RosterError(f"{source}: a line before any [heading], or one without a name")
        yield source, kind, side, name.strip(), _forms(rest)


def _forms(text: str) -> tuple[str, ...]:
    return tuple([form for part in text.split(";") if (form := part.strip())])


def _unique(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))


def _person(source: str, header: str, fields: dict[str, tuple[str, ...]], terms: list[Term]) -> Person:
    key, _, name = header.strip().partition(" ")
    name = name.strip()
    if not _ID.match(key) or not name:
        raise RosterError(f"{source}: a person begins with a QID or x-slug and a name")
    if not terms:
        raise RosterError(f"{source}: {name} holds no office")
    alone, short = fields.get("alone", ()), fields.get("short", ())
    if not alone and not short:
        short = (name.split()[-1],)
    names = _unique((name, *fields.get("names", ()), *fields.get("vi", ())))
    return Person(key, name, names, alone, short, tuple(terms))


def _term(source: str, text: str) -> Term:
    parts = text.split(maxsplit=3)
    if len(parts) < 3 or parts[0] not in _OFFICES:
        raise RosterError(f"{source}: an office is `role COUNTRY start/stop title`")
    start, slash, stop = parts[2].partition("/")
    opened, closed = _day(start), _day(stop)
    if not slash or "" in (opened, closed):
        raise RosterError(f"{source}: {parts[2]!r} is no start/stop")
    if opened and closed and opened[: len(closed)] > closed[: len(opened)]:
        raise RosterError(f"{source}: {parts[2]} stops before it starts")
    return Term(_OFFICES[parts[0]], parts[1], opened, closed, parts[3] if len(parts) > 3 else "")


def _day(text: str) -> str | None:
    # None for an open end, "" for what is no date.
    return None if text == ".." else text if DATE.match(text) else ""
