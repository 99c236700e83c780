"""Which sentences tell what a contact dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telcon.model.actors import Actor
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story


def find_matter(story: Story, draft: Draft) -> list[Scene]:
    """The sentences that go on about a contact and say what was talked of, or name those who took part together.

    Those with a cue of other people's contact, or with another day, tell of something else. What is told of several
    contacts at once (*lần lượt điện đàm với A và B*) is the matter of each, where it names no partner of another.
    """
    others = _numbers_of_others(story, draft)
    people = set(draft.parties.actors)
    own = [
        s for s in story.scenes_of(draft) if "discussed" in s.meanings or _is_told_of(s, people, others, story, draft)
    ]
    return [*own, *_shared(story, draft)]


def _is_told_of(scene: Scene, people: set[Actor], others: set[int], story: Story, draft: Draft) -> bool:
    if scene.number in others or len(people.intersection(a for one in scene.presences for a in one.actors)) < 2:
        return False
    days = [dating.edtf for m in story.dater.mentions_in(scene) if (dating := story.dater.resolve(m, None))]
    return not days or draft.dating is None or draft.dating.edtf in days


def _numbers_of_others(story: Story, draft: Draft) -> set[int]:
    """The numbers of the sentences that speak of a contact of other people."""
    others = (other for other in story.drafts if other.parties.key != draft.parties.key)
    return {sighting.scene.number for other in others for sighting in other.sightings}


def _shared(story: Story, draft: Draft) -> list[Scene]:
    """The sentences that go on about a contact told of in one breath with this one, until one is spoken of alone."""
    cues = {sighting.cue.span for sighting in draft.sightings}
    own, found = draft.parties.key, []
    for twin in story.drafts:
        if twin is not draft and any(sighting.cue.span in cues for sighting in twin.sightings):
            partners = {actor for actor in twin.parties.actors if actor.key not in own}
            alone = min((s.scene.number for s in twin.sightings if s.cue.span not in cues), default=len(story.scenes))
            told = [s for s in story.scenes_of(twin) if s.number < alone]
            found += [s for s in told if not any(a in partners for p in s.presences for a in p.actors)]
    return found
