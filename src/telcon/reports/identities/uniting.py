"""Contacts of one leader with several, which a later sentence tells to be one of all: *Ba nhà lãnh đạo nhất trí …*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Mark, Sort
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft, Family, Sighting
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene

FEWEST, LATEST, OPENS, LISTED = 3, 2, 1, 4
STAY = timedelta(days=5)
TOOK_PLACE = (Status.PLANNED, Status.HELD)
SHAPE = 12
"""Letters between a noun and the word that tells how many sides there were: *cuộc điện đàm ba bên*."""


def unite_told(drafts: list[Draft], about: list[Draft | None], scene: Scene) -> Draft | None:
    """Make one contact of those that a sentence tells to be one, in `drafts` and in what the page is `about`."""
    told = _find_united(drafts, scene)
    if not told:
        return None
    whole, others = _unite(told), told[1:]
    drafts[:] = [draft for draft in drafts if draft not in others]
    about[:] = [whole if draft in others else draft for draft in about]
    return whole


def _find_united(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The contacts told of in one breath, not long before, that a sentence tells to be one; empty where it does not."""
    joint = "together" in scene.meanings or any("together" in cue.flags for cue in scene.cues)
    if not drafts or not (joint or _counts(scene)):
        return []
    opening = max(drafts[-1].sightings, key=lambda s: s.cue.span.start)
    if not 0 < scene.number - opening.scene.number <= LATEST or "respectively" in opening.scene.meanings:
        return []
    told = [d for d in drafts if any(s.cue is opening.cue for s in d.sightings) and d.family is not Family.WRITTEN]
    if len(told) < FEWEST - 1 or "directed" in opening.cue.flags:
        return []
    people = _people(told)
    return told if _tells_of_all(scene, opening, len(people)) else []


def _unite(told: Sequence[Draft]) -> Draft:
    """The first of several contacts with the people of all; the others are to be forgotten."""
    return _with_people(told[0], _people(told))


def _with_people(draft: Draft, people: tuple[Actor, ...]) -> Draft:
    parties = Parties(people, "between", draft.parties.caller, draft.parties.spans)
    draft.parties = parties
    draft.sightings = [replace(s, parties=parties) if s.parties else s for s in draft.sightings]
    return draft


def take_newcomer(drafts: list[Draft], about: list[Draft | None], scene: Scene) -> None:
    """Who is told to have joined the contact in hand took part in it: *к разговору присоединился и король*.

    What was told before of some of them, in the words that open that contact, is one with it.
    """
    joins = [m for m in scene.marks if m.meaning == "among" and "joins" in m.flags]
    draft = about[-1] if joins and about else None
    if draft is None or draft.status is not Status.HELD or draft.family is Family.WRITTEN:
        return
    known = {actor.country for actor in draft.parties.actors}
    told = each_once([guest for mark in joins for guest in _newcomers(scene, mark)])
    guests = [guest for guest in told if guest.leads and guest.country not in known]
    if not guests:
        return
    _with_people(draft, (*draft.parties.actors, *guests))
    opening = draft.sightings[0].cue
    for other in [d for d in drafts if d is not draft and d.parties.key < draft.parties.key]:
        if other.sightings[0].cue is opening:
            join(drafts, about, other, draft)


def _newcomers(scene: Scene, joins: Mark) -> list[Actor]:
    """Who joins: named right behind the words, else the last before them, with those right before him."""
    people = [p for p in scene.presences if p.leader]
    behind = [p.leader for p in people if p.leader and 0 <= p.start - joins.span.stop <= OPENS]
    guests, start = list[Actor](), joins.span.start
    for presence in reversed([p for p in people if p.stop <= joins.span.start]):
        if presence.leader and (not guests or start - presence.stop <= LISTED):
            guests.insert(0, presence.leader)
            start = presence.start
        else:
            break
    return behind[:1] or guests


