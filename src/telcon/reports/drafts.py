"""Sightings of contacts put together: is this the same contact, a new one, or none?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from telcon.model.contacts import Kind, Status
from telcon.model.dates import Edtf, Precision
from telcon.model.mentions import Cue
from telcon.reports.datings import Dating
from telcon.reports.moods import Mood
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene

REMOTE = frozenset({Kind.PHONE, Kind.VIDEO, Kind.CALL, Kind.CONTACT})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One cue with what its sentence says of the contact. `back`: it points to an earlier contact (*lần trước*)."""

    cue: Cue
    scene: Scene
    parties: Parties | None
    mood: Mood
    dating: Dating | None = None
    back: bool = False


@dataclass(slots=True)
class Draft:
    """A contact while it is put together."""

    parties: Parties
    sightings: list[Sighting] = field(default_factory=list)
    accepted: bool = False

    @property
    def status(self) -> Status:
        if self.accepted:
            return Status.PLANNED
        statuses = [s.mood.status for s in self.sightings if s.parties and s.mood.status]
        return statuses[0] if statuses else Status.HELD

    @property
    def message(self) -> bool:
        return any(s.cue.kind is Kind.MESSAGE for s in self.sightings)

    @property
    def meeting(self) -> bool:
        kinds = [s.cue.kind for s in self.sightings if s.parties]
        return bool(kinds) and kinds[0] is Kind.MEETING and not set(kinds) & {Kind.VIDEO, Kind.PHONE}

    @property
    def dating(self) -> Dating | None:
        """The finest date, the first among equals."""
        dated = [s.dating for s in self.sightings if s.dating]
        return min(dated, key=lambda d: _coarseness(d.edtf), default=None)

    @property
    def back(self) -> bool:
        return self.sightings[0].back


def _coarseness(value: Edtf | None) -> int:
    if value is None:
        return 9
    return {Precision.DAY: 0, Precision.STRETCH: 1, Precision.MONTH: 2, Precision.YEAR: 3}[value.precision]


def place_sighting(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """Find the draft that a sighting belongs to, or open one; None where it tells of no contact that is known.

    `about` is the draft that the page speaks of just now.
    """
    if sighting.parties is None:
        draft = _pointed_at(drafts, sighting, about)
    else:
        fitting = [draft for draft in drafts if _same(draft, sighting)]
        draft = max(
            fitting, key=lambda d: (d.back == sighting.back, d is about, drafts.index(d)), default=None
        ) or _open(drafts, sighting.parties)
    if draft:
        draft.sightings.append(sighting)
    return draft


def _open(drafts: list[Draft], parties: Parties) -> Draft:
    drafts.append(Draft(parties))
    return drafts[-1]


def _same(draft: Draft, sighting: Sighting) -> bool:
    parties = sighting.parties
    if not parties or draft.parties.key != parties.key or not _same_family(draft, sighting.cue):
        return False
    if _conflict(draft.dating, sighting.dating):
        return False
    if draft.status is not sighting.mood.status and not _pending(draft.status, sighting):
        return False
    return not (sighting.back and not draft.back and not _agree(draft.dating, sighting.dating))


def _pending(status: Status, sighting: Sighting) -> bool:
    """A plan that is spoken of again, more or less firmly."""
    open_states = {Status.PLANNED, Status.PROPOSED}
    return status in open_states and sighting.mood.status in open_states


def _same_family(draft: Draft, cue: Cue) -> bool:
    if draft.message or cue.kind is Kind.MESSAGE:
        return draft.message and cue.kind is Kind.MESSAGE
    if draft.meeting:
        return cue.kind is Kind.MEETING
    return cue.kind in REMOTE


def _conflict(one: Dating | None, other: Dating | None) -> bool:
    if not one or not other or not one.edtf or not other.edtf:
        return False
    return not _overlap(one.edtf, other.edtf)


def _agree(one: Dating | None, other: Dating | None) -> bool:
    return bool(one and other and one.edtf and other.edtf and _overlap(one.edtf, other.edtf))


def _overlap(one: Edtf, other: Edtf) -> bool:
    spans = [(value.first_day(), value.last_day()) for value in (one, other)]
    if any(day is None for span in spans for day in span):
        return str(one)[-5:] == str(other)[-5:]
    (a, b), (c, d) = spans
    return bool(a and b and c and d and a <= d and c <= b)


def _pointed_at(drafts: Sequence[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """A cue that names nobody speaks of the contact in hand, else of the latest that those named here took part in."""
    if not sighting.cue.flags & {"noun", "channel"} or sighting.mood.status is None:
        return None
    named = {p.leader.key for p in sighting.scene.presences if p.leader and p.leader.leads}
    ranked = ([about] if about else []) + list(reversed(drafts))
    fitting = [d for d in ranked if _same_family(d, sighting.cue) and not _conflict(d.dating, sighting.dating)]
    return next((d for d in fitting if not named or named & d.parties.key), None)
