"""Leaders who are named only for those who serve them: *Putin's special envoy flew to Ankara*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from telcon.model.contacts import Office
from telcon.model.mentions import Sort
from telcon.reports.scenes import Presence, Scene

SERVING = frozenset({Office.OTHER, Office.ENVOY, Office.MINISTER, Office.FOREIGN_MINISTER})
WORDS = 3
"""Words that may stand before the title of whoever serves."""


def leave_out_served(scene: Scene, clean: str) -> Sequence[Presence]:
    """All of a sentence but those whom a sign of possession ties to an official: it is he who acts or is met."""
    if scene.meanings.isdisjoint(("possessive", "of")):
        return scene.presences
    served = [owner for owner, aide in pairwise(scene.presences) if _serves(aide, owner, scene, clean)]
    return [presence for presence in scene.presences if presence not in served]


def _serves(aide: Presence, owner: Presence, scene: Scene, clean: str) -> bool:
    naming = aide.naming
    if not owner.leader or naming.sort is not Sort.PERSON or not set(naming.roles[:1]) & SERVING:
        return False
    signs = [
        m
        for m in scene.between(owner.stop, aide.start, "possessive", "of")
        if m.meaning == "possessive" or "leads" in m.flags
    ]
    acts = any(owner.stop <= cue.span.start < aide.start for cue in scene.cues)
    if acts or not signs or signs[0].span.start - owner.stop > 1:
        return False
    words = clean[signs[0].span.stop : aide.start]
    plain = words.replace(" ", "").replace("-", "")
    return not plain or (plain.isalpha() and len(words.split()) <= WORDS)
