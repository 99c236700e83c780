"""Reading the roster's sheets: people in blocks, states, bodies and media one a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from telcon.model.contacts import Office
from telcon.roster.dates import DATE, DAY
from telcon.roster.entries import Body, Medium, MediumKind, Person, RosterError, State, Term

_ID = re.compile(r"Q\d+$|x-[a-z0-9-]+$")
_HEADING = re.compile(r"\[(\w+)(?: (\w+))?\]$")
_TERM = re.compile(r"\s*(\S+)\s+(\S+)\s+({day}|\.\.)/({day}|\.\.)(?:\s+(.*))?".replace("{day}", DAY))
ALONE = ("alone", "short")
LANGUAGES = ("vi",)
"""Languages whose forms have a field of their own."""
FORMS = ("names", *LANGUAGES, *ALONE)
_KINDS = {str(kind): kind for kind in MediumKind}
OFFICE_NAMES = {str(office): office for office in Office}


def read_person(sheet: str, number: int, lines: Sequence[str]) -> Person:
    """Read the lines of a person; `number` is that of the first in its sheet. Raises `RosterError` for a bad one."""
    fields, terms = read_fields(sheet, number, lines)
    return make_person(f"{sheet}:{number}", lines[0], fields, terms)


def read_fields(
    sheet: str, number: int, lines: Sequence[str], *, allowed: Collection[str] = FORMS
) -> tuple[dict[str, tuple[str, ...]], list[Term]]:
    """The forms in each field behind the first line of a person, and the offices.

    Raises `RosterError` for a field that is not among those allowed, stands twice or is empty, and for a bad office.
    """
    fields, terms = dict[str, tuple[str, ...]](), list[Term]()
    for place, line in enumerate(lines[1:], start=number + 1):
        field, _, rest = line.strip().partition(" ")
        if not field or field[0] == "#":
            continue
        if field == "office" and (term := _term(rest)):
            terms.append(term)
        elif field in allowed and field not in fields and rest:
            fields[field] = split_forms(rest)
        else:
            raise RosterError(f"{sheet}:{place}: {_blame(field, rest)}")
    return fields, terms


def make_person(
    source: str, header: str, fields: Mapping[str, tuple[str, ...]], terms: Sequence[Term], *, seated: bool = True
) -> Person:
    """A person from the first line and what stands behind it. Raises `RosterError` for one without id, name or office.

    Without `seated`, one may hold no office: an own sheet adds to what others say.
    """
    key, _, name = header.strip().partition(" ")
    name = name.strip()
    if not _ID.match(key) or not name:
        raise RosterError(f"{source}: a person begins with a QID or x-slug and a name")
    if seated and not terms:
        raise RosterError(f"{source}: {name} holds no office")
    alone, short = fields.get("alone", ()), fields.get("short", ())
    if not alone and not short:
        short = (name.split()[-1],)
    forms = (form for field in ("names", *LANGUAGES) for form in fields.get(field, ()))
    own = tuple((language, fields[language][0]) for language in LANGUAGES if language in fields)
    return Person(key, name, _unique((name, *forms)), alone, short, tuple(terms), own)


def read_governments(path: Path) -> dict[str, str]:
    """Codes of the states led by their head of government, each with the day since when; none without such a sheet."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    entries = [entry.partition(":") for line in lines if not line.startswith("#") for entry in line.split()]
    return {code: day for code, _, day in entries}


def read_women(path: Path) -> frozenset[str]:
    """Ids of the women among the people, each with her name behind it for readers; nobody where there is no sheet."""
    lines = list_lines(path) if path.exists() else []
    return frozenset(line.partition(" ")[0] for _, line in lines)


def read_homes(path: Path) -> dict[str, frozenset[str]]:
    """Codes of the states that each topic is about; none without such a sheet."""
    homes: dict[str, frozenset[str]] = {}
    for source, line in list_lines(path) if path.exists() else []:
        topic, colon, codes = line.partition(":")
        if not colon or topic in homes:
            raise RosterError(f"{source}: not `topic: codes of states`, each topic once")
        homes[topic] = frozenset(codes.split())
    return homes


