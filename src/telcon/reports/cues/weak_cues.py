"""Words for being together that tell of a contact only where leaders of two countries stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.inflections import Case
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, How, Sort
from telcon.reports.participants.party_finding import PartyFinder
from telcon.reports.parties import WEAK, Parties
from telcon.reports.people.casts import Cast
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.memories import Memory
from telcon.reports.scenes import POSTPOSED, Presence, Scene

NEAR, FAR = 8, 70
"""Letters between two who are named, or before a word for *in*."""


def drop_vain(scene: Scene, clean: str, cast: Cast, memory: Memory) -> Scene:
    """The scene without the weak words that join nobody: they would only stand between others and their parties."""
    if not any(WEAK in cue.flags for cue in scene.cues):
        return scene
    kept = [cue for cue in scene.cues if WEAK not in cue.flags]
    for cue in [cue for cue in scene.cues if WEAK in cue.flags]:
        tried = sorted((*kept, cue), key=lambda each: each.span.start)
        whole = replace(scene, cues=tuple(tried))
        if ("placed" in cue.flags and not _is_placed(cue, scene, clean)) or _is_met_already(cue, kept, scene):
            continue
        if _is_of_message(cue, kept, scene):
            continue
        if any(_joins(parties, whole) for parties in PartyFinder(whole, clean, cast, memory).find(cue)):
            kept = tried
    return replace(scene, cues=tuple(kept))


def _is_met_already(cue: Cue, kept: Sequence[Cue], scene: Scene) -> bool:
    """Whether the one before the last words of an act is whom a sure one was done to: *hosted B for dinner*."""
    other = max((p for p in scene.presences if p.stop <= cue.span.start), key=lambda p: p.stop, default=None)
    if POSTPOSED not in cue.flags or other is None:
        return False
    return any(not each.noun and 0 <= other.start - each.span.stop <= NEAR for each in kept)


def _is_of_message(cue: Cue, kept: Sequence[Cue], scene: Scene) -> bool:
    """Whether it only tells whom a message told of before it came to: *a telegram from A reached B*."""
    arrives = any(mark.span == cue.span for mark in scene.between(cue.span.start, cue.span.stop, "to"))
    return arrives and any(c.noun and c.kind is Kind.MESSAGE and c.span.stop <= cue.span.start for c in kept)


def _is_placed(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether the place stands right behind the partner, or before the one who acts: *Tehran, nơi ông A chờ ông B*."""
    partner = next((p for p in scene.presences if 0 <= p.start - cue.span.stop <= 1), None)
    if "both" in cue.flags:
        return _tells_place(cue, scene, clean)
    if partner is None or _is_urged(cue, partner, scene):
        return False
    if clean.startswith((",", "."), partner.stop) and scene.between(cue.span.start, cue.span.stop, "proposed"):
        return True  # called on his host, B, after lunch
    if partner.naming.cases:
        return any(_is_home(place, partner, cue, clean) for place in scene.presences)
    behind = scene.between(partner.stop, partner.stop + NEAR, "within")
    before = [p for p in scene.presences if p.stop <= cue.span.start][-2:]
    where = len(before) > 1 and before[0].naming.sort in STANDING and before[1].start - before[0].stop <= NEAR
    return bool(behind) or (where and clean.startswith(",", before[0].stop))


def _tells_place(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether the sentence tells where two acted in common, before the words or right behind: *signed it in Oslo*."""
    ways = [m for m in scene.between(scene.span.start, cue.span.start, "within") if POSTPOSED not in m.flags]
    ways += scene.between(cue.span.stop, cue.span.stop + NEAR, "within")
    return any(
        any(0 <= p.start - m.span.stop <= 1 and p.naming.sort in STANDING for p in scene.presences)
        or clean[m.span.stop : m.span.stop + NEAR].strip()[:1].isupper()
        or scene.between(m.span.stop, m.span.stop + FAR // 2, "venue")
        for m in ways
    )


def _is_urged(cue: Cue, partner: Presence, scene: Scene) -> bool:
    """Whether the words only ask something of somebody: *called on A in Rome to end the war*, not *at his office*."""
    asks = scene.between(cue.span.start, cue.span.stop, "proposed")
    return bool(asks) and any("purpose" in m.flags for m in scene.between(partner.stop, scene.span.stop, "planned"))


def _is_home(place: Presence, partner: Presence, cue: Cue, clean: str) -> bool:
    """Whether a place, by its ending that in which it went on, is the partner's, or stands right behind him.

    *В Пекине Шольц призвал Си …*, *Лукашенко показал Токаеву в Минске …*.
    """
    if place.naming.sort not in STANDING or Case.PREPOSITIONAL not in place.naming.cases or not partner.leader:
        return False
    if place.naming.country != partner.leader.country:
        return 0 <= place.start - partner.stop <= NEAR
    start, stop = sorted((min(place.stop, partner.stop), max(place.start, cue.span.start)))
    return stop - start <= FAR and not set(clean[start:stop]) & set(";:«")


def _joins(parties: Parties, scene: Scene) -> bool:
    """Whether leaders are joined, one of them at least by more than a pronoun, none by a word for many or a place."""
    namings = [p.naming for p in scene.presences if p.naming.span in parties.spans]
    told = any(n.sort is Sort.GROUP or n.how in (How.NAME, How.OFFICE, How.COUNTERPART) for n in namings)
    many = any(n.sort is Sort.GROUP and not n.size for n in namings)
    placed = any(n.sort in STANDING for n in namings)
    return told and not many and not placed and all(actor.leads for actor in parties.actors)
