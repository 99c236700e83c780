"""What two leaders did in common, where no word tells of a contact: *A and B agreed in Kigali on Tuesday to …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from telcon.model.contacts import Kind
from telcon.model.mentions import Cue
from telcon.model.spans import Span
from telcon.reports.cues.turned_to import TURNED_TO
from telcon.reports.parties import WEAK
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.scenes import ADJUNCTS, Presence, Scene

JOINT = frozenset({WEAK, "both", "partner", "loose"})
APART = frozenset({"telling", "according", "severally", "denied", "unreal"})
TIED = ADJUNCTS | {"and", "aim", "who", "invited"}
ATTRIBUTE, ADVERB = 30, 24
"""Letters between two who act in common: the office of the second one; and before their verb: a day."""


def find_joint_acts(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """A cue at the word right behind two leaders of different countries, in a sentence with a day and no other cue.

    What they told, or may have done each for himself, does not say that they were together.
    """
    if not days or "and" not in scene.meanings or any(WEAK not in cue.flags for cue in scene.cues):
        return
    people = [p for p in scene.presences if p.naming.sort not in STANDING]
    for before, (left, right) in zip([None, *people], pairwise(people), strict=False):
        listed = before is not None and clean[before.stop : left.start] == ", "
        if not listed and _act_together(left, right, scene, clean) and _begins_clause(left, right, scene, clean, days):
            start = right.stop + 1
            word = Span(start, start + len(clean[start : start + ATTRIBUTE].split(" ", 1)[0]))
            moods = any(m.sheet == "status" and m.span.start == start for m in scene.marks)
            yield Cue(word, Kind.MEETING, False, JOINT if moods else JOINT | {"past"}, right.naming.rule)
            return


def _act_together(left: Presence, right: Presence, scene: Scene, clean: str) -> bool:
    """Whether two who lead are joined by *and*, and neither hangs on a preposition or is asked or told something."""
    one, other = left.leader, right.leader
    joints = scene.between(left.stop, right.start, "and")
    if not one or not other or not one.leads or not other.leads or one.country == other.country or not joints:
        return False
    if "," in clean[left.stop : right.start] or right.start - left.stop > ATTRIBUTE:
        return False
    near = (m for m in scene.marks if 0 <= left.start - m.span.stop <= 1)
    return not any(m.meaning in ADJUNCTS or m.flags & TURNED_TO for m in near)


def _begins_clause(left: Presence, right: Presence, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether a verb stands behind two, by itself or over a day or a place, that tells what both did together."""
    start = right.stop + 1
    ends = (place for place in range(start, start + ADVERB) if clean[place : place + 1] in (",", ";", ":"))
    stop = next(ends, start + ADVERB)
    marks = [mark for mark in scene.marks if start <= mark.span.start < stop]
    behind = {mark.meaning for mark in marks if mark.span.start == start}
    if not clean.startswith(" ", right.stop) or not clean[start : start + 1].islower():
        return False
    if behind & TIED or any(m.meaning in APART for m in marks):
        return False
    over = "within" in behind or any(day.start == start for day in days)
    return not over or left.start - scene.span.start <= 1 or clean[left.start - 2] in ",:—"
