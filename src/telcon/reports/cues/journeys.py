"""Whether one of those in contact went to the other: what they talked of then was said in person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telcon.model.mentions import Sort
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

PLACES = frozenset({Sort.STATE, Sort.CAPITAL, Sort.BODY})
REACH, NEAR = 40, 6
"""Letters between who goes and the word for *to*, and between that and the place."""


def is_in_person(story: Story, draft: Draft) -> bool:
    """Whether the page tells, before or where it tells of the contact, that one of the two went to the other."""
    last = max(sighting.scene.number for sighting in draft.sightings)
    return any(_goes(scene, draft) for scene in story.scenes if scene.number <= last)


def _goes(scene: Scene, draft: Draft) -> bool:
    """*Thủ tướng Đức tới Kiev*: one of those in contact, a word for *to*, and the other one's country or house."""
    for way in scene.between(scene.span.start, scene.span.stop, "to"):
        place = next((p for p in scene.presences if 0 < p.start - way.span.stop <= NEAR), None)
        ahead = scene.between(scene.span.start, way.span.start, "planned", "proposed", "denied", "unreal", "invited")
        if place is None or place.naming.sort not in PLACES or ahead:
            continue
        going = [p.leader for p in scene.presences if p.leader and 0 <= way.span.start - p.stop <= REACH]
        others = {actor.country for actor in draft.parties.actors if going and actor != going[-1]}
        if going and going[-1] in draft.parties.actors and place.naming.country in others:
            return True
    return False