def read_called(path: Path) -> dict[str, frozenset[str]]:
    """Whom each language calls by its own form: codes of states and ids of people; nobody where there is no sheet."""
    called: dict[str, frozenset[str]] = {}
    for source, line in list_lines(path) if path.exists() else []:
        language, colon, whose = line.partition(":")
        if not colon or language not in LANGUAGES:
            raise RosterError(f"{source}: not `language: codes and ids`")
        called[language] = called.get(language, frozenset()) | frozenset(whose.split())
    return called


def read_states(path: Path) -> Iterator[tuple[str, State]]:
    """Yield each state of a sheet of lines `CODE Name: names | capitals | adjectives`, with its place."""
    for source, line in list_lines(path):
        head, colon, rest = line.partition(":")
        code, _, name = head.strip().partition(" ")
        parts = [split_forms(part) for part in rest.split("|")]
        if not colon or not name or not code.isupper() or len(parts) > 3:
            raise RosterError(f"{source}: not `CODE Name: names | capitals | adjectives`")
        parts += [()] * (3 - len(parts))
        yield source, State(code, name, _unique((name, *parts[0])), parts[1], parts[2])


def read_bodies(path: Path) -> Iterator[tuple[str, Body]]:
    """Yield each body of a sheet of lines `Name: forms` under headings `[kind SIDE]`, with its place."""
    for source, kind, side, name, forms in _headed(path):
        # A government that goes by the name of its state gets nothing from it: there the state is meant.
        own = () if "{" in name or f"Government of {name}" in forms else (name,)
        yield source, Body(name, side, _unique((*own, *forms)), kind)


def read_media(path: Path) -> Iterator[tuple[str, Medium]]:
    """Yield each medium of a sheet of lines `Name: forms` under headings `[kind]` or `[kind SIDE]`, with its place."""
    for source, kind, side, name, forms in _headed(path):
        if kind not in _KINDS:
            raise RosterError(f"{source}: {kind!r} is no kind of medium")
        yield source, Medium(name, side, _unique((name, *forms)), _KINDS[kind])


def list_lines(path: Path) -> list[tuple[str, str]]:
    """The lines of a sheet, each with its place; comments are left out."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [(f"{path.name}:{number}", line) for number, line in lines if (text := line.lstrip()) and text[0] != "#"]


def _headed(path: Path) -> Iterator[tuple[str, str, str | None, str, tuple[str, ...]]]:
    kind, side = "", None
    for source, line in list_lines(path):
        if heading := _HEADING.match(line.strip()):
            kind, side = heading[1], heading[2]
            continue
        name, _, rest = line.partition(":")
        if not kind or not name.strip():
            raise RosterError(f"{source}: a line before any [heading], or one without a name")
        yield source, kind, side, name.strip(), split_forms(rest)


def split_forms(text: str) -> tuple[str, ...]:
    """The forms of a list with semicolons between them."""
    return tuple([form for part in text.split(";") if (form := part.strip())])


def _unique(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))


def _term(text: str) -> Term | None:
    # None for what is no term: a look at the whole line costs less than one at each part of it.
    parts = _TERM.fullmatch(text)
    role = OFFICE_NAMES.get(parts[1]) if parts else None
    if parts is None or role is None:
        return None
    _, country, start, stop, title = parts.groups()
    opened, closed = None if start == ".." else start, None if stop == ".." else stop
    if opened and closed and opened[: len(closed)] > closed[: len(opened)]:
        return None
    return Term(role, country, opened, closed, title or "")


def _blame(field: str, rest: str) -> str:
    """What is wrong with a line that is no field of a person."""
    if field != "office":
        return f"{field!r} is no field, stands twice or is empty"
    parts = rest.split(maxsplit=3)
    if len(parts) < 3 or parts[0] not in OFFICE_NAMES:
        return "an office is `role COUNTRY start/stop title`"
    ends = parts[2].split("/")
    if len(ends) != 2 or not all(end == ".." or DATE.match(end) for end in ends):
        return f"{parts[2]!r} is no start/stop"
    return f"{parts[2]} stops before it starts"
