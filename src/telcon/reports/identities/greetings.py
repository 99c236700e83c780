"""What belongs to a contact told of elsewhere on the page: greetings said in it, plans that led to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.model.contacts import Status
from telcon.model.mentions import Cue
from telcon.reports.drafts import OPEN, Draft, Family, Sighting
from telcon.reports.parties import Parties

DATED = 30
"""Letters within which the day stands behind a greeting that is its own."""
SAID = "the greeting was said in a contact that is told of beside it"


def drop_said(drafts: list[Draft], about: list[Draft | None]) -> Iterator[Cue]:
    """Take out what only greetings tell of between people who talked; their cues, of which nothing is left."""
    for draft in [d for d in drafts if _only_greets(d)]:
        talk = next((other for other in drafts if _may_hold(other, draft)), None)
        if talk:
            drafts.remove(draft)
            about[:] = [talk if told is draft else told for told in about]
            yield from (sighting.cue for sighting in draft.sightings)


def is_said(drafts: Sequence[Draft], sighting: Sighting, about: Draft | None) -> bool:
    """Whether a greeting goes on with the talk in hand, where nothing before told of a message to the same one."""
    cue, day = sighting.cue, sighting.dating.mention.span.start if sighting.dating else None
    dated = day is not None and day - cue.span.stop < DATED
    if not about or not sighting.parties or not cue.flags >= {"greeting", "written"} or dated:
        return False
    wrote = any(d.family is Family.WRITTEN and d.parties.key == sighting.parties.key for d in drafts)
    return about.family is Family.REMOTE and not wrote and _holds(about, sighting.parties)


def _only_greets(draft: Draft) -> bool:
    return all("greeting" in sighting.cue.flags for sighting in draft.sightings)


def _may_hold(talk: Draft, greeting: Draft) -> bool:
    """Whether those of a greeting talked in a contact that is no earlier one."""
    return talk.family is not Family.WRITTEN and _holds(talk, greeting.parties)


def _holds(talk: Draft, parties: Parties) -> bool:
    return talk.status is Status.HELD and not talk.back and parties.key <= talk.parties.key


def drop_foretold(drafts: list[Draft], about: list[Draft | None]) -> None:
    """Take out plans for what was to come in a visit, and invitations that somebody gave thanks for, once they met."""
    for draft in [d for d in drafts if d.status in OPEN and d.family is Family.PERSON and d.dating is None]:
        met = next((other for other in drafts if _came_of(other, draft)), None)
        if met and all(_is_of_visit(s) or _is_thanked(s) for s in draft.sightings):
            drafts.remove(draft)
            about[:] = [met if told is draft else told for told in about]


def _came_of(met: Draft, plan: Draft) -> bool:
    held = met.status is Status.HELD and met.family is Family.PERSON and not met.back
    return held and met.parties.key == plan.parties.key


def _is_of_visit(sighting: Sighting) -> bool:
    """Whether a meeting was to be held in a visit: *trong chuyến thăm, hai ông sẽ gặp nhau*."""
    visits = (cue for cue in sighting.scene.cues if cue.noun and "visit" in cue.flags and cue is not sighting.cue)
    return any(sighting.scene.settings(visit, "within") for visit in visits)


def _is_thanked(sighting: Sighting) -> bool:
    """Whether somebody gave thanks for an invitation: *cảm ơn ông A về lời mời thăm Nga*."""
    mark, scene = sighting.mood.mark, sighting.scene
    invited = mark is not None and mark.meaning == "invited"
    return invited and bool(scene.between(scene.span.start, sighting.cue.span.start, "thanked"))
