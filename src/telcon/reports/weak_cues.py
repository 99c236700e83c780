"""Words for being together that tell of a contact only where leaders of two countries stand beside them."""

from __future__ import annotations

from dataclasses import replace

from telcon.model.mentions import Cue, How, Sort
from telcon.reports.casts import Cast
from telcon.reports.clause_ends import STANDING
from telcon.reports.memories import Memory
from telcon.reports.parties import WEAK, Parties
from telcon.reports.party_finding import PartyFinder
from telcon.reports.scenes import Scene

NEAR = 8
"""Letters between two who are named, or before a word for *in*."""


def drop_vain(scene: Scene, clean: str, cast: Cast, memory: Memory) -> Scene:
    """The scene without the weak words that join nobody: they would only stand between others and their parties."""
    if not any(WEAK in cue.flags for cue in scene.cues):
        return scene
    kept = [cue for cue in scene.cues if WEAK not in cue.flags]
    for cue in [cue for cue in scene.cues if WEAK in cue.flags]:
        tried = sorted((*kept, cue), key=lambda each: each.span.start)
        whole = replace(scene, cues=tuple(tried))
        if "placed" in cue.flags and not _is_placed(cue, scene, clean):
            continue
        if any(_joins(parties, whole) for parties in PartyFinder(whole, clean, cast, memory).find(cue)):
            kept = tried
    return replace(scene, cues=tuple(kept))


def _is_placed(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether the place stands right behind the partner, or before the one who acts: *Tehran, nơi ông A chờ ông B*."""
    partner = next((p for p in scene.presences if 0 <= p.start - cue.span.stop <= 1), None)
    if partner is None:
        return False
    behind = scene.between(partner.stop, partner.stop + NEAR, "within")
    before = [p for p in scene.presences if p.stop <= cue.span.start][-2:]
    where = len(before) > 1 and before[0].naming.sort in STANDING and before[1].start - before[0].stop <= NEAR
    return bool(behind) or (where and clean.startswith(",", before[0].stop))


def _joins(parties: Parties, scene: Scene) -> bool:
    """Whether leaders are joined, one of them at least by more than a pronoun, none by a word for many or a place."""
    namings = [p.naming for p in scene.presences if p.naming.span in parties.spans]
    told = any(n.sort is Sort.GROUP or n.how in (How.NAME, How.OFFICE, How.COUNTERPART) for n in namings)
    many = any(n.sort is Sort.GROUP and not n.size for n in namings)
    placed = any(n.sort in STANDING for n in namings)
    return told and not many and not placed and all(actor.leads for actor in parties.actors)
