"""What officials say beside a contact without telling of it: *urged both to go on*, *exports had risen, he said*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telcon.model.contacts import Statement, Status
from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Scene
from telcon.reports.statements.accounts import EARLIER, VIEW

if TYPE_CHECKING:
    from telcon.reports.stories import Story

FAR = 2
"""How many paragraphs away from all that tells of a contact words that do not name it tell nothing of it."""


def is_aside(statement: Statement, draft: Draft, story: Story, *, side: str | None) -> bool:
    """Whether an official's words tell nothing of a contact; `side` is his state where it took no part.

    Nothing is told by a position, nor by words of some other time or far away, unless they name the contact, somebody
    who took part, or what was talked of. Who is of a third state tells of it where he names his own side: *took up our
    offer*.
    """
    place = story.text.view.from_raw(statement.evidence.span)
    scenes = [scene for scene in story.scenes if scene.span.start < place.stop and place.start < scene.span.stop]
    if EARLIER in statement.reasons and scenes and not _is_linked(draft, scenes, place):
        return True
    if side:
        return not _names_side(side, scenes, place)
    if draft.status is not Status.HELD or not scenes:
        return False
    return (VIEW in statement.reasons or _is_far(draft, scenes[0])) and not _is_linked(draft, scenes, place)


def _names_side(side: str, scenes: list[Scene], place: Span) -> bool:
    named = (p for scene in scenes for p in scene.presences if place.covers(p.naming.span))
    return any(side == p.naming.country or any(side == actor.country for actor in p.actors) for p in named)


def _is_far(draft: Draft, scene: Scene) -> bool:
    paragraph = scene.sentence.paragraph
    return all(abs(sighting.scene.sentence.paragraph - paragraph) >= FAR for sighting in draft.sightings)


def _is_linked(draft: Draft, scenes: list[Scene], place: Span) -> bool:
    """Whether words name a contact, both leaders or one who took part, or tell what was talked of."""
    named = [p for scene in scenes for p in scene.presences if place.covers(p.naming.span)]
    if any(p.naming.sort is Sort.GROUP or not draft.parties.key.isdisjoint(a.key for a in p.actors) for p in named):
        return True
    cues = (cue.span.start for scene in scenes for cue in scene.cues)
    marks = (mark.span.start for scene in scenes for mark in scene.marks if mark.meaning == "discussed")
    return any(place.start <= start < place.stop for start in (*cues, *marks))
