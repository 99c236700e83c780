"""Contacts told of by those before them: one more of a series, *they too*, one more at the other end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.model.contacts import Status
from telcon.model.mentions import Cue, Sort
from telcon.reports.drafts import Draft, Family, Sighting, family
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene

SERIES, LATELY = "series", 2
"""How those of a series are found, and within how many sentences the words must stand that began it."""


def of_series(drafts: Sequence[Draft], cue: Cue, scene: Scene, counted: tuple[int, list[Parties]]) -> list[Parties]:
    """Those whose contacts are told of one by one, where the words only count: *第二通在29日*.

    Words that tell no channel speak of the contact told of not long before, or of those `counted` there.
    """
    number, parties = counted
    lately = scene.number - number <= LATELY and len(parties) == 1
    if "nth" not in cue.flags and not (lately and cue.noun and not drafts and "plural" not in cue.flags):
        return []
    if lately and ("loose" in cue.flags or "nth" not in cue.flags):
        return [replace(parties[0], how=SERIES, spans=())]
    last = _before_in_series(drafts, cue, scene)
    return [replace(last.parties, how=SERIES, spans=())] if last else []


def _before_in_series(drafts: Sequence[Draft], cue: Cue, scene: Scene) -> Draft | None:
    """The contact told of last, where words that only count do not tell its channel; else the last one by their own."""
    if "loose" not in cue.flags:
        return next((d for d in reversed(drafts) if any(s.cue.kind is cue.kind for s in d.sightings)), None)
    told = [d for d in drafts if scene.number - d.sightings[-1].scene.number <= LATELY]
    return max(told, key=lambda d: d.sightings[-1].cue.span.start, default=None)


def share_series(drafts: Sequence[Draft], draft: Draft) -> None:
    """Give one of a series the channel of the one before it: *звонил дважды: … второй раз 9 июня*."""
    same = [d for d in drafts if d is not draft and d.parties.key == draft.parties.key]
    draft.like = draft.like or next((d for d in reversed(same) if d.family is not Family.ANY or d.like), None)


def asked_about(asked: tuple[int, list[Parties]], cue: Cue, scene: Scene) -> list[Parties]:
    """Those of whom it was asked if they will be in contact: *Asked if A might call B, he said no call was …*."""
    number, parties = asked
    return parties if cue.noun and parties and scene.number - number <= 1 else []


def same_two(drafts: Sequence[Draft], found: list[Parties], cue: Cue, scene: Scene) -> list[Parties]:
    """*They too* did it who did it just before, whoever was named since: *A и B созвонились. Днём раньше они тоже*."""
    groups = [p for p in scene.presences if p.naming.sort is Sort.GROUP and found and p.naming.span in found[0].spans]
    if len(found) != 1 or found[0].how != "subjects" or len(found[0].spans) != len(groups):
        return found
    told = [(s, d) for d in drafts for s in d.sightings if s.scene.number == scene.number - 1]
    last = next((d for s, d in told if s.cue.kind is cue.kind and not s.cue.noun), None)
    same = last and len(last.parties.actors) == len(found[0].actors)
    return [replace(found[0], actors=last.parties.actors)] if last and same else found


def call_before(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """The last call told of before, of one of those: who was at the other end of another was called too."""
    calls = (d for d in reversed(drafts) if d is not draft and d.family is Family.REMOTE)
    return next((d for d in calls if d.parties.key & draft.parties.key), None)


def plan_before(drafts: Sequence[Draft], sighting: Sighting) -> Draft | None:
    """The meeting of one of those that the same sentence told to be planned: who talks with others there meets them."""
    people = sighting.parties.key if sighting.parties else frozenset()
    for draft in reversed(drafts):
        here = any(s.scene is sighting.scene and s.cue.span.stop <= sighting.cue.span.start for s in draft.sightings)
        if here and draft.family is Family.PERSON and draft.status is Status.PLANNED and draft.parties.key & people:
            return draft
    return None


def take_from_those(pending: Sequence[Sighting], draft: Draft, sighting: Sighting) -> None:
    """Give a contact channel and day of those before of which it is one: *несколько звонков. Одним из них …*."""
    scene, start = sighting.scene, sighting.cue.span.start
    if "this" not in scene.meanings or len(draft.sightings) > 1:
        return
    if not any("several" in mark.flags for mark in scene.between(scene.span.start, start, "this")):
        return
    for told in pending:
        kinds = {family(told.cue), family(sighting.cue)}
        fits = len(kinds) == 1 or Family.ANY in kinds
        if fits and "plural" in told.cue.flags and told.scene.number == scene.number - 1:
            draft.like = draft.like or Draft(draft.parties, [told])
            if told.dating and not draft.dating:
                draft.date(told.dating)


def share_channel(drafts: Sequence[Draft], earlier: Draft) -> None:
    """Give a contact without a channel that of the call before it: *not talked since a telephone call in May*."""
    same = (d for d in drafts if d.parties.key == earlier.parties.key and not d.back)
    other = next((d for d in same if d.family is Family.ANY), None)
    if other and earlier.family is Family.REMOTE:
        other.like = other.like or earlier
