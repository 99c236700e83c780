"""What one leader told another where a place beside them says that they were in it: *A told B in Cairo that …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.model.contacts import Kind
from telcon.model.mentions import Cue
from telcon.model.spans import Span
from telcon.reports.parties import WEAK
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.scenes import ADJUNCTS, Presence, Scene

TURNED_TO = frozenset({"hearer", "urged"})
"""Flags of words for telling or asking somebody something, who stands behind them."""
TOLD = frozenset({WEAK, "object", "close", "past"})
CLAUSE, PLACE, DAY = 60, 30, 4
"""Letters between who tells and the word for it, and between whom it is told and the word for *in*; those of a word
before a day: *on Monday*."""


def find_told_there(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """A cue at a word for telling between two leaders of different countries, the place right behind them.

    So it is where no other word in the sentence tells of a contact, a letter for example in which it was told.
    """
    if "within" not in scene.meanings or any(WEAK not in cue.flags for cue in scene.cues):
        return
    for mark in scene.marks:
        if mark.flags.isdisjoint(TURNED_TO):
            continue
        hearer = next((p for p in scene.presences if 0 <= p.start - mark.span.stop <= 1), None)
        teller = next((p for p in reversed(scene.presences) if p.stop <= mark.span.start and p.leader), None)
        if hearer is None or teller is None or not _are_two(teller, hearer) or _hangs(teller, scene):
            continue
        gap = clean[teller.stop : mark.span.start]
        if len(gap) <= CLAUSE and not set(gap) & set(',;:“"') and _is_there(hearer, scene, clean, days):
            yield Cue(mark.span, Kind.MEETING, False, TOLD, mark.rule)
            return


def _are_two(one: Presence, other: Presence) -> bool:
    if not one.leader or not other.leader:
        return False
    return one.leader.leads and other.leader.leads and one.leader.country != other.leader.country


def _hangs(presence: Presence, scene: Scene) -> bool:
    return any(m.meaning in ADJUNCTS and 0 <= presence.start - m.span.stop <= 1 for m in scene.marks)


def _is_there(hearer: Presence, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether a place stands right behind whom it is told, or over a day, behind a word for *in*: known, or a name.

    Farther off it is that of the matter: *briefed B on the situation in Kenya*.
    """
    for mark in scene.between(hearer.stop, hearer.stop + PLACE, "within"):
        start = mark.span.stop + 1
        told = sum(len(day) for day in days if hearer.stop <= day.start and day.stop <= mark.span.start)
        gap = clean[hearer.stop : mark.span.start].strip(" ")
        if set(gap) & set(",;:") or len(gap) - told > DAY or any(day.start <= start < day.stop for day in days):
            return False
        place = any(p.start == start and p.naming.sort in STANDING for p in scene.presences)
        if place or (clean[start : start + 1].isupper() and not any(p.start == start for p in scene.presences)):
            return True
    return False
