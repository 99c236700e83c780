"""Sightings of contacts, and the contacts that they are put together to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from telcon.model.contacts import Kind, Status
from telcon.model.dates import Edtf, Precision
from telcon.model.mentions import Cue, Mark, Sort
from telcon.model.values import value
from telcon.reports.days.datings import Dating
from telcon.reports.distinct import each_once
from telcon.reports.moods.moods import Mood
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene


@value(frozen=True, slots=True)
class Sighting:
    """One cue with what its sentence says of the contact.

    `back`: it points to an earlier contact (*lần trước*). `aside`: it stands behind *when*, beside the sentence's
    own matter. `ahead`: it stands behind *before*.
    """

    cue: Cue
    scene: Scene
    parties: Parties | None
    mood: Mood
    dating: Dating | None = None
    back: bool = False
    aside: bool = False
    ahead: bool = False


ROLL_CALL, PAIR, NEAR = "roll call", 2, 6

OPEN = frozenset({Status.PLANNED, Status.PROPOSED})


def _says_little(sighting: Sighting) -> bool:
    """Whether words leave open if the contact was held: an act without a mood, a headline, an undated visit."""
    vague = "visit" in sighting.cue.flags or _is_setting(sighting)
    plain = sighting.scene.sentence.headline or not sighting.cue.noun or (vague and sighting.dating is None)
    return sighting.mood.mark is None and plain


def _is_setting(sighting: Sighting) -> bool:
    """Whether the contact is only what something else came before, after or out of, or what somebody came for."""
    return bool(sighting.scene.settings(sighting.cue, "apart", "about")) or sighting.scene.is_aim(sighting.cue)


def is_matter(sighting: Sighting) -> bool:
    """Whether the contact is only what a verb is about: *nói về các cuộc điện đàm với …*."""
    start = sighting.cue.span.start
    marks = sighting.scene.between(sighting.scene.span.start, start, "about", "discussed")
    return any(start - mark.span.stop <= 1 for mark in marks)


def _was_done(told: Sequence[Sighting]) -> bool:
    """Whether an act tells of it without more, and what will be is only said of it: *A đón B; chuyến thăm sẽ …*."""
    acts = (s for s in told if s.parties and not s.cue.noun and not s.mood.mark and s.mood.status is Status.HELD)
    own = (s for s in acts if "visit" not in s.cue.flags and not s.scene.sentence.headline)
    return any(not (s.aside or s.ahead) for s in own) and all(s.parties is None for s in told if s.mood.mark)


def _was_meant(told: Sequence[Sighting]) -> bool:
    """Whether all plans only tell for what somebody came, and what passed is told: *tới để gặp A. Tại cuộc gặp, …*."""
    marks = [s.mood.mark for s in told if s.mood.mark]
    meant = bool(marks) and all("purpose" in mark.flags for mark in marks)
    return meant and any(s.cue.noun and not s.mood.mark and s.scene.settings(s.cue, "within") for s in told)


def is_dated_matter(sighting: Sighting) -> bool:
    """Whether a contact is only what the sentence speaks of, its day being part of its name: *вчерашний разговор*."""
    day = sighting.dating.mention.span.stop if sighting.dating else -1
    return is_matter(sighting) or (sighting.cue.noun and sighting.cue.span.start - day == 1)


class Family(Enum):
    """Contacts that cannot be the same: at a distance, in person, in writing; `ANY` where the words leave it open."""

    ANY = 0
    REMOTE = 1
    PERSON = 2
    WRITTEN = 3


def family(cue: Cue) -> Family:
    """The family that a cue's channel belongs to."""
    if "loose" in cue.flags or cue.kind is Kind.CONTACT:
        return Family.ANY
    if cue.kind is Kind.MESSAGE:
        return Family.WRITTEN
    return Family.PERSON if cue.kind is Kind.MEETING else Family.REMOTE


