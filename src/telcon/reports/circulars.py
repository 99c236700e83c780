"""Messages of many senders to one: told of in one sentence, their senders in a list below it."""

from __future__ import annotations

from dataclasses import dataclass

from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.reports.drafts import Sighting
from telcon.reports.moods import Mood
from telcon.reports.parties import Parties
from telcon.reports.scenes import Presence, Scene

BULLETS = frozenset("-–—•*+▪●·")
PARTING = frozenset((*BULLETS, ";"))
NEAR = 2


def find_honoured(scene: Scene) -> Actor | None:
    """Whose day it is, or whom all wrote to, in a sentence that tells of messages and names none of their senders.

    *Nhân dịp ông A được bầu, lãnh đạo nhiều nước gửi …*, *Nhiều nước đã gửi điện mừng tới ông A*.
    """
    cues = [cue for cue in scene.cues if cue.kind is Kind.MESSAGE]
    if all(cue.noun for cue in cues):
        return None
    for mark in scene.between(scene.span.start, scene.span.stop, "occasion")[:1]:
        return next((p.leader for p in scene.presences if p.start >= mark.span.stop and p.leader), None)
    leaders = [p for p in scene.presences if p.leader and p.leader.leads]
    reached = any(not cue.noun and cue.span.stop <= leaders[0].start for cue in cues) if len(leaders) == 1 else False
    return leaders[0].leader if reached else None


@dataclass(slots=True)
class Circular:
    """Messages of many to one: the sentence that tells of all, whom they reached, the last paragraph that goes on."""

    told: Scene
    honoured: Actor
    last: int

    def find_listed(self, scene: Scene, clean: str) -> list[Sighting]:
        """Those of the messages whose senders begin a paragraph, or parts of it: *- Thủ tướng B …; - Vua C …*.

        A paragraph without a bullet must follow right behind and speak of the one whom all wrote to.
        """
        first = scene.presences[0] if scene.first and scene.presences else None
        if not first or first.start - scene.span.start > NEAR:
            return []
        near, self.last = scene.sentence.paragraph - self.last <= 1, scene.sentence.paragraph
        spoken_of = near and any(self.honoured in p.actors for p in scene.presences)
        if scene.cues or (clean[scene.span.start] not in BULLETS and not spoken_of):
            return []
        parts = [p for p in scene.presences[1:] if clean[max(p.start - NEAR, 0) : p.start].strip() in PARTING]
        return [told for presence in (first, *parts) if (told := self._message_of(presence, scene))]

    def _message_of(self, presence: Presence, scene: Scene) -> Sighting | None:
        sender = presence.leader
        if not sender or not sender.leads or sender.country == self.honoured.country:
            return None
        cue = next(cue for cue in self.told.cues if cue.kind is Kind.MESSAGE and not cue.noun)
        parties = Parties((sender, self.honoured), "listed", sender, (presence.naming.span,))
        return Sighting(cue, scene, parties, Mood(Status.HELD)) if parties.sound else None
