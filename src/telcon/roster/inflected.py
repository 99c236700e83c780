"""Names of people in a language whose words change: each is looked for in all its cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from telcon.inflections import ALL, NOMINATIVE, Case, Forms, Inflection
from telcon.letters.folding import fold, fold_all
from telcon.roster.entries import Grade, PersonForm
from telcon.roster.names import ListedNames, Spelled
from telcon.roster.wordings import last_word


class Called(NamedTuple):
    """What a person is called, in the nominative: full forms, those that stand alone, and short ones."""

    key: str
    forms: Sequence[Sequence[str]]


class InflectedNames(ListedNames):
    """Names that are all looked for in each of their cases; those with initials are made up where a name is met."""

    def __init__(self, people: Iterable[Called], inflection: Inflection) -> None:
        self._full: dict[str, Sequence[str]] = {}
        self._initialled: dict[str, Mapping[str, Spelled]] = {}
        self.inflected: list[Forms] = []
        wordings: list[tuple[str, PersonForm]] = []
        for person in people:
            self._full[person.key] = person.forms[0]
            for grade, forms in zip(Grade, person.forms, strict=False):
                entry = PersonForm(person.key, grade)
                for base in forms:
                    spelled = inflection.person(base, like=person.forms[0][0])
                    self.inflected.append(spelled)
                    wordings += [(spelling, entry) for spelling in spelled]
        super().__init__(wordings)

    def spelled(self, folded: str) -> Spelled:
        """The spellings that fold to this form."""
        return self.ending(last_word(folded)).get(folded, []) if "." in folded else super().spelled(folded)

    def ending(self, word: str) -> Mapping[str, Spelled]:
        """Forms with initials, folded, whose last word this is: *В. Путину*, *В.В. Путину*."""
        found = self._initialled.get(word)
        if found is None:
            forms: dict[str, Spelled] = defaultdict(list)
            for spelling, entry in self.spelled(word):
                for form in self._with_initials(spelling, self._full[entry.person_id]):
                    forms[fold(form)].append((form, PersonForm(entry.person_id, Grade.FULL)))
            found = self._initialled[word] = dict(forms)
        return found

    def _with_initials(self, surname: str, full: Sequence[str]) -> list[str]:
        forms: list[str] = []
        for name in full:
            letters = [word[0] for word in name.split()[:-1] if word[0].isupper()]
            if letters and last_word(name)[:3] == surname[:3]:
                short, whole = f"{letters[0]}.", ".".join(letters) + "."
                forms += [f"{start}{gap}{surname}" for start in dict.fromkeys((short, whole)) for gap in (" ", "")]
        return forms


class Speller:
    """Spells the forms of a language's sheets: as they stand, or in all their cases where its words change."""

    def __init__(self, inflection: Inflection | None) -> None:
        self.inflection = inflection
        self.inflected: list[Forms] = []

    def name(self, people: Iterable[Called]) -> ListedNames:
        """The names of people."""
        if self.inflection is None:
            return ListedNames(_as_listed(people))
        names = InflectedNames(people, self.inflection)
        self.inflected += names.inflected
        return names

    def phrases(self, forms: Iterable[str]) -> list[str]:
        """The forms of nouns: states, capitals, bodies, media."""
        if self.inflection is None:
            return list(forms)
        inflected = [self.inflection.phrase(form) for form in forms]
        self.inflected += inflected
        return [spelling for each in inflected for spelling in each]

    def adjectives(self, forms: Iterable[str]) -> list[str]:
        """The forms of adjectives."""
        inflect = self.inflection
        return [spelling for form in forms for spelling in (inflect.adjective(form) if inflect else (form,))]


def _as_listed(people: Iterable[Called]) -> Iterator[tuple[str, PersonForm]]:
    for person in people:
        for grade, forms in zip(Grade, person.forms, strict=False):
            entry = PersonForm(person.key, grade)
            for spelling in forms:
                yield spelling, entry


def merge_cases(forms: Iterable[Forms]) -> Forms:
    """The forms, folded, with all cases that they may stand in.

    A man's name that relatives bear too whose names do not change (*Трамп*) is read as his.
    """
    found: dict[str, frozenset[Case]] = {}
    listed = [pair for each in forms for pair in each.items()]
    for folded, (_, cases) in zip(fold_all(spelling for spelling, _ in listed), listed, strict=True):
        known = found.get(folded, cases)
        found[folded] = NOMINATIVE if {known, cases} == {NOMINATIVE, ALL} else known | cases
    return found
