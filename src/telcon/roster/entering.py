"""What somebody tells of a person in office, checked part by part before it goes into the own sheet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from telcon.letters.folding import fold
from telcon.model.contacts import Office
from telcon.roster.additions import APART, Addition, Forms
from telcon.roster.dates import DATE, first_day, last_day
from telcon.roster.entries import Person, Term
from telcon.roster.own_sheets import forms_of
from telcon.roster.rosters import Roster
from telcon.roster.sheets import LANGUAGES

LONGEST = 120
"""Letters of the longest name that is taken."""
CALLED = (*LANGUAGES, *APART)
"""Languages in which somebody can be given a name."""
ID = re.compile(r"Q[1-9]\d{0,11}$|x-[a-z0-9]+(?:-[a-z0-9]+)*$")
_EARLIEST = 1900


class Wrong(StrEnum):
    """Why a value is refused, in words for people."""

    NAME = "a name has 1 to 120 letters and signs, none of ; | # and no control characters"
    LANGUAGE = "no name can be given in that language"
    ID = "an id is that of Wikidata (Q123) or begins with x- (x-ada-example)"
    STATE = "no state is known by that code or name"
    OFFICE = "there is no such office"
    DAY = "it is no day, month or year since 1900"
    ORDER = "the office would end before it begins"
    TAKEN = "that id is somebody else's"


class EntryError(ValueError):
    """A value is refused; `told` is the value, `wrong` says why."""

    def __init__(self, told: str, wrong: Wrong) -> None:
        super().__init__(f"{told}: {wrong.value}")
        self.told, self.wrong = told, wrong


def check_name(text: str) -> str:
    """A name as it goes into a sheet: composed, with single spaces. Raises `EntryError`."""
    odd = any(sign in ";|#" or unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") for sign in text)
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if odd or not 0 < len(name) <= LONGEST or not any(sign.isalpha() for sign in name):
        raise EntryError(text, Wrong.NAME)
    return name


def check_language(code: str) -> str:
    """A language in which names can be given. Raises `EntryError`."""
    if code not in CALLED:
        raise EntryError(code, Wrong.LANGUAGE)
    return code


def check_day(text: str) -> str:
    """A day, month or year that there is (EDTF). Raises `EntryError`."""
    try:
        if not DATE.match(text) or date.fromisoformat(first_day(text)).year < _EARLIEST:
            raise ValueError
    except ValueError as error:
        raise EntryError(text, Wrong.DAY) from error
    return text


def check_term(office: str, state: str, start: str | None, stop: str | None, title: str = "") -> Term:
    """A term of an office in a state, given by its code. Raises `EntryError`."""
    if office not in list(Office):
        raise EntryError(office, Wrong.OFFICE)
    opened, closed = (check_day(day) if day else None for day in (start, stop))
    if opened and closed and first_day(opened) > last_day(closed):
        raise EntryError(f"{start}/{stop}", Wrong.ORDER)
    return Term(Office(office), state, opened, closed, check_name(title) if title else "")


def check_state(roster: Roster, text: str, names: Mapping[str, Iterable[str]]) -> str:
    """The code of a state, by its code or one of its `names` (by code). Raises `EntryError`."""
    code, wanted = text.strip().upper(), fold(text.strip())
    if code in roster.states:
        return code
    found = [state for state, called in names.items() if any(fold(name) == wanted for name in called)]
    if len(found) != 1:
        raise EntryError(text, Wrong.STATE)
    return found[0]


def find_known(roster: Roster, name: str, key: str | None) -> Person | None:
    """Who is meant by an id, or where none is given by a full name; None for somebody new.

    Raises `EntryError` where the id is none.
    """
    if key:
        if not ID.match(key):
            raise EntryError(key, Wrong.ID)
        return roster.people.get(key)
    called = fold(name)
    bearers = [person for person in roster.named(name) if called in map(fold, person.names)]
    return bearers[0] if len(bearers) == 1 else None


def make_key(roster: Roster, name: str) -> str:
    """An id for somebody new: `x-ada-example`. Raises `EntryError` where somebody has it."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)).lower())
    key = f"x-{'-'.join(words)}"
    if not words:
        raise EntryError(name, Wrong.ID)
    if key in roster.people:
        raise EntryError(key, Wrong.TAKEN)
    return key


def make_addition(
    key: str,
    names: Iterable[str],
    called: Iterable[tuple[str, str]],
    terms: Iterable[Term],
    *,
    alone: Iterable[str] = (),
    note: str = "",
) -> Addition:
    """What goes into the own sheet: the usual English name first, `called` names by language, `note` whence it is."""
    name, *others = names
    forms: dict[str, tuple[str, ...]] = {"names": tuple(others)}
    apart: dict[str, Forms] = {}
    for code, form in called:
        if code in LANGUAGES:
            forms[code] = (*forms.get(code, ()), form)
        else:
            known = apart.get(code, ((), (), ()))
            apart[code] = tuple(tuple(dict.fromkeys((*a, *b))) for a, b in zip(known, forms_of(form), strict=True))
    forms["alone"] = tuple(alone)
    told = {field: words for field, words in forms.items() if words}
    return Addition("", key, name, told, apart, tuple(terms), (f"  # {note}",) if note else ())
