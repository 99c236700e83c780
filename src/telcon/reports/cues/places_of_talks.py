"""Talks told of with the place where they were: these were meetings in person."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from telcon.inflections import Case
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Sort
from telcon.reports.scenes import Presence, Scene

HOUSES = frozenset({Sort.STATE, Sort.CAPITAL, Sort.BODY})
TOWNS = HOUSES - {Sort.BODY}
IN_PERSON, REMOTE = frozenset({Kind.CONTACT, Kind.MEETING}), frozenset({Kind.PHONE, Kind.VIDEO, Kind.CALL})
PREPOSITIONAL = frozenset({Case.PREPOSITIONAL})
JOINT, PLACED, WAY, AHEAD = 4, 10, 30, 70


def place_cues(scene: Scene, flags: Set[str], clean: str) -> Scene:
    """The scene with its words for talking as meetings where a place beside them says so; `flags` are its cues'."""
    if "loose" in flags and any("loose" in cue.flags and cue.kind is Kind.MEETING for cue in scene.cues):
        scene = replace(scene, cues=tuple(_as_placed(cue, scene) for cue in scene.cues))
    if all(cue.kind in IN_PERSON for cue in scene.cues) and any(cue.kind is Kind.CONTACT for cue in scene.cues):
        scene = replace(scene, cues=tuple(_as_met(cue, scene, clean) for cue in scene.cues))
    if "loose" in flags and {"within", "with"} <= scene.meanings:
        scene = replace(scene, cues=tuple(_as_housed(cue, scene) for cue in scene.cues))
    return scene


def _as_placed(cue: Cue, scene: Scene) -> Cue:
    """Talks told of with the town or state where they were, as a meeting in person: *talks in Astana*."""
    if "loose" not in cue.flags or not cue.noun or cue.kind is not Kind.MEETING:
        return cue
    if _is_placed_before(cue, scene):
        return replace(cue, flags=cue.flags - {"loose"})
    place = next((p for p in scene.presences if p.start >= cue.span.stop), None)
    if place is None or place.naming.sort not in (Sort.STATE, Sort.CAPITAL):
        return cue
    if place.naming.cases == PREPOSITIONAL and place.start - cue.span.stop <= JOINT:
        return replace(cue, flags=cue.flags - {"loose"})
    within = scene.between(cue.span.stop, place.start, "within")[-1:]
    held = scene.between(cue.span.stop, place.start, "held")
    gap = within[0].span.start - cue.span.stop - sum(len(m.span) for m in held) if within else PLACED
    near = gap < PLACED and place.start - within[0].span.stop <= 1
    return replace(cue, flags=cue.flags - {"loose"}) if near else cue


def _is_placed_before(cue: Cue, scene: Scene) -> bool:
    """Whether their town stands right before talks, or before what tells that they were held: 在莫斯科举行了会晤."""
    held = scene.between(scene.span.start, cue.span.start, "held")[-1:]
    start = held[0].span.start if held and cue.span.start - held[0].span.stop <= 1 else cue.span.start
    place = next((p for p in scene.presences if 0 <= start - p.stop <= 1), None)
    if place is None or place.naming.sort is not Sort.CAPITAL:
        return False
    ways = scene.between(scene.span.start, place.start, "within")[-1:]
    return any("ahead" in m.flags and place.start - m.span.stop <= 1 for m in ways)


def _as_met(cue: Cue, scene: Scene, clean: str) -> Cue:
    """Words spoken, by the ending of the town or state beside them, as a meeting there: *поговорил с Моди в Дели*."""
    if cue.kind is not Kind.CONTACT or "loose" in cue.flags:
        return cue
    partner = next((p.stop for p in scene.presences if 0 <= p.start - cue.span.stop <= JOINT and p.leader), 0)
    for place in scene.presences:
        before = 0 <= cue.span.start - place.stop <= 1
        behind = any(0 < place.start - stop <= JOINT for stop in (cue.span.stop, partner) if stop)
        about = scene.between(place.start - JOINT, place.start, "about")
        inside = place.naming.cases == PREPOSITIONAL or scene.between(place.start - JOINT, place.start, "to")
        near = (before or behind) and place.naming.sort in HOUSES and inside
        if (near or _goes_on_there(place, cue, scene, clean)) and not about:
            return replace(cue, kind=Kind.MEETING, flags=cue.flags | {"loose"})
    return cue


def _goes_on_there(place: Presence, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a town or state, by its ending, tells where its clause went on: *В Дели Си говорил с …*.

    Words for telling between them are what went on there instead.
    """
    if place.naming.sort not in TOWNS or Case.PREPOSITIONAL not in place.naming.cases:
        return False
    told = scene.between(place.stop, cue.span.start, "telling", "according", "when")
    acts = any(place.stop <= other.span.start < cue.span.start for other in scene.cues)
    gap = clean[place.stop : cue.span.start] if 0 <= cue.span.start - place.stop <= AHEAD else ","
    matter = any(len(m.span) for m in scene.between(scene.span.start, place.start, "about", "oblique"))
    return not told and not acts and not matter and not set(gap) & set(",;:—«")


def _as_housed(cue: Cue, scene: Scene) -> Cue:
    """To talk, behind the town or the house where it was, as a meeting in person: 在白宫同普京谈了一小时."""
    ways = [m for m in scene.between(scene.span.start, cue.span.start, "within") if "ahead" in m.flags]
    if cue.kind is not Kind.CONTACT or "loose" not in cue.flags or not ways:
        return cue
    place = ways[-1].span.stop
    others = any(
        place <= c.span.start < cue.span.start or (c.kind in REMOTE and "channel" in c.flags) for c in scene.cues
    )
    near = any(0 <= p.start - place <= 1 and p.naming.sort in HOUSES for p in scene.presences)
    housed = near or scene.between(place, min(place + WAY, cue.span.start), "venue")
    return replace(cue, kind=Kind.MEETING) if housed and not others else cue
