"""Messages of many senders to one: told of in one sentence, their senders in a list below it."""

from __future__ import annotations

from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.reports.drafts import Sighting
from telcon.reports.moods import Mood
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene

BULLETS = frozenset("-–—•*+▪●·")
NEAR = 2


def find_honoured(scene: Scene) -> Actor | None:
    """Whose day it is, in a sentence that tells of messages: *Nhân dịp ông A được bầu, lãnh đạo nhiều nước gửi …*."""
    if not any(cue.kind is Kind.MESSAGE and not cue.noun for cue in scene.cues):
        return None
    for mark in scene.between(scene.span.start, scene.span.stop, "occasion")[:1]:
        return next((p.leader for p in scene.presences if p.start >= mark.span.stop and p.leader), None)
    return None


def find_listed(scene: Scene, told: Scene, honoured: Actor, clean: str) -> Sighting | None:
    """One of the messages told of before, where a line of a list begins with who sent it: *- Thủ tướng B …*."""
    bullet = scene.first and not scene.cues and clean[scene.span.start] in BULLETS
    first = scene.presences[0] if bullet and scene.presences else None
    sender = first.leader if first and first.start - scene.span.start <= NEAR else None
    if not first or not sender or not sender.leads or sender.country == honoured.country:
        return None
    cue = next(cue for cue in told.cues if cue.kind is Kind.MESSAGE and not cue.noun)
    parties = Parties((sender, honoured), "listed", sender, (first.naming.span,))
    return Sighting(cue, scene, parties, Mood(Status.HELD)) if parties.sound else None
