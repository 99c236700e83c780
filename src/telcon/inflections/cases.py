"""The cases of a noun phrase, and what a system of inflection can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol


class Case(StrEnum):
    """What a noun phrase does in its sentence, as its endings tell."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


ALL = frozenset(Case)
NOMINATIVE = frozenset({Case.NOMINATIVE})

Forms = Mapping[str, frozenset[Case]]
"""Each form of a word or phrase with the cases that it may stand in."""


class Inflection(Protocol):
    """A language whose words change; what is given to be declined stands in the nominative."""

    def __hash__(self) -> int: ...

    def person(self, name: str, *, like: str = "") -> Forms:
        """The forms of a person's name, in full or in part; `like` is the full name, which tells man from woman."""
        ...

    def phrase(self, words: str, *, animate: bool = False) -> Forms:
        """The forms of a noun with what agrees with it, in the number that it stands in; `animate`: of a person."""
        ...

    def adjective(self, word: str) -> Forms:
        """The forms of an adjective in all genders and numbers."""
        ...

    def bases(self, name: str, cases: Iterable[Case]) -> tuple[str, ...]:
        """What a name of a person that stands in one of the cases may be in the nominative, the likeliest first."""
        ...
