"""Who called or invited the other one, where a clause about him says so, or a sentence that names nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Set

from telcon.inflections import Case
from telcon.model.mentions import Cue, Mark
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.drafts import Draft, Family, family
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.scenes import Scene, opens_clause_about

DISTANT = (Family.REMOTE, Family.ANY)
CALLER = frozenset({"received", "answered"})
"""Flags of words for the one who called: *người đã gọi*."""
AUXILIARY, NEAR, BEHIND, PAIR = 8, 30, 6, 2
"""Letters between *who*, or whoever calls, and the act; behind it, of a word that ties whom he called."""


@value(frozen=True, slots=True)
class Asked:
    """The side that asked (country code or `mutual`), where it is said, and the form that says it."""

    side: str
    spans: tuple[Span, ...]
    rule: str


def find_caller(draft: Draft) -> Asked | None:
    """Who called or invited in a clause right behind him: *spoke with A, who had called him*."""
    for sighting in draft.sightings:
        actors, scene = sighting.parties.actors if sighting.parties else (), sighting.scene
        for person in scene.presences:
            act = _act_behind(person.stop + len(", "), scene, draft.family) if person.leader in actors else None
            if person.leader and person.leader.country and act:
                return Asked(person.leader.country, (person.naming.span, act.span), act.rule)
    return None


def _act_behind(place: int, scene: Scene, kin: Family) -> Cue | Mark | None:
    """The act by which one reaches another in a clause that begins at a place: a call, or an invitation to meet."""
    if kin in DISTANT and (
        caller := next((c for c in scene.cues if c.span.start == place and c.flags >= CALLER), None)
    ):
        return caller
    who = next((m for m in scene.marks if m.span.start == place and opens_clause_about(m)), None)
    if who is None:
        return None
    invited = [m for m in scene.marks if m.meaning == "invited" and "passive" not in m.flags]
    acts: list[Cue | Mark] = [*invited] if kin is not Family.REMOTE else []
    if kin in DISTANT:
        acts += [cue for cue in scene.cues if _reaches(cue)]
    return next((act for act in acts if -1 <= act.span.start - who.span.stop <= AUXILIARY), None)


def find_caller_beside(draft: Draft, beside: Iterable[Scene], others: Set[Span]) -> Asked | None:
    """Who is said to have called in a sentence about a call that names nobody else: *It was A who called*.

    A state stands right beside the act: *звонила российская сторона*.
    """
    for scene in beside if draft.family is Family.REMOTE else ():
        if thanked := _find_thanked(draft, scene, others):
            return thanked
        people = {p.leader for p in scene.presences if p.leader and p.leader.leads}
        one = next(iter(people)) if len(people) == 1 else None
        for cue in (cue for cue in scene.cues if _reaches(cue) and cue.span not in others):
            if scene.between(cue.span.stop, cue.span.stop + BEHIND, "with", "to"):
                continue
            if not people and (side := _calling_side(draft, scene, cue)):
                return Asked(side, (cue.span,), cue.rule)
            near = any(p.leader == one and 0 <= cue.span.start - p.stop <= NEAR for p in scene.presences)
            if one and one in draft.parties.actors and one.country and near:
                return Asked(one.country, (cue.span,), cue.rule)
    return None


def _find_thanked(draft: Draft, scene: Scene, others: Set[Span]) -> Asked | None:
    """Whom one of two thanks for the call: *A thanked him for calling*, 习近平感谢来电."""
    for mark in scene.marks if len(draft.parties.actors) == PAIR else ():
        behind = (c for c in scene.cues if 0 <= c.span.start - mark.span.stop <= NEAR and c.span not in others)
        calls = mark.meaning == "thanked" and any(family(c) is Family.REMOTE for c in behind)
        if calls or (mark.meaning == "asked_by_other" and "alone" in mark.flags):
            named = [p.leader for p in scene.presences if p.stop <= mark.span.start and p.leader]
            called = [actor for actor in draft.parties.actors if named and actor != named[-1]]
            if len(called) == 1 and called[0].country:
                return Asked(called[0].country, (mark.span,), mark.rule)
    return None


def _calling_side(draft: Draft, scene: Scene, cue: Cue) -> str | None:
    """The state of one who took part, right before an act or, where endings tell that it acts, right behind."""
    sides = {actor.country for actor in draft.parties.actors}
    for presence in scene.presences:
        before = 0 <= cue.span.start - presence.stop <= AUXILIARY
        behind = presence.start - cue.span.stop == 1 and Case.NOMINATIVE in presence.naming.cases
        country = presence.actors[0].country if len(presence.actors) == 1 else None
        if presence.naming.sort in STANDING and country in sides and (before or behind):
            return country
    return None


def _reaches(cue: Cue) -> bool:
    """Whether an act tells that one reached another at a distance."""
    return not cue.noun and "directed" in cue.flags and "passive" not in cue.flags and family(cue) in DISTANT
