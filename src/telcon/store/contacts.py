"""A contact as the record holds it: what each page tells of it, and what they jointly say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from telcon.model.contacts import Kind, Level, Participant, Report, Source, Statement, Status
from telcon.model.durations import Bound, Duration
from telcon.model.texts import Line
from telcon.store.days import day_range
from telcon.store.identities import person_key

T = TypeVar("T", bound=Hashable)

_EXACTNESS = (Bound.EXACT, Bound.ABOUT, Bound.UNDER, Bound.OVER)


@dataclass(frozen=True, slots=True)
class FiledPage:
    """A version of a page in the record; `text` and `lines` are empty where only an outline was asked for."""

    digest: str
    name: str
    source: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    text: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def label(self) -> str:
        """How the page is called to people."""
        return self.url or self.name

    def line_number(self, place: int) -> int:
        """The line, counted from 1, that holds a place in the text."""
        return self.text.count("\n", 0, place) + 1

    def line_around(self, place: int) -> tuple[int, int]:
        """Start and stop of the line that holds a place in the text, line break left out."""
        stop = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, stop if stop >= 0 else len(self.text)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one page tells of a contact: its report (the page's `index`th) and the statements that belong to it."""

    page: FiledPage
    index: int
    report: Report
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Contact:
    """The reports judged the same. `tellings` are in an order of their own, not in that of their coming."""

    id: str
    tellings: tuple[Telling, ...]

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who took part, as the first telling has them."""
        return self.tellings[0].report.participants

    @property
    def level(self) -> Level:
        """The level that most tellings give."""
        return _most([telling.report.level for telling in self.tellings])

    @property
    def kind(self) -> Kind:
        """The channel; all tellings agree."""
        return self.tellings[0].report.kind

    @property
    def status(self) -> Status:
        """All tellings agree."""
        return self.tellings[0].report.status

    @property
    def date(self) -> str | None:
        """EDTF; all tellings agree."""
        return self.tellings[0].report.date

    @property
    def focus(self) -> bool:
        """Whether some page is about the contact."""
        return any(telling.report.focus for telling in self.tellings)

    @property
    def duration(self) -> Duration | None:
        """The most exact one told; of equally exact ones the one told most."""
        told = [telling.report.duration for telling in self.tellings if telling.report.duration]
        if not told:
            return None
        best = min(_EXACTNESS.index(duration.bound) for duration in told)
        return _most([duration for duration in told if _EXACTNESS.index(duration.bound) == best])

    @property
    def initiator(self) -> str | None:
        """The side most tellings name, None where none does."""
        told = [telling.report.initiator for telling in self.tellings if telling.report.initiator]
        return _most(told) if told else None

    @property
    def reported_by(self) -> tuple[Source, ...]:
        """Everyone named as telling of it."""
        return tuple(dict.fromkeys(source for telling in self.tellings for source in telling.report.reported_by))

    @property
    def topics(self) -> tuple[str, ...]:
        """Everything that some page says it dealt with."""
        return tuple(dict.fromkeys(topic for telling in self.tellings for topic in telling.report.topics))


def in_order(contacts: Iterable[Contact]) -> list[Contact]:
    """Sort contacts by date, undated ones last, then by participants, then by id."""
    return sorted(contacts, key=_place)


def tellings_in_order(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    """Sort tellings by the time their pages show, then by what the pages are."""
    return tuple(sorted(tellings, key=_telling_place))


def _place(contact: Contact) -> tuple[bool, tuple[str, str], list[str], str]:
    people = sorted(person_key(participant) for participant in contact.participants)
    return contact.date is None, day_range(contact.date), people, contact.id


def _most(values: list[T]) -> T:
    return Counter(values).most_common(1)[0][0]


def _telling_place(telling: Telling) -> tuple[str, str, str, int]:
    page = telling.page
    return page.published or "9", page.label, page.digest, telling.index
