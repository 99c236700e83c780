"""Acts that a language leaves out where they would stand again, a dash in their place: *принял А, а в среду — Б*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from telcon.inflections import NOMINATIVE, Case
from telcon.model.actors import Actor
from telcon.model.mentions import Cue
from telcon.model.spans import Span
from telcon.reports.parties import Parties
from telcon.reports.scenes import Presence, Scene

if TYPE_CHECKING:
    from telcon.reports.participants.party_finding import PartyFinder

LEFT_OUT = "left out"
"""Flag of a dash that stands for the act before it."""

DASHES = (" — ", " – ", " - ")
FAR, DASH, PAIR, TIED = 70, 3, 2, 4
TIES = ("to", "owner", "with", "from")
CARRIED = frozenset({"directed", "received", "object", "passive", "loose", "past", "future", LEFT_OUT})


def find_left_out(scene: Scene, clean: str) -> Iterator[Cue]:
    """A cue for each dash behind an act and a comma, with a leader named by his ending right behind it.

    A preposition may stand before him, as behind the act: *побывал у А, а вечером — у Б*.
    """
    for cue, behind in zip_longest(scene.cues, scene.cues[1:]):
        if cue.noun or "channel" in cue.flags:
            continue
        stop = behind.span.start if behind else scene.span.stop
        near = [p for p in scene.presences if p.leader and p.leader.leads and p.naming.cases and p.stop <= stop]
        for left, right in pairwise(near):
            start = _tied_from(right, scene) - DASH
            gap = clean[max(cue.span.stop, start - FAR) : start].rsplit(":", 1)[-1]  # behind what opens a list
            told = scene.between(cue.span.stop, right.start, "telling", "according", "denied", "when")
            if left.start >= start or cue.span.stop > start or told or not clean.startswith(DASHES, start):
                continue
            if start - left.stop <= FAR and set(gap) & set(",;") and not set(gap) & set("«»"):
                yield Cue(Span(start + 1, start + 2), cue.kind, False, (cue.flags & CARRIED) | {LEFT_OUT}, cue.rule)


def _tied_from(presence: Presence, scene: Scene) -> int:
    """Where a naming begins, with the word that ties it."""
    ties = (m for m in scene.between(presence.start - TIED, presence.start, *TIES) if len(m.span))
    return next((m.span.start for m in ties if presence.start - m.span.stop == 1), presence.start)


def find_parties(finder: PartyFinder, cue: Cue) -> list[Parties]:
    """The parties of the act before, with the one behind the dash in the place of whom he agrees with by his ending.

    Whoever is named for himself before the dash acts: *Путин позвонил Макрону, Шольц — Зеленскому*.
    """
    cues = finder.scene.cues
    act = next((c for c in reversed(cues[: cues.index(cue)]) if LEFT_OUT not in c.flags), None)
    other = next((p for p in finder.presences if _tied_from(p, finder.scene) == cue.span.stop + 1), None)
    found = finder.find(act) if act and other else []
    if not found or not other or not other.leader or len(found[0].actors) != PAIR or other.leader in found[0].actors:
        return []
    told = found[0]
    stays = _who_stays(finder.presences, told, other)
    if stays is None:
        return []
    last = max(span.stop for span in told.spans)
    acts = [p for p in finder.presences if last < p.start < cue.span.start and finder.runs.acts(p) and p.leader]
    if acts and acts[0].leader and Case.NOMINATIVE not in other.naming.cases:
        stays = acts[0].leader
    caller = told.caller and (stays if told.caller == stays or acts else other.leader)
    parties = replace(told, actors=(stays, other.leader), caller=caller, spans=(other.naming.span,), apart=False)
    return [parties] if parties.sound else []


def _who_stays(presences: Sequence[Presence], told: Parties, other: Presence) -> Actor | None:
    """Which of the two the one behind the dash does not stand for."""
    for actor, partner in (told.actors, told.actors[::-1]):
        named = [p for p in presences if p.leader == actor and p.stop <= other.start]
        if other.naming.cases == NOMINATIVE:
            alike = any(Case.NOMINATIVE in p.naming.cases for p in named)
        else:
            alike = any(p.naming.cases & other.naming.cases - NOMINATIVE for p in named)
        if alike:
            return partner
    return None
