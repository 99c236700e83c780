"""What people are called in one language, where the sheets of that language say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from telcon.letters.folding import fold_all
from telcon.roster.entries import PersonForm

Spelled = list[tuple[str, PersonForm]]
"""Spellings that fold to the same, each with whom it may name."""


class Names(Protocol):
    """Names of people, found by what they fold to."""

    def spellings(self) -> list[str]:
        """All spellings to be looked for."""
        ...

    def spelled(self, folded: str) -> Spelled:
        """The spellings that fold to this form, each with whom it may name."""
        ...

    def ending(self, word: str) -> Mapping[str, Spelled]:
        """Forms with initials, folded, whose last word this is; none where they are among the spellings."""
        ...


class ListedNames:
    """Names that are all looked for, each as it stands."""

    def __init__(self, wordings: Iterable[tuple[str, PersonForm]]) -> None:
        listed = list(wordings)
        self._spelled: dict[str, Spelled] = defaultdict(list)
        for folded, wording in zip(fold_all(spelling for spelling, _ in listed), listed, strict=True):
            self._spelled[folded].append(wording)
        self._spellings = list(dict.fromkeys(spelling for spelling, _ in listed))

    def spellings(self) -> list[str]:
        """All spellings to be looked for."""
        return self._spellings

    def spelled(self, folded: str) -> Spelled:
        """The spellings that fold to this form."""
        return self._spelled.get(folded, [])

    def ending(self, word: str) -> Mapping[str, Spelled]:
        """None: forms with initials are among the spellings."""
        return MappingProxyType({})


class JoinedNames:
    """The names of two lists together."""

    def __init__(self, first: Names, second: Names) -> None:
        self._first, self._second = first, second

    def spellings(self) -> list[str]:
        """All spellings to be looked for."""
        return self._first.spellings() + self._second.spellings()

    def spelled(self, folded: str) -> Spelled:
        """The spellings that fold to this form."""
        return self._first.spelled(folded) + self._second.spelled(folded)

    def ending(self, word: str) -> Mapping[str, Spelled]:
        """Forms with initials that end with this word."""
        return {**self._first.ending(word), **self._second.ending(word)}
