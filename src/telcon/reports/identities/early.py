"""Cues that spoke of a contact before the page told who took part, and headlines that name fewer than took part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.model.contacts import Status
from telcon.reports.distinct import each_once
from telcon.reports.drafts import (
    OPEN,
    Draft,
    Sighting,
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


def take_early(drafts: list[Draft], draft: Draft, pending: list[Sighting]) -> list[Sighting]:
    """Give the first contact the cues that spoke of it before it was told who took part; gives those still pending."""
    if not len(drafts) == len(draft.sightings) == 1 or draft.back:
        return pending
    own = draft.sightings[0].scene
    early = [s for s in pending if s.scene is not own and fits(draft, s) and _speaks_of(draft, s, pending)]
    held = draft.status is Status.HELD and not draft.weak
    apart = (Status.HELD,) if draft.status in OPEN else tuple(OPEN) if held else ()
    if early and all(s.mood.mark and s.mood.status in apart for s in early):
        drafts.insert(0, Draft(draft.parties, early))
    else:
        draft.add(*(_with_caller(draft, s) for s in early))
    return [s for s in pending if s not in early]


def _speaks_of(draft: Draft, sighting: Sighting, pending: Sequence[Sighting]) -> bool:
    if "channel" in sighting.cue.flags:  # says how, where a noun beside it says what
        return any(s.scene is sighting.scene and s.cue.noun and fits(draft, s) for s in pending)
    own = tells_of_two(sighting) and not goes_elsewhere(draft, sighting)
    return own or visits(draft, sighting) or _with_caller(draft, sighting) is not sighting


def _with_caller(draft: Draft, sighting: Sighting) -> Sighting:
    """A headline that names only the one who called, with both: *Thủ tướng Nhật gọi điện bày tỏ vui mừng*."""
    people = each_once([p.leader for p in sighting.scene.presences if p.leader and p.leader.leads and may_call(p)])
    acts = "directed" in sighting.cue.flags and sighting.scene.sentence.headline
    if not acts or len(people) != 1 or people[0] not in draft.parties.actors:
        return sighting
    return replace(sighting, parties=Parties(draft.parties.actors, "headline", people[0]))


def join_announced(drafts: list[Draft], about: list[Draft | None], last: int) -> None:
    """A headline, or a message's first sentence, may name fewer than took part in the contact told of below.

    `last` is the number of the first sentence that is no headline.
    """
    for draft in [d for d in drafts if is_named_in_headline(d) or is_announced(d, last)]:
        for whole in drafts:
            if draft.parties.key < whole.parties.key and fits(whole, draft.sightings[0]):
                join(drafts, about, draft, whole)
                break