def join_visits(drafts: list[Draft], about: list[Draft | None]) -> None:
    """Give a visit that has begun to the talks in it: *tới Paris hôm nay … ngày mai hội đàm*."""
    for visit in [d for d in drafts if d.status is Status.HELD and _is_visit(d)]:
        arrival = visit.dating and visit.dating.edtf and visit.dating.edtf.first_day()
        for talks in drafts:
            if not arrival and _begins_with(visit, talks):
                join(drafts, about, visit, talks)
                break
            received = _is_received(visit, talks) or _is_of_host_to_come(visit, talks, drafts)
            if not arrival or talks.status not in TOOK_PLACE or not received or _is_visit(talks):
                continue
            day = talks.dating and talks.dating.edtf and talks.dating.edtf.first_day()
            within = timedelta() <= day - arrival <= STAY if day else talks.parties.key != visit.parties.key
            within = within and (talks.parties.key <= visit.parties.key or talks.status is Status.HELD)
            if within and talks.family in (Family.PERSON, Family.ANY):
                join(drafts, about, visit, talks)
                break


def _begins_with(visit: Draft, talks: Draft) -> bool:
    """Whether the sentence that tells of a visit tells of the talks still to come in it: 展开访问，并将于明日会晤…."""
    scenes = {sighting.scene.number for sighting in visit.sightings}
    beside = any(sighting.scene.number in scenes for sighting in talks.sightings)
    return beside and talks.status is Status.PLANNED and talks.parties.key == visit.parties.key and not _is_visit(talks)


def _is_received(visit: Draft, talks: Draft) -> bool:
    """Whether talks are of those of a visit, or of the guest with one of several of a state who invited him."""
    others = {actor.country for actor in visit.parties.actors if actor not in talks.parties.actors}
    return talks.parties.key <= visit.parties.key and others <= {actor.country for actor in talks.parties.actors}


def _is_of_host_to_come(visit: Draft, talks: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a guest met somebody else of the state whose leader invited him, whom he is still to meet."""
    guests = [actor for actor in visit.parties.actors if actor in talks.parties.actors]
    left = [actor for actor in visit.parties.actors if actor not in guests]
    hosts = [actor for actor in talks.parties.actors if actor not in guests]
    if len(guests) != 1 or len(left) != 1 or {host.country for host in hosts} != {left[0].country}:
        return False
    return any(d.status is Status.PLANNED and d.parties.key == visit.parties.key for d in drafts)


def _is_visit(draft: Draft) -> bool:
    """Whether nothing but a visit is told of."""
    return all("visit" in sighting.cue.flags for sighting in draft.sightings)


def join(drafts: list[Draft], about: list[Draft | None], draft: Draft, whole: Draft) -> None:
    """Give what was seen of a contact to another, which it is; also where the page is `about` it."""
    whole.add(*draft.sightings)
    drafts.remove(draft)
    about[:] = [whole if told is draft else told for told in about]


def _people(told: Sequence[Draft]) -> tuple[Actor, ...]:
    return each_once([actor for draft in told for actor in draft.parties.actors])


def _counts(scene: Scene) -> bool:
    return any(p.naming.sort is Sort.GROUP and p.naming.size not in (1, 2) for p in scene.presences)


def _tells_of_all(scene: Scene, opening: Sighting, size: int) -> bool:
    """Whether a sentence counts those who took part, or tells of talks of all sides.

    A plural that counts nobody does so where it opens the next sentence, and for talks in person only.
    """
    groups = [p for p in scene.presences if p.naming.sort is Sort.GROUP]
    if any(p.naming.size == size for p in groups):
        return True
    nouns = [cue for cue in scene.cues if cue.noun]
    shaped = any(scene.between(cue.span.stop, cue.span.stop + SHAPE, "together") for cue in nouns)
    if shaped or any("together" in cue.flags for cue in nouns):
        return True
    talks = opening.cue.kind is Kind.MEETING and "object" not in opening.cue.flags
    opens = any(not p.naming.size and p.start - scene.span.start <= OPENS for p in groups)
    return talks and opens and scene.number == opening.scene.number + 1
