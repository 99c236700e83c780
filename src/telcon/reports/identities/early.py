"""Cues that spoke of a contact before the page told who took part, and headlines that name fewer than took part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.model.actors import Actor
from telcon.model.contacts import Status
from telcon.model.mentions import Sort
from telcon.reports.distinct import each_once
from telcon.reports.drafts import (
    OPEN,
    Draft,
    Family,
    Sighting,
    family,
    goes_elsewhere,
    is_announced,
    is_named_in_headline,
    tells_of_two,
    visits,
)
from telcon.reports.identities.fitting_contacts import fits
from telcon.reports.identities.uniting import join
from telcon.reports.parties import Parties
from telcon.reports.people.endings import may_call

HEAD = 12
"""Letters before a noun with which a sentence opens."""


def take_early(drafts: list[Draft], draft: Draft, pending: list[Sighting]) -> list[Sighting]:
    """Give the first contact the cues that spoke of it before it was told who took part; gives those still pending."""
    if not len(drafts) == len(draft.sightings) == 1 or draft.back:
        return pending
    own = draft.sightings[0].scene
    first = draft.sightings[0]
    early = [
        s
        for s in pending
        if (s.scene is not own and fits(draft, s) and _speaks_of(draft, s, pending)) or _went_on_in(first, s)
    ]
    told = bool(first.mood.mark or draft.dating or first.scene.settings(first.cue, "within"))
    held = draft.status is Status.HELD and not draft.weak and told and not _is_part_of_visit(draft, early)
    apart = (Status.HELD,) if draft.status in OPEN else tuple(OPEN) if held else ()
    if early and all(s.mood.mark and s.mood.status in apart for s in early):
        drafts.insert(0, Draft(draft.parties, early))
    else:
        draft.add(*(_with_caller(draft, s) for s in early))
    return [s for s in pending if s not in early]


def _went_on_in(first: Sighting, sighting: Sighting) -> bool:
    """Whether an act went on in what its sentence names before it: *Trong cuộc điện đàm, A trao đổi với B*.

    Nobody tells of the act, and it is no visit or event within which it may have been another contact.
    """
    act, noun, scene = first.cue, sighting.cue, sighting.scene
    if scene is not first.scene or act.noun or family(act) is not Family.ANY or act.span.start < noun.span.stop:
        return False
    if first.mood.status is not sighting.mood.status or scene.between(noun.span.stop, act.span.start, "telling"):
        return False
    if not noun.noun or noun.flags & {"visit", "summit", "plural"} or scene.settings(noun, "apart", "about"):
        return False
    return bool(scene.settings(noun, "within")) or 1 < noun.span.start - scene.span.start <= HEAD  # На встрече 1 июля …


def _is_part_of_visit(draft: Draft, early: Sequence[Sighting]) -> bool:
    """Whether it is only what a visit to come is for: *will visit Portugal. The programme includes talks …*."""
    first = draft.sightings[0]
    bare = first.mood.mark is None and first.dating is None and first.cue.noun
    bare = bare and not first.scene.settings(first.cue, "within")
    return bare and all(visits(draft, s) and s.scene.number == first.scene.number - 1 for s in early)


def _speaks_of(draft: Draft, sighting: Sighting, pending: Sequence[Sighting]) -> bool:
    if "channel" in sighting.cue.flags:  # says how, where a noun beside it says what
        return any(s.scene is sighting.scene and s.cue.noun and fits(draft, s) for s in pending)
    own = tells_of_two(sighting) and not goes_elsewhere(draft, sighting)
    return own or visits(draft, sighting) or _with_caller(draft, sighting) is not sighting


def _with_caller(draft: Draft, sighting: Sighting) -> Sighting:
    """Words that name only the one who called, in a headline or right before, with both.

    *Thủ tướng Nhật gọi điện bày tỏ vui mừng*, *Macron picked up the phone. He and Scholz talked*.
    """
    people = each_once([p.leader for p in sighting.scene.presences if p.leader and p.leader.leads and may_call(p)])
    if "directed" not in sighting.cue.flags or not people or not set(people) <= set(draft.parties.actors):
        return sighting
    headline = sighting.scene.sentence.headline and len(people) == 1
    if not headline and not _acts_before(draft, sighting, people[0]):
        return sighting
    return replace(sighting, parties=Parties(draft.parties.actors, "headline", people[0]))


def _acts_before(draft: Draft, sighting: Sighting, actor: Actor) -> bool:
    """Whether one of them, and no group, dials in the sentence right before."""
    scene, start = sighting.scene, sighting.cue.span.start
    many = "many" in scene.meanings or any(p.naming.sort is Sort.GROUP for p in scene.presences)
    near = draft.sightings[0].scene.number - scene.number == 1 and family(sighting.cue) is Family.REMOTE
    return near and not many and any(p.leader == actor and p.stop <= start for p in scene.presences)


def join_announced(drafts: list[Draft], about: list[Draft | None], last: int) -> None:
    """A headline, or a message's first sentence, may name fewer than took part in the contact told of below.

    `last` is the number of the first sentence that is no headline.
    """
    for draft in [d for d in drafts if is_named_in_headline(d) or is_announced(d, last)]:
        for whole in drafts:
            if draft.parties.key < whole.parties.key and fits(whole, draft.sightings[0]):
                join(drafts, about, draft, whole)
                break
