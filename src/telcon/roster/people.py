"""The people of the roster, each read from the sheets when first asked for.

Most pages name few of the thousands that the sheets hold. What they are looked up by is seen at a glance over the
sheets: the id, the offices held, and the last word of each name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from telcon.letters.folding import fold_all
from telcon.model.contacts import Office
from telcon.roster.additions import Addition, person_lines, put_together
from telcon.roster.entries import Person, PersonForm, RosterError
from telcon.roster.names import Spelled
from telcon.roster.sheets import ALONE, FORMS, read_person
from telcon.roster.wordings import last_word, list_wordings, spell_names, spell_words

NOTHING: Mapping[str, Addition] = MappingProxyType({})


class _Block(NamedTuple):
    """The lines of one person in a sheet, not yet read; `number` is that of the first."""

    sheet: str
    number: int
    lines: Sequence[str]


class People(Mapping[str, Person]):
    """People by id, in the order of the sheets; found too by office, and by the last word of a form."""

    def __init__(self, sheets: Iterable[Path], own: Mapping[str, Addition] = NOTHING) -> None:
        """Look the sheets over, and put what an own sheet adds over them.

        Raises `RosterError` for a line before any person and for a person who stands twice.
        """
        self._own = own
        self._blocks: dict[str, _Block] = {}
        self._holding: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._words: dict[str, list[int]] = defaultdict(list)
        self._named: list[tuple[list[str], list[str]]] = []
        for path in sheets:
            self._look_over(path.name, path.read_text(encoding="utf-8").splitlines())
        for key, addition in own.items():
            if key not in self._blocks:
                self._put_in(key, addition.place, 1, person_lines(put_together(None, addition)))
        self._ids = list(self._blocks)
        self._people: dict[str, Person] = {}
        self._wordings: dict[str, list[tuple[str, str, PersonForm]]] = {}
        self._ending: dict[str, Mapping[str, Spelled]] = {}

    def __getitem__(self, key: str) -> Person:
        """Raises `KeyError` where there is none, `RosterError` for a bad line."""
        person = self._people.get(key)
        if person is None:
            person = self._people[key] = read_person(*self._blocks[key])
        return person

    def __contains__(self, key: object) -> bool:
        return key in self._blocks

    def __iter__(self) -> Iterator[str]:
        return iter(self._blocks)

    def __len__(self) -> int:
        return len(self._blocks)

    def holding(self, role: Office, country: str) -> list[Person]:
        """Those who ever held an office."""
        return [self[key] for key in dict.fromkeys(self._holding.get((role, country), ()))]

    def spellings(self) -> list[str]:
        """All spellings of all forms, save those with initials, and some that name nobody."""
        return spell_names(self._named)

    def spelled(self, folded: str) -> Spelled:
        """The spellings that fold to this form, each with whom it may name."""
        return self.ending(last_word(folded)).get(folded, [])

    def ending(self, word: str) -> Mapping[str, Spelled]:
        """The forms, folded, whose last word this is (folded), each with its spellings."""
        forms = self._ending.get(word)
        if forms is None:
            found: dict[str, Spelled] = defaultdict(list)
            for number in sorted(set(self._last_words.get(word, ()))):
                for folded, spelling, form in self._wordings_of(self._ids[number]):
                    if last_word(folded) == word:
                        found[folded].append((spelling, form))
            forms = self._ending[word] = dict(found)
        return forms

    def _wordings_of(self, key: str) -> list[tuple[str, str, PersonForm]]:
        wordings = self._wordings.get(key)
        if wordings is None:
            listed = list_wordings([self[key]])
            keys = fold_all(spelling for spelling, _ in listed)
            wordings = self._wordings[key] = [(folded, *pair) for folded, pair in zip(keys, listed, strict=True)]
        return wordings

    def _look_over(self, sheet: str, lines: Sequence[str]) -> None:
        starts = [place for place, line in enumerate(lines) if line and not line[0].isspace() and line[0] != "#"]
        for place, line in enumerate(lines[: starts[0]] if starts else lines):
            if line.strip() and line.lstrip()[0] != "#":
                raise RosterError(f"{sheet}:{place + 1}: a line before any person")
        for start, stop in pairwise((*starts, len(lines))):
            key = lines[start].partition(" ")[0]
            if key in self._blocks:
                raise RosterError(f"{sheet}:{start + 1}: {key} stands already at {self._place(key)}")
            block = lines[start:stop]
            if key in self._own:
                block = person_lines(put_together(read_person(sheet, start + 1, block), self._own[key]))
            self._put_in(key, sheet, start + 1, block)

    def _put_in(self, key: str, sheet: str, number: int, lines: Sequence[str]) -> None:
        self._blocks[key] = _Block(sheet, number, lines)
        self._index(key, lines)

    def _index(self, key: str, lines: Sequence[str]) -> None:
        names, alone = [lines[0].partition(" ")[2].strip()], list[str]()
        for line in lines[1:]:
            field, _, rest = line.strip().partition(" ")
            if field == "office":
                role, country, *_ = *rest.split(None, 2), "", ""
                self._holding[role, country].append(key)
            elif field in FORMS:
                forms = [form for part in rest.split(";") if (form := part.strip())]
                (alone if field in ALONE else names).extend(forms)
        number = len(self._blocks) - 1
        self._named.append((names, alone or names[0].split()[-1:]))
        for word in set(map(last_word, (*names, *alone))):
            self._words[word].append(number)

    def _place(self, key: str) -> str:
        return f"{self._blocks[key].sheet}:{self._blocks[key].number}"

    @cached_property
    def _last_words(self) -> Mapping[str, list[int]]:
        spelled = spell_words(self._words)
        found: dict[str, list[int]] = defaultdict(list)
        for folded, word in zip(fold_all(spelling for spelling, _ in spelled), spelled, strict=True):
            found[folded] += self._words[word[1]]
        return found
