"""The day of an event at which leaders are to meet, for a contact that no sentence dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from telcon.model.contacts import Status
from telcon.model.dates import Precision
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.reports.days.datings import Dating
from telcon.reports.drafts import Draft, Family
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

ACRONYM = re.compile(r"\b[A-Z][A-Z]*-?[A-Z0-9]+\b")
SHORTEST, BESIDE, BEHIND = 3, 200, 130


def find_event_day(story: Story, draft: Draft) -> Dating | None:
    """The day of the event beside which a meeting to come is to take place: *gặp tại APEC* … *APEC họp ngày 31/10*.

    Events are known by their short names in capitals, as all languages in Latin letters print them.
    """
    if draft.family is not Family.PERSON or draft.status not in (Status.PLANNED, Status.PROPOSED):
        return None
    own = [s for s in draft.sightings if s.mood.status is not Status.DENIED]
    named = {name for s in own for name, _ in _events(story, s.scene, Span(s.cue.span.stop, s.cue.span.stop + BESIDE))}
    for scene in story.scenes if named else ():
        for name, stop in _events(story, scene, scene.span):
            if name in named and (dating := _day_behind(story, scene, stop)):
                return dating
    return None


def find_visit_days(drafts: Sequence[Draft], cue: Cue, scene: Scene) -> list[Dating]:
    """The days of the visit within which a sentence says that something was or will be: 访问期间，习近平将会见…."""
    if "within" not in scene.meanings or "visit" in cue.flags:
        return []
    visits = [c for c in scene.cues if "visit" in c.flags and c.span.stop <= cue.span.start]
    if not visits or not scene.settings(visits[-1], "within"):
        return []
    told = (d for d in reversed(drafts) if any("visit" in s.cue.flags for s in d.sightings))
    dating = next((draft.dating for draft in told), None)
    return [dating] if dating and dating.edtf and dating.edtf.precision is Precision.STRETCH else []


def _events(story: Story, scene: Scene, within: Span) -> Iterator[tuple[str, int]]:
    """The short names in capitals in a part of a sentence, media left out, with where they end."""
    taken = [p.naming.span for p in scene.presences if p.naming.sort in (Sort.MEDIUM, Sort.PLATFORM)]
    for word in ACRONYM.finditer(story.clean, within.start, min(within.stop, scene.span.stop)):
        name = word[0].replace("-", "")
        if len(name) >= SHORTEST and not any(span.covers(Span(*word.span())) for span in taken):
            yield name, word.end()


def _day_behind(story: Story, scene: Scene, start: int) -> Dating | None:
    """The first date behind an event's name that lies ahead, no other contact between."""
    for mention in story.dater.mentions_in(scene):
        place = mention.span.start
        if not start <= place <= start + BEHIND or any(start <= cue.span.start < place for cue in scene.cues):
            continue
        dating = story.dater.resolve(mention, Status.PLANNED)
        if dating and not story.dater.is_over(dating, today=False):
            return dating
    return None
