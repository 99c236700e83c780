"""The ledger: agreements and follow-ups, each once, with the contacts in which it came up and who said what of it.

Those of the same sides on the same matter are one where they name the same time, or the same narrowed matter (a
pipeline, a visit to one state) and no other time; a matter told in general terms is only one within its contact.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from telcon.contacts.merging import Contact
from telcon.contacts.series import first_day
from telcon.contacts.tellings import Telling
from telcon.model.contacts import Agreement, Matter, Stage, Standing, Term
from telcon.model.dates import Edtf, parse_edtf
from telcon.model.values import value

LENGTH = 12
RANK = (Stage.REFUSED, Stage.DONE, Stage.AGREED, Stage.PLANNED, Stage.PROPOSED)


@value(frozen=True, slots=True)
class Remark:
    """One page's words on an agreement, in one contact."""

    contact: Contact
    telling: Telling
    agreement: Agreement

    @property
    def due(self) -> Edtf | None:
        """The time ahead that is told with it."""
        return next((parse_edtf(term.date) for term in self.agreement.terms if term.due), None)


@value(frozen=True, slots=True)
class Entry:
    """An agreement of some sides (ISO 3166-1 alpha-2, sorted) with all remarks on it, in order of their contacts."""

    id: str
    sides: tuple[str, ...]
    matter: Matter
    object: str
    remarks: tuple[Remark, ...]

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts in which it came up."""
        return tuple({remark.contact.id: remark.contact for remark in self.remarks}.values())

    @property
    def stage(self) -> Stage:
        """How far it has come by the last contact that tells; of what pages say of that one, the furthest."""
        last = [remark.agreement.stage for remark in self.remarks if remark.contact is self.remarks[-1].contact]
        return min(last, key=RANK.index)

    @property
    def due(self) -> str | None:
        """When it is to be (EDTF): as most remarks have it, of those told as often the finest."""
        return _most([term.date for term in self._terms if term.due])

    @property
    def made(self) -> str | None:
        """The time behind that is told with it (EDTF), as when it was signed."""
        return _most([term.date for term in self._terms if not term.due])

    @property
    def _terms(self) -> Iterable[Term]:
        return (term for remark in self.remarks for term in remark.agreement.terms)

    def standing(self, today: date) -> Standing:
        """What became of it by a day, as far as pages tell."""
        if self.stage in (Stage.DONE, Stage.REFUSED):
            return Standing.DONE if self.stage is Stage.DONE else Standing.OFF
        last = parse_edtf(self.due).last_day() if self.due else None
        return Standing.PAST if last and last < today else Standing.OPEN


def make_ledger(contacts: Iterable[Contact]) -> list[Entry]:
    """All agreements that came up in contacts, in whatever order these come: by time due, those without one last."""
    kept: dict[tuple[tuple[str, ...], Matter, str], list[Remark]] = defaultdict(list)
    for contact in sorted(contacts, key=lambda contact: (first_day(contact) or date.max, contact.id)):
        for telling in contact.tellings:
            for agreement in telling.report.agreements:
                key = tuple(sorted(contact.states)), agreement.matter, agreement.object
                kept[key].append(Remark(contact, telling, agreement))
    entries = [
        _entry(sides, matter, narrowed, group)
        for (sides, matter, narrowed), remarks in kept.items()
        for group in _gather(remarks, narrowed=bool(narrowed))
    ]
    return sorted(entries, key=lambda entry: (entry.due is None, entry.due or "", entry.sides, entry.id))


def _gather(remarks: Sequence[Remark], *, narrowed: bool) -> list[list[Remark]]:
    """The remarks of the same sides and matter that are on one agreement: those that name a time come first."""
    groups: list[list[Remark]] = []
    for remark in (remark for remark in remarks if remark.due):
        fitting = [group for group in groups if _share_time(group, remark)]
        (fitting[0] if fitting else _new(groups)).append(remark)
    timed = list(groups)
    for remark in (remark for remark in remarks if not remark.due):
        beside = [group for group in groups if any(one.contact is remark.contact for one in group)]
        fitting = beside or (timed if narrowed and len(timed) == 1 else groups[len(timed) :] if narrowed else [])
        (fitting[0] if fitting else _new(groups)).append(remark)
    return groups


def _new(groups: list[list[Remark]]) -> list[Remark]:
    groups.append([])
    return groups[-1]


def _share_time(group: Sequence[Remark], remark: Remark) -> bool:
    """Whether some remark names a time that may be the same."""
    days = _days(remark)
    return any(
        days is not None and known is not None and days[0] <= known[1] and known[0] <= days[1]
        for known in map(_days, group)
    )


def _days(remark: Remark) -> tuple[date, date] | None:
    first, last = (remark.due.first_day(), remark.due.last_day()) if remark.due else (None, None)
    return (first, last) if first and last else None


def _entry(sides: tuple[str, ...], matter: Matter, narrowed: str, group: Sequence[Remark]) -> Entry:
    ordered = sorted(group, key=_place)
    first = ordered[0]
    key = "\n".join((*sides, matter, narrowed, first.contact.id, str(first.due or "")))
    return Entry(sha256(key.encode()).hexdigest()[:LENGTH], sides, matter, narrowed, tuple(ordered))


def _place(remark: Remark) -> tuple[date, str, str, int, int]:
    words, telling = remark.agreement.evidence, remark.telling
    return first_day(remark.contact) or date.max, remark.contact.id, telling.page.label, telling.index, words.span.start


def _most(dates: Sequence[str]) -> str | None:
    counted = Counter(dates)
    return min(counted, key=lambda told: (-counted[told], -len(told), told), default=None)
