"""What the roster holds: people with their dated offices, states, bodies, media, and the forms that name them."""

from __future__ import annotations

from enum import StrEnum

from telcon.model.contacts import Office
from telcon.model.values import value


class RosterError(ValueError):
    """A roster sheet has a line that cannot be read or that contradicts another; the message names file and line."""


class Grade(StrEnum):
    """How far a form names its person: everywhere, everywhere though short, or only behind a title or a full name."""

    FULL = "full"
    ALONE = "alone"
    SHORT = "short"


class StateGrade(StrEnum):
    """Whether a form is the state's name, its capital or its adjective."""

    NAME = "name"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"


class MediumKind(StrEnum):
    """What sort of outlet or platform a medium is."""

    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    PLATFORM = "platform"
    SITE = "site"


@value(frozen=True, slots=True)
class Term:
    """One office held in one country; `start` and `stop` are EDTF of day, month or year precision, None where open."""

    role: Office
    country: str
    start: str | None
    stop: str | None
    title: str


@value(frozen=True, slots=True)
class Person:
    """A leader or official; `id` is a Wikidata QID or a slug, `names` full forms with the usual English name first.

    `own` is the usual form in each language (ISO 639-1) whose forms stand apart in the sheets.
    """

    id: str
    name: str
    names: tuple[str, ...]
    alone: tuple[str, ...]
    short: tuple[str, ...]
    terms: tuple[Term, ...]
    own: tuple[tuple[str, str], ...] = ()


@value(frozen=True, slots=True)
class State:
    """A state or organisation that people hold offices of; `code` is ISO 3166-1 alpha-2, or the organisation's own."""

    code: str
    name: str
    forms: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Body:
    """An office or organ that speaks; `side` is the code of the state or organisation it speaks for.

    A pattern has `{state}` in its name, no side, and as forms the heads that a state's name follows. Those of `{name}`
    stand before the names of media, those of `{nothing}` only look like such heads.
    """

    name: str
    side: str | None
    forms: tuple[str, ...]
    kind: str


@value(frozen=True, slots=True)
class Medium:
    """An outlet or platform; `side` is the government it speaks for, None for an independent one."""

    name: str
    side: str | None
    forms: tuple[str, ...]
    kind: MediumKind


@value(frozen=True, slots=True)
class Site:
    """An official site: the body that speaks on it, for which state, and the office of its leader, if it is one's.

    `phones`: what it calls a call went by telephone, where it says no more.
    """

    body: str
    side: str
    office: Office | None = None
    phones: bool = False


@value(frozen=True, slots=True)
class PersonForm:
    """A form that may name the person."""

    person_id: str
    grade: Grade


@value(frozen=True, slots=True)
class StateForm:
    """A form that may name the state."""

    code: str
    grade: StateGrade


@value(frozen=True, slots=True)
class BodyForm:
    """A form that may name the body."""

    name: str
    side: str | None


@value(frozen=True, slots=True)
class MediumForm:
    """A form that may name the medium."""

    name: str
    side: str | None
    kind: MediumKind


RosterForm = PersonForm | StateForm | BodyForm | MediumForm
