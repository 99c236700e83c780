"""Reading a file of sources, and saying what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import msgspec

from telcon.fetching.addresses import parse_address
from telcon.fetching.failures import FetchError
from telcon.fetching.lists import Form
from telcon.fetching.sources.source import BACK, EVERY, MOST, ListAt, Source, Sources
from telcon.model.sources import SourceKind

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SHORTEST = timedelta(minutes=1)

_DURATION = re.compile(r"\s*(\d{1,5})\s*([smhd])\s*")
_PLACE = re.compile(r"^(.*?)(?: - at `\$(?:\.source\[(\d+)\])?(?:\.?([\w]+))?(?:\[\d+\])?`)?$", re.S)
_SIDE = re.compile(r"[A-Z]{2,5}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class SourcesError(ValueError):
    """A file of sources cannot be used: where in it, why, and what to do."""

    def __init__(self, place: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{place}: {reason}" + (f" ({advice})" if advice else ""))
        self.place, self.reason, self.advice = place, reason, advice


class _SourceTable(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    feed: str | list[str] = []
    sitemap: str | list[str] = []
    index: str | list[str] = []
    language: str = ""
    side: str = ""
    kind: SourceKind | None = None
    pages: str | list[str] = []
    every: str = ""
    back: str = ""
    most: int = MOST


class _FileTable(msgspec.Struct, forbid_unknown_fields=True):
    source: list[_SourceTable] = []
    contact: str = ""
    allow: list[str] = []
    every: str = ""
    back: str = ""


def read_sources(path: Path) -> Sources:
    """Read a file of sources (TOML). Raises `SourcesError` for what cannot be read, or is wrong in it."""
    place = str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        advice = "write one to start from: telcon sources --write sources.toml"
        raise SourcesError(place, "there is no such file", advice) from None
    except UnicodeDecodeError:
        raise SourcesError(place, "it is not UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise SourcesError(place, (error.strerror or str(error)).lower()) from None
    return parse_sources(text, place)


def parse_sources(text: str, place: str) -> Sources:
    """Read sources from TOML; `place` is what they are called in errors. Raises `SourcesError`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourcesError(place, f"bad TOML: {error}", "see docs/watching.md for an example") from None
    try:
        file = msgspec.convert(data, _FileTable)
    except msgspec.ValidationError as error:
        raise _told(error, data, place) from None
    usual = _duration(file.every, EVERY, f"{place}, `every`"), _duration(file.back, BACK, f"{place}, `back`")
    sources = tuple(_source(table, number, usual, place) for number, table in enumerate(file.source, start=1))
    if not sources:
        raise SourcesError(place, "it names no source", 'begin one with a line [[source]], then name = "…"')
    _check_twice(((source.name, source.name) for source in sources), "name", place)
    _check_twice(((at.address, source.name) for source in sources for at in source.lists), "address", place)
    if not file.contact.isprintable():
        raise SourcesError(f"{place}, `contact`", "it holds control characters")
    return Sources(sources, file.contact.strip(), tuple(file.allow))


def _source(table: _SourceTable, number: int, usual: tuple[timedelta, timedelta], file: str) -> Source:
    place = f"{file}, source {number} ({table.name})" if table.name.strip() else f"{file}, source {number}"
    if not table.name.strip() or not table.name.isprintable() or len(table.name) > 100:
        raise SourcesError(place, "its name is empty, too long, or holds control characters", "give it a short name")
    lists = tuple(_lists(table, place))
    if not lists:
        raise SourcesError(place, "it names no list of pages", "give it a `feed`, a `sitemap` or an `index`")
    if table.side and not _SIDE.fullmatch(table.side):
        raise SourcesError(f"{place}, `side`", f"`{table.side}` is no state", "give two letters: VN, RU, US; or EU")
    if table.language and not _LANGUAGE.fullmatch(table.language):
        raise SourcesError(f"{place}, `language`", f"`{table.language}` is no language", "give two letters: vi, en")
    if not 1 <= table.most <= 10_000:
        raise SourcesError(f"{place}, `most`", f"{table.most} is out of bounds", "give a number from 1 to 10000")
    patterns = _many(table.pages)
    if wrong := next((pattern for pattern in patterns if not pattern.startswith(("/", "*"))), None):
        raise SourcesError(f"{place}, `pages`", f"`{wrong}` fits no path", "begin it with / or *, as in /news/*")
    every = _duration(table.every, usual[0], f"{place}, `every`")
    back = _duration(table.back, usual[1], f"{place}, `back`")
    return Source(table.name.strip(), lists, table.language, table.side, table.kind, patterns, every, back, table.most)


def _lists(table: _SourceTable, place: str) -> Iterator[ListAt]:
    for form, given in ((Form.FEED, table.feed), (Form.SITEMAP, table.sitemap), (Form.INDEX, table.index)):
        for address in _many(given):
            try:
                yield ListAt(form, str(parse_address(address)))
            except FetchError as error:
                raise SourcesError(f"{place}, `{form}`", error.reason, f"it is: {ascii(address)[:100]}") from None


def _many(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def parse_duration(told: str) -> timedelta | None:
    """A time as people write it (90s, 30m, 2h, 7d), None for what is none."""
    found = _DURATION.fullmatch(told)
    return timedelta(**{UNITS[found[2]]: int(found[1])}) if found else None


def _duration(told: str, usual: timedelta, place: str) -> timedelta:
    if not told:
        return usual
    found = parse_duration(told)
    if found is None:
        raise SourcesError(place, f"`{told}` is no length of time", "write 30m, 2h or 7d")
    if found < SHORTEST:
        raise SourcesError(place, f"`{told}` is too short for the other side", "leave a minute at least: 1m")
    return found


def _check_twice(named: Iterable[tuple[str, str]], what: str, place: str) -> None:
    seen: dict[str, str] = {}
    for value, source in named:
        if value in seen:
            raise SourcesError(f"{place}, source {source}", f"its {what} stands twice: {value}", "leave one out")
        seen[value] = source


def _told(error: msgspec.ValidationError, data: dict[str, object], file: str) -> SourcesError:
    """What msgspec complains of, with the source named instead of counted."""
    found = _PLACE.match(str(error))
    if found is None:
        return SourcesError(file, str(error))
    reason, number, key = found.groups()
    place = file
    if number is not None:
        tables = data.get("source")
        table = tables[int(number)] if isinstance(tables, list) else None
        name = str(table.get("name", "")) if isinstance(table, dict) else ""
        place = f"{file}, source {int(number) + 1}" + (f" ({name})" if name else "")
    elif key == "source":
        return SourcesError(f"{file}, `source`", reason.lower(), "write [[source]] above each source")
    if unknown := re.search(r"unknown field `(.*)`", reason):
        advice = ", ".join(_SourceTable.__struct_fields__ if number is not None else _FileTable.__struct_fields__)
        return SourcesError(place, f"the key `{unknown[1]}` is not known", f"there are: {advice}")
    advice = f"there are: {', '.join(SourceKind)}" if key == "kind" else ""
    return SourcesError(f"{place}, `{key}`" if key else place, reason[:1].lower() + reason[1:], advice)
