"""Cues that a sentence has beside its fixed wordings: visits that no word names, channels told behind an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Sort
from telcon.reports.scenes import Presence, Scene

PLACES = frozenset({Sort.STATE, Sort.CAPITAL, Sort.BODY})
VISIT = frozenset({"visit"})
MOOD = 12
ACT = frozenset({"directed", "object", "close"})
ADVERB, NEXT, OF, MANNER, WAY, EVENT = 8, 2, 6, 40, 30, 60


def complete_cues(scene: Scene) -> Scene:
    """The scene with cues of visits to which somebody is invited, and acts open to the channel told behind them."""
    if any("acts" in cue.flags for cue in scene.cues):
        scene = replace(scene, cues=tuple(_as_act(cue, scene) for cue in scene.cues))
    if "greeting" in scene.meanings:
        scene = replace(scene, cues=tuple(_as_wire(cue, scene) for cue in scene.cues))
    told = scene.meanings.isdisjoint(("invited", "asked_by_following", "accepted")) and len(scene.cues) < 2
    if told and not {"planned", "to"} <= scene.meanings:
        return scene
    found = [*_invitations(scene), *_visits_on_invitation(scene), *_visits_taken_up(scene), *_journeys(scene)]
    cues = sorted((*_lend_channels(scene), *found), key=lambda cue: cue.span.start)
    return replace(scene, cues=tuple(cues))


def _as_act(cue: Cue, scene: Scene) -> Cue:
    """A noun or an act as the act, where its partner stands right behind it and a mood before: *will call Putin*."""
    near = any(p.start - cue.span.stop == 1 and p.naming.sort in (Sort.PERSON, Sort.GROUP) for p in scene.presences)
    bound = any(m.sheet == "status" and 0 <= cue.span.start - m.span.stop <= MOOD for m in scene.marks)
    if "acts" not in cue.flags or not near or not bound:
        return cue
    return replace(cue, kind=Kind.PHONE, noun=False, flags=(cue.flags - {"noun"}) | ACT)


def _as_wire(cue: Cue, scene: Scene) -> Cue:
    """A word for calling that is one for wiring too, as a message where a greeting is told behind it: 致电…表示慰问."""
    wired = "wire" in cue.flags and scene.between(cue.span.stop, scene.span.stop, "greeting")
    told = any(other is not cue and other.kind is Kind.PHONE for other in scene.cues)
    return replace(cue, kind=Kind.MESSAGE) if wired and not told else cue


def _journeys(scene: Scene) -> Iterator[Cue]:
    """*sẽ đến Trung Quốc*: to a state or a capital, where no visit is named."""
    for way in scene.between(scene.span.start, scene.span.stop, "to"):
        ahead = [m for m in scene.marks if m.meaning == "planned" and 0 <= way.span.start - m.span.stop <= 1]
        place = next((p for p in scene.presences if 0 < p.start - way.span.stop <= NEXT), None)
        if ahead and place and place.naming.sort in (Sort.STATE, Sort.CAPITAL):
            yield Cue(way.span, Kind.MEETING, False, VISIT, way.rule)


def _invitations(scene: Scene) -> Iterator[Cue]:
    """*mời ông B tới Moskva*: to a state, a capital or a leader's house, where no visit is named behind."""
    marks = [mark for mark in scene.marks if mark.meaning == "invited"]
    for mark, later in zip_longest(marks, marks[1:]):
        stop = later.span.start if later else scene.span.stop
        if any(mark.span.stop <= cue.span.start < stop for cue in scene.cues):
            continue
        guest = next((p for p in scene.presences if 0 <= p.start - mark.span.stop <= 1), None)
        ways = scene.between(guest.stop, guest.stop + ADVERB, "to") if guest else []
        place = next((p for p in scene.presences if ways and 0 < p.start - ways[0].span.stop <= EVENT), None)
        if place and place.naming.sort in PLACES and _leads_to(scene, ways[0].span.stop, place):
            yield Cue(ways[0].span, Kind.MEETING, False, VISIT, mark.rule)


def _leads_to(scene: Scene, start: int, place: Presence) -> bool:
    """Whether an invitation is to a place, or to an event *in* it: *to the celebrations in Moscow*."""
    near = any(0 < place.start - m.span.stop <= NEXT for m in scene.between(start, place.start, "within"))
    return place.start - start <= NEXT or near


def _visits_on_invitation(scene: Scene) -> Iterator[Cue]:
    """*sang Mozambique … theo lời mời của Tổng thống Filipe Nyusi*: to the state of the one who invites."""
    for mark in scene.between(scene.span.start, scene.span.stop, "asked_by_following"):
        host = next((p for p in scene.presences if 0 <= p.start - mark.span.stop <= OF and p.leader), None)
        place = next((p for p in reversed(scene.presences) if p.stop <= mark.span.start), None)
        if not host or not host.leader or not place or place.naming.sort not in PLACES:
            continue
        ways = scene.between(place.start - OF, place.start, "to")
        if ways and place.naming.country == host.leader.country:
            yield Cue(ways[-1].span, Kind.MEETING, False, VISIT, mark.rule)


def _visits_taken_up(scene: Scene) -> Iterator[Cue]:
    """An invitation taken up to go to a place, where no visit is named behind: 已接受邀请，明年去北京."""
    for mark in scene.marks:
        if mark.meaning != "accepted" or any(cue.span.start >= mark.span.stop for cue in scene.cues):
            continue
        ways = scene.between(mark.span.stop, mark.span.stop + WAY, "to")
        for way in [word for word in ways if "way" in word.flags]:
            place = next((p for p in scene.presences if 0 <= p.start - way.span.stop <= NEXT), None)
            if place and place.naming.sort in PLACES:
                yield Cue(way.span, Kind.MEETING, False, VISIT, mark.rule)
                return


def _lend_channels(scene: Scene) -> Iterator[Cue]:
    """The cues; a meeting that is said to have gone through a channel may be a call: *họp thượng đỉnh qua màn hình*."""
    for cue, behind in zip_longest(scene.cues, scene.cues[1:]):
        lent = behind and "channel" in behind.flags and behind.span.start - cue.span.stop <= MANNER
        if lent and cue.kind is Kind.MEETING and "visit" not in cue.flags:
            yield replace(cue, flags=cue.flags | {"loose"})
        else:
            yield cue