@dataclass(eq=False, slots=True)
class Draft:
    """A contact while it is put together: what its sightings say is worked out anew with each that is added.

    `status` is what is said of it in so many words, `family` that of the first sighting whose channel tells one,
    `dating` its finest date, the first among equals. `like` is the contact before it in a roll-call, whose channel it
    shares where its own words do not tell one. `wishes` tell that somebody wanted it before it was held.
    """

    parties: Parties
    sightings: list[Sighting] = field(default_factory=list)
    accepted: bool = False
    denied: bool = False
    like: Draft | None = None
    wishes: list[Sighting] = field(default_factory=list)
    status: Status = field(init=False)
    family: Family = field(init=False)
    dating: Dating | None = field(init=False)

    def __post_init__(self) -> None:
        self._sum_up()

    @property
    def called(self) -> bool:
        """Whether it is one more of a roll-call: its parties were gathered from the contacts before it."""
        return self.parties.how == ROLL_CALL

    def add(self, *sightings: Sighting) -> None:
        """Take in what else is seen of it."""
        self.sightings += sightings
        self._sum_up()

    def date(self, dating: Dating) -> None:
        """Give the contact a day that the last sentence told of it does not hold."""
        self.sightings[-1] = replace(self.sightings[-1], dating=dating)
        self._sum_up()

    def accept(self) -> None:
        """Note that the invitation was taken up."""
        self.accepted = True
        self._sum_up()

    def deny(self) -> None:
        """Note that it is denied."""
        self.denied = True
        self._sum_up()

    def _sum_up(self) -> None:
        told = sorted((s for s in self.sightings if s.dating), key=_is_day_of_visit)
        dated = [s.dating for s in told if s.dating]
        self.dating = min(dated, key=lambda d: (d.of_telling, _coarseness(d.edtf)), default=None)
        self.status = self._find_status()
        ranked = sorted(self.sightings, key=lambda s: "wire" in s.cue.flags)
        self.family = next((kin for s in ranked if (kin := family(s.cue)) is not Family.ANY), Family.ANY)

    def _find_status(self) -> Status:
        """What is said first; held where nothing is said.

        A denial goes before all else, what took place before the wish for it, a plan with a day, or told of more often,
        before a wish.
        """
        if self.denied:
            return Status.DENIED
        if self.accepted or any(is_moved(s) for s in self.sightings):
            return Status.PLANNED
        told = sorted((s for s in self.sightings if s.mood.status), key=lambda s: s.parties is None)
        strong = [s.mood.status for s in told if s.mood.mark or "future" in s.cue.flags] or [
            s.mood.status for s in told
        ]
        if not any(s.mood.mark for s in told) and not self.dating and any(s.ahead for s in told):
            return Status.PLANNED
        if not any(s.mood.mark for s in told) and any(s.mood.status is Status.PLANNED and s.dating for s in told):
            return Status.PLANNED  # its day lies ahead, which says more than silence
        if not strong or Status.DENIED in strong:
            return Status.DENIED if strong else Status.HELD
        if set(strong) == {Status.PLANNED} and _was_meant(told):
            return Status.HELD
        if set(strong) == {Status.HELD, Status.PROPOSED} or (set(strong) == {Status.PLANNED} and _was_done(told)):
            return Status.HELD
        planned = [s for s in told if s.mood.status is Status.PLANNED and s.mood.mark]
        firm = 2 * len(planned) > len(strong) - any(s.cue.noun for s in planned)
        if set(strong) <= OPEN and (firm or any(s.dating for s in planned)):
            return Status.PLANNED
        return strong[0] or Status.HELD

    @property
    def is_past_denied(self) -> bool:
        """Whether it is a call, or talk by any channel, of which all that is said is that it did not take place."""
        return self.family in (Family.REMOTE, Family.ANY) and self.status is Status.DENIED and not self.is_coming_denied

    @property
    def is_coming_denied(self) -> bool:
        """Whether it is said that one to come is not planned."""
        told = [s for s in self.sightings if s.mood.status is Status.DENIED]
        return any("planned" in s.scene.meanings or denies_plans(s) for s in told)

    @property
    def denials(self) -> list[Mark | None]:
        """The words that deny it."""
        return [s.mood.mark for s in self.sightings if s.mood.status is Status.DENIED]

    @property
    def weak(self) -> bool:
        """Whether nothing but silence makes it a contact that was held."""
        told = [s for s in self.sightings if s.parties]
        return not self.accepted and all(_says_little(s) for s in told)

    @property
    def back(self) -> bool:
        return self.sightings[0].back


