"""The forms that a person's names give rise to: without diacritics or hyphens, with initials, without middle names.

Arabic names, which each paper spells in its own way, have the other spellings of what most of them share.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from itertools import filterfalse

from telcon.roster.entries import Grade, Person, PersonForm

_VIETNAMESE = re.compile("[ăơưđĂƠƯĐẠ-ỹ]")
# Letters that have no decomposition into a base letter and a mark.
_PLAIN = dict(zip("đĐłŁøØıßæÆœŒðÐþÞħ", "dDlLoOisaAoOdDtTh", strict=True))
_LETTER = re.compile(f"[{''.join(_PLAIN)}]")


_PROPHET = re.compile(r"\bM[ou]hamm?[ae]d(?= )")
_PROPHETS = ("Mohammed", "Mohamed", "Mohammad", "Muhammad", "Mohamad", "Muhammed")
_ARTICLE = re.compile(r"(?<= [AE])l (?=[A-Z])|(?<= [ae])l (?=[A-Z])")


def last_word(form: str) -> str:
    """What stands behind the last space, hyphen or stop in a form: of `V.Putin`, *Putin*; of `Kim Jong-un`, *un*."""
    return form.rstrip(".").rpartition(" ")[2].rpartition("-")[2].rpartition(".")[2]


def spell_words(words: Iterable[str]) -> list[tuple[str, str]]:
    """The spellings that words have in forms, with and without diacritics, each with the word it is of."""
    spelled = [(word, word) for word in words]
    marked = [word for word, _ in spelled if not word.isascii()]
    return spelled + list(zip(_without_marks("\n".join(marked)).split("\n"), marked, strict=False))


def list_wordings(people: Collection[Person]) -> list[tuple[str, PersonForm]]:
    """Every form of each person with its grade, the full ones first."""
    speller = _Speller(
        form for person in people for forms in (person.names, person.alone, person.short) for form in forms
    )
    found: list[tuple[str, PersonForm]] = []
    for person in people:
        alone, short = speller.spell(person.alone), speller.spell(person.short)
        surnames = [*alone, *short] if speller.ends_with_family_name(person) else []
        full = PersonForm(person.id, Grade.FULL)
        stands = dict.fromkeys(_with_initials(speller.spell(person.names), surnames), full)
        for grade, forms in ((Grade.ALONE, alone), (Grade.SHORT, short)):
            if forms:
                form = PersonForm(person.id, grade)
                for words in forms:
                    stands.setdefault(words, form)
        found += stands.items()
    return found


def spell_names(people: Iterable[tuple[Sequence[str], Sequence[str]]]) -> list[str]:
    """Every spelling that `list_wordings` gives people of such names and forms that stand alone, save initials.

    Some are no form of anybody: a look at each person in turn takes ten times as long.
    """
    people = list(people)
    speller = _Speller(form for forms in people for part in forms for form in part)
    found: list[str] = []
    for names, alone in people:
        surnames = speller.spell(alone)
        spelled = speller.spell(names)
        tails = tuple([" " + surname for surname in surnames])
        found += surnames
        found += spelled
        for name in spelled:
            if name.count(" ") > 1 and name.endswith(tails):
                first = name.split(None, 1)[0]
                found += [first + tail for tail in tails if name.endswith(tail)]
    return found


class _Speller:
    """Spells names without diacritics and hyphens.

    The marked ones of all people are looked at together: a look costs more than a letter.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        marked = list(dict.fromkeys(filterfalse(str.isascii, forms)))
        composed = unicodedata.normalize("NFC", "\n".join(marked)).split("\n")
        self._plain = dict(zip(marked, _without_marks("\n".join(marked)).split("\n"), strict=True)) if marked else {}
        # Vietnamese words differ by their marks alone: a form that only Vietnamese spells so keeps them.
        self._kept = {form for form, letters in zip(marked, composed, strict=False) if _VIETNAMESE.search(letters)}

    def spell(self, names: Iterable[str]) -> list[str]:
        """Each name, followed by what else it is spelled like."""
        forms: list[str] = []
        for name in names:
            forms.append(name)
            hyphened = "-" in name and " " in name
            plain = self._plain.get(name)
            if plain is None:
                if hyphened:
                    forms.append(name.replace("-", " "))
            elif name not in self._kept:
                forms.append(plain)
                if hyphened:
                    forms += (name.replace("-", " "), plain.replace("-", " "))
        return [*forms, *_respell(forms)]

    def ends_with_family_name(self, person: Person) -> bool:
        """A name that ends with what stands for it alone has the family name last, unless it is a Vietnamese name."""
        if not any(person.name.endswith(" " + form) for form in (*person.alone, *person.short)):
            return False
        return not any(name in self._kept and self._plain[name] == person.name for name in person.names)


def _respell(names: Sequence[str]) -> list[str]:
    """Other spellings of what Arabic names share: *Mohammad* for *Mohammed*, *Al-Thani* for *Al Thani*."""
    found: list[str] = []
    for name in names:
        own = [name, _ARTICLE.sub("l-", name)] if _ARTICLE.search(name) else [name]
        found += own[1:]
        if _PROPHET.search(name):
            found += [other for form in own for other in _prophets(form)]
    return found


def _prophets(name: str) -> list[str]:
    return [other for spelling in _PROPHETS if (other := _PROPHET.sub(spelling, name, count=1)) != name]


def _with_initials(names: Sequence[str], surnames: Iterable[str]) -> list[str]:
    tails = [" " + surname for surname in sorted(surnames, key=len, reverse=True)]
    any_tail = tuple(tails)
    forms: list[str] = []
    for name in names:
        forms.append(name)
        if name.endswith(any_tail):
            tail = next(tail for tail in tails if name.endswith(tail))
            forms += _initialled(name[: -len(tail)], tail)
    return forms


def _initialled(given: str, tail: str) -> list[str]:
    words = given.split()
    forms = [words[0] + tail] if len(words) > 1 else []
    letters = [part[0] for part in given.replace("-", " ").split() if part[0].isupper()]
    if letters:
        forms += (f"{letters[0]}.{tail}", f"{letters[0]}.{tail[1:]}")
    if len(letters) > 1:
        initials = ".".join(letters)
        forms += (f"{initials}.{tail[1:]}", f"{initials}.{tail}")
    return forms


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", _LETTER.sub(lambda letter: _PLAIN[letter[0]], text))
    marks = "".join(filter(unicodedata.combining, set(decomposed)))
    return re.sub(f"[{marks}]+", "", decomposed) if marks else decomposed
