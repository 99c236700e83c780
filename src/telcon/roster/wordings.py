"""The forms that a person's names give rise to: without diacritics or hyphens, with initials, without middle names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from telcon.roster.entries import Grade, Person

_VIETNAMESE = re.compile("[ăơưđĂƠƯĐẠ-ỹ]")
# Letters that have no decomposition into a base letter and a mark.
_PLAIN = str.maketrans("đĐłŁøØıßæÆœŒðÐþÞħ", "dDlLoOisaAoOdDtTh")


def person_wordings(person: Person) -> Iterator[tuple[str, Grade]]:
    """Yield every form of a person once, the full ones first."""
    grades: dict[str, Grade] = {}
    for grade, forms in (
        (Grade.FULL, _full(person)),
        (Grade.ALONE, _spellings(person.alone)),
        (Grade.SHORT, _spellings(person.short)),
    ):
        for form in forms:
            grades.setdefault(form, grade)
    yield from grades.items()


def _full(person: Person) -> Iterator[str]:
    surnames = tuple(_spellings((*person.alone, *person.short))) if _ends_with_family_name(person) else ()
    for name in _spellings(person.names):
        yield name
        if given := _given(name, surnames):
            yield from _initialled(given, name[len(given) + 1 :])


def _ends_with_family_name(person: Person) -> bool:
    """A name that ends with what stands for it alone has the family name last, unless it is a Vietnamese name."""
    if any(_is_vietnamese(name) and _without_marks(name) == person.name for name in person.names):
        return False
    return any(person.name.endswith(" " + form) for form in (*person.alone, *person.short))


def _given(name: str, surnames: Iterable[str]) -> str:
    endings = [surname for surname in surnames if name.endswith(" " + surname)]
    return name[: -len(max(endings, key=len)) - 1] if endings else ""


def _initialled(given: str, surname: str) -> Iterator[str]:
    words = given.split()
    first, letters = words[0], [part[0] for word in words for part in word.split("-") if part[:1].isupper()]
    if len(words) > 1:
        yield f"{first} {surname}"
    if letters:
        yield f"{letters[0]}. {surname}"
        yield f"{letters[0]}.{surname}"
    if len(letters) > 1:
        yield "".join(f"{letter}." for letter in letters) + surname
        yield "".join(f"{letter}." for letter in letters) + " " + surname


def _spellings(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        hyphened = "-" in form and " " in form
        if form.isascii():
            if hyphened:
                yield form.replace("-", " ")
        elif not _is_vietnamese(form):
            plain = _without_marks(form)
            yield plain
            if hyphened:
                yield form.replace("-", " ")
                yield plain.replace("-", " ")


def _is_vietnamese(form: str) -> bool:
    """Vietnamese words differ by their marks alone: a form that only Vietnamese spells so keeps them."""
    return not form.isascii() and _VIETNAMESE.search(unicodedata.normalize("NFC", form)) is not None


def _without_marks(form: str) -> str:
    if form.isascii():
        return form
    decomposed = unicodedata.normalize("NFD", form.translate(_PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
