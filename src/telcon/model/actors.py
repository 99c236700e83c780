"""Who acts or speaks on a page, resolved."""

from __future__ import annotations

from telcon.model.contacts import LEADING, Office
from telcon.model.mentions import Sort
from telcon.model.values import value


@value(frozen=True, slots=True)
class Actor:
    """One person, body, medium, platform or state. `person` is the roster's id, None for whom the roster lacks.

    `country` is the state led or spoken for, None for independent media. `role` is the office at the page's time.
    """

    sort: Sort
    name: str
    country: str | None
    role: Office | None = None
    person: str | None = None

    def __hash__(self) -> int:
        # Few actors share a name, and the hash of a string is remembered.
        return hash(self.name)

    @property
    def leads(self) -> bool:
        """Whether this is a leader of a state, government, party-state or organisation, or elected to be."""
        return self.sort is Sort.PERSON and self.role in LEADING

    @property
    def key(self) -> str:
        """What tells this actor from others."""
        return self.person or f"{self.sort.value}:{self.name}:{self.country}"