def _is_day_of_visit(sighting: Sighting) -> bool:
    """Whether a day is that on which somebody came, which comes behind that of the talks in the visit."""
    return "visit" in sighting.cue.flags


def _coarseness(value: Edtf | None) -> int:
    if value is None:
        return 9
    return {Precision.DAY: 0, Precision.STRETCH: 1, Precision.MONTH: 2, Precision.YEAR: 3}[value.precision]


def denies_plans(sighting: Sighting) -> bool:
    """Whether it is said that none is planned, which is more than that none was held."""
    return bool(sighting.mood.mark and "plans" in sighting.mood.mark.flags)


def is_moved(sighting: Sighting) -> bool:
    """Whether it is put off to another day, which is no denial: 推迟到下周."""
    return bool(sighting.mood.mark and "moved" in sighting.mood.mark.flags)


def is_named_in_headline(draft: Draft) -> bool:
    """Whether a headline alone names those who took part, and what the article adds only counts them: *hai bên*."""
    told = [s for s in draft.sightings if not s.scene.sentence.headline]
    return len(told) < len(draft.sightings) and all(_counts_people(s) for s in told)


def is_announced(draft: Draft, last: int) -> bool:
    """Whether all that is told of a message stands before the scene `last` ends, without its day."""
    told = all(s.scene.number <= last for s in draft.sightings)
    return told and draft.family is Family.WRITTEN and draft.dating is None


def _counts_people(sighting: Sighting) -> bool:
    groups = {p.naming.span for p in sighting.scene.presences if p.naming.sort is Sort.GROUP}
    return sighting.parties is None or groups.issuperset(sighting.parties.spans)


def is_vague(sighting: Sighting) -> bool:
    """Whether several contacts to come are meant, of no day: *their meetings would help*."""
    return "plural" in sighting.cue.flags and sighting.mood.status in OPEN and sighting.dating is None


def tells_of_one(sighting: Sighting) -> bool:
    """Whether words that name nobody may tell of one contact of two people."""
    alone = "together" not in sighting.cue.flags and not is_vague(sighting)
    return alone and tells_of_two(sighting) and family(sighting.cue) is not Family.WRITTEN


def tells_of_two(sighting: Sighting) -> bool:
    """Whether a noun tells of it, or two who were not yet named act: *hai nhà lãnh đạo đã điện đàm*."""
    if sighting.cue.noun:
        return True
    two = (p for p in sighting.scene.presences if p.naming.sort is Sort.GROUP and p.naming.size == PAIR)
    return any(not p.actors and p.stop <= sighting.cue.span.start for p in two)


def visits(draft: Draft, sighting: Sighting) -> bool:
    """Whether one of those in contact goes to the other's country."""
    people = each_once([p.leader for p in sighting.scene.presences if p.leader and p.leader.leads])
    behind = (p.naming for p in sighting.scene.presences if p.start >= sighting.cue.span.stop)
    places = {naming.country for naming in behind if naming.sort in (Sort.STATE, Sort.CAPITAL)}
    other = {actor.country for actor in draft.parties.actors if actor not in people}
    return "visit" in sighting.cue.flags and len(people) == len(other) == 1 and places == other


def goes_elsewhere(draft: Draft, sighting: Sighting) -> bool:
    """Whether a visit is told of to a state, named right behind, that is none of those in contact."""
    stop = sighting.cue.span.stop
    near = (p.naming for p in sighting.scene.presences if 0 <= p.start - stop <= NEAR)
    place = next((naming.country for naming in near if naming.sort in (Sort.STATE, Sort.CAPITAL)), None)
    return "visit" in sighting.cue.flags and bool(place) and place not in {a.country for a in draft.parties.actors}
