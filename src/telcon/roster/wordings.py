"""The forms that a person's names give rise to: without diacritics or hyphens, with initials, without middle names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import filterfalse

from telcon.roster.entries import Grade, Person

_VIETNAMESE = re.compile("[ăơưđĂƠƯĐẠ-ỹ]")
# Letters that have no decomposition into a base letter and a mark.
_PLAIN = str.maketrans("đĐłŁøØıßæÆœŒðÐþÞħ", "dDlLoOisaAoOdDtTh")


def person_wordings(person: Person) -> Mapping[str, Grade]:
    """Every form of a person with its grade, the full ones first."""
    alone, short = _spellings(person.alone), _spellings(person.short)
    surnames = (*alone, *short) if _ends_with_family_name(person) else ()
    grades = dict.fromkeys(_full(person, surnames), Grade.FULL)
    for grade, forms in ((Grade.ALONE, alone), (Grade.SHORT, short)):
        for form in forms:
            grades.setdefault(form, grade)
    return grades


def _full(person: Person, surnames: Iterable[str]) -> list[str]:
    forms: list[str] = []
    longest_first = sorted(surnames, key=len, reverse=True)
    for name in _spellings(person.names):
        forms.append(name)
        for surname in longest_first:
            if name.endswith(surname) and name[: -len(surname)].endswith(" "):
                forms += _initialled(name[: -len(surname) - 1], surname)
                break
    return forms


def _ends_with_family_name(person: Person) -> bool:
    """A name that ends with what stands for it alone has the family name last, unless it is a Vietnamese name."""
    if not any(person.name.endswith(" " + form) for form in (*person.alone, *person.short)):
        return False
    return not any(_is_vietnamese(name) and _without_marks(name) == person.name for name in person.names)


def _initialled(given: str, surname: str) -> list[str]:
    words = given.split()
    forms = [f"{words[0]} {surname}"] if len(words) > 1 else []
    letters = [part[0] for part in given.replace("-", " ").split() if part[0].isupper()]
    if letters:
        forms += (f"{letters[0]}. {surname}", f"{letters[0]}.{surname}")
    if len(letters) > 1:
        initials = ".".join(letters)
        forms += (f"{initials}.{surname}", f"{initials}. {surname}")
    return forms


def _spellings(names: Iterable[str]) -> list[str]:
    forms: list[str] = []
    for name in names:
        forms.append(name)
        hyphened = "-" in name and " " in name
        if name.isascii():
            if hyphened:
                forms.append(name.replace("-", " "))
        elif not _is_vietnamese(name):
            plain = _without_marks(name)
            forms.append(plain)
            if hyphened:
                forms += (name.replace("-", " "), plain.replace("-", " "))
    return forms


def _is_vietnamese(form: str) -> bool:
    """Vietnamese words differ by their marks alone: a form that only Vietnamese spells so keeps them."""
    return not form.isascii() and _VIETNAMESE.search(unicodedata.normalize("NFC", form)) is not None


def _without_marks(form: str) -> str:
    if form.isascii():
        return form
    decomposed = unicodedata.normalize("NFD", form.translate(_PLAIN))
    return "".join(filterfalse(unicodedata.combining, decomposed))
