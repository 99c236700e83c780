"""Answers of a query service, in the JSON of SPARQL results (https://www.w3.org/TR/sparql11-results-json/)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from telcon.model.contacts import Office
from telcon.model.values import value
from telcon.registers.failures import RegisterError

_DAY, _MONTH, _YEAR = 11, 10, 9
"""Precisions of Wikidata's times; what is vaguer than a year is no date here."""
_LENGTHS = {_DAY: 10, _MONTH: 7, _YEAR: 4}
_TIME = re.compile(r"\+?(\d{4}-\d\d-\d\d)T")
_ITEM = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d*)$")
_DEPRECATED = "DeprecatedRank"
_NAMES = {"en": ("en", "mul"), "vi": ("vi", "mul"), "ru": ("ru",), "zh": ("hans", "cn", "zh")}
"""In which variables the name in a language is looked for, the first that is there."""
ASK_FOR_LESS = "ask for less: --since 2020, or one --office"


class Passed(StrEnum):
    """Why a line of an answer was passed over."""

    DEPRECATED = "deprecated"
    NOBODY = "nobody named"
    UNDATED = "begin not known"
    AMISS = "not as expected"


@value(frozen=True, slots=True)
class Holding:
    """Who holds or held an office of a state, by the register's word; `start` and `stop` are EDTF, None where not told.

    `ended`: the office is over, `stop` is None where the register does not know when. `names` by language.
    """

    office: Office
    state: str
    person: str
    start: str
    stop: str | None
    ended: bool
    names: tuple[tuple[str, str], ...]


@value(frozen=True, slots=True)
class Answer:
    """What a register told, and how many of its lines were passed over, by the reason."""

    holdings: tuple[Holding, ...]
    passed: Mapping[Passed, int]


class _Value(msgspec.Struct):
    type: str
    value: str


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Value]]


class _Document(msgspec.Struct):
    results: _Results


def read_answer(office: Office, body: bytes) -> Answer:
    """Read the answer to `build_query(office)`. Raises `RegisterError` for what is no such answer, or an empty one."""
    try:
        bindings = msgspec.json.decode(body, type=_Document).results.bindings
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RegisterError(*_explain(body, error)) from error
    if not bindings:
        raise RegisterError("it knows of nobody", "check the address; another service may not have Wikidata's items")
    passed: Counter[Passed] = Counter()
    found: dict[tuple[str, str, str], Holding] = {}
    for holding in _read(office, bindings, passed):
        key = holding.state, holding.person, holding.start
        known = found.get(key)
        # A statement may tell two ends; the earlier is that of the first term, the next is told on its own.
        if known is None or (holding.stop or "9") < (known.stop or "9"):
            found[key] = holding
    return Answer(tuple(found[key] for key in sorted(found)), dict(passed))


def _read(office: Office, bindings: list[dict[str, _Value]], passed: Counter[Passed]) -> Iterator[Holding]:
    for row in bindings:
        told = _holding(office, row)
        if isinstance(told, Passed):
            passed[told] += 1
        else:
            yield told


def _holding(office: Office, row: Mapping[str, _Value]) -> Holding | Passed:
    if "code" not in row or "person" not in row:
        return Passed.AMISS
    if "rank" in row and row["rank"].value.endswith(_DEPRECATED):
        return Passed.DEPRECATED
    person = _ITEM.match(row["person"].value)
    if row["person"].type != "uri" or person is None:
        return Passed.NOBODY
    try:
        start, stop = _date(row, "start"), _date(row, "stop")
    except ValueError:
        return Passed.AMISS
    if start is None:
        return Passed.UNDATED
    names = tuple((language, name) for language, told in _NAMES.items() if (name := _name(row, told)))
    return Holding(office, row["code"].value, person[1], start, stop, stop is not None or "stopTold" in row, names)


def _date(row: Mapping[str, _Value], which: str) -> str | None:
    """A time with its precision as EDTF; None where none is known. Raises `ValueError` for what is no time."""
    if which not in row:
        return None
    time, precision = _TIME.match(row[which].value), row.get(f"{which}Precision")
    if time is None or precision is None:
        raise ValueError(row[which].value)
    length = _LENGTHS.get(int(precision.value))
    return time[1][:length] if length else None


def _name(row: Mapping[str, _Value], variables: tuple[str, ...]) -> str:
    return next((row[variable].value for variable in variables if variable in row), "")


def _explain(body: bytes, error: Exception) -> tuple[str, str]:
    start = body[:200].lstrip().lower()
    if start.startswith(b"<"):
        return "it answered with a page instead of results", "check the address: it must be that of the query service"
    if start.startswith(b'{"') or start.startswith(b"{\n") or start.startswith(b"{ "):
        if "truncated" in str(error) or "malformed" in str(error).lower():
            return "its answer breaks off or is damaged", ASK_FOR_LESS
        return f"its answer is no table of results ({error})", "check the address"
    return "its answer is no JSON", "check the address: it must be that of the query service"
