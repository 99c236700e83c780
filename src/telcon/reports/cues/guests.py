"""Visits that only a word for *at* tells of, with whose guest somebody was: *у Мадуро был Арсе*."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.inflections import NOMINATIVE, Case
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Mark
from telcon.reports.scenes import Presence, Scene

GUEST = frozenset({"visit", "partner", "past"})
REACH = 40


def find_guests(scene: Scene, clean: str) -> Iterator[Cue]:
    """A cue at the word for being, one leader by his ending its subject, another behind *at*."""
    for mark in scene.marks:
        if mark.meaning != "owner" or "relative" in mark.flags:
            continue
        host = next((p for p in scene.presences if p.start - mark.span.stop == 1 and _leads(p)), None)
        if host is None or Case.GENITIVE not in host.naming.cases:
            continue
        ways = scene.between(mark.span.start - REACH, host.stop + REACH, "is")
        for way in ways:
            told = any(cue.span.start <= way.span.start < cue.span.stop for cue in scene.cues)
            if not told and _is_of(way, mark, host, scene, clean):
                yield Cue(way.span, Kind.MEETING, False, GUEST, mark.rule)
                break


def _is_of(way: Mark, mark: Mark, host: Presence, scene: Scene, clean: str) -> bool:
    """Whether somebody who acts stands on either side of the word, and nothing parts the three."""
    before = [p for p in scene.presences if p.stop <= way.span.start and p is not host][-1:]
    behind = [p for p in scene.presences if 0 <= p.start - way.span.stop <= 1]
    for guest in (*behind, *before):
        start = min(guest.start, mark.span.start, way.span.start)
        stop = max(guest.stop, host.stop, way.span.stop)
        if _leads(guest) and guest.naming.cases == NOMINATIVE and not set(clean[start:stop]) & set(",;:—«"):
            return True
    return False


def _leads(presence: Presence) -> bool:
    return presence.leader is not None and presence.leader.leads
