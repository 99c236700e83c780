"""Words for being together that tell of a contact only where leaders of two countries stand beside them."""

from __future__ import annotations

from dataclasses import replace

from telcon.model.mentions import How, Sort
from telcon.reports.casts import Cast
from telcon.reports.memories import Memory
from telcon.reports.parties import WEAK, Parties
from telcon.reports.party_finding import PartyFinder
from telcon.reports.scenes import Scene


def drop_vain(scene: Scene, clean: str, cast: Cast, memory: Memory) -> Scene:
    """The scene without the weak words that join nobody: they would only stand between others and their parties."""
    if not any(WEAK in cue.flags for cue in scene.cues):
        return scene
    kept = [cue for cue in scene.cues if WEAK not in cue.flags]
    for cue in [cue for cue in scene.cues if WEAK in cue.flags]:
        tried = sorted((*kept, cue), key=lambda each: each.span.start)
        whole = replace(scene, cues=tuple(tried))
        if any(_joins(parties, whole) for parties in PartyFinder(whole, clean, cast, memory).find(cue)):
            kept = tried
    return replace(scene, cues=tuple(kept))


def _joins(parties: Parties, scene: Scene) -> bool:
    """Whether leaders are joined, one of them at least by more than a pronoun, none by a word for many."""
    namings = [p.naming for p in scene.presences if p.naming.span in parties.spans]
    told = any(n.sort is Sort.GROUP or n.how in (How.NAME, How.OFFICE, How.COUNTERPART) for n in namings)
    many = any(n.sort is Sort.GROUP and not n.size for n in namings)
    return told and not many and all(actor.leads for actor in parties.actors)
