"""Contacts of which one of those in hand speaks for both: *we met in Moscow last month*, *our talks in Sochi*."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Cue, Mark
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.participants.each_other import takes_nobody
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene

OURS, PAIR, REACH, OWNED = "ours", 2, 40, 14
"""How they are found, how many they are; letters between *we* and what they did, between *our* and a noun."""


def of_ours(about: Draft | None, cue: Cue, scene: Scene, clean: str, days: Sequence[Span]) -> list[Parties]:
    """The two of the contact in hand, where one of them says that *we* were in contact, with nobody else named."""
    if OURS not in scene.meanings or "telling" not in scene.meanings or not about or about.status is not Status.HELD:
        return []
    people = {p.leader.key for p in scene.presences if p.leader and p.leader.leads}
    if len(about.parties.actors) != PAIR or not people or people - about.parties.key or not _is_told(cue):
        return []
    marks = scene.between(scene.span.start, cue.span.start, OURS)[-1:]
    tied = marks and (_is_owned(marks[0], cue) if cue.noun else _is_done(cue, scene, clean, days))
    near = marks and cue.span.start - marks[0].span.stop <= REACH
    held = cue.noun and near and not scene.settings(cue, "within", "apart")
    done = near and (tied or (held and bool(scene.between(marks[0].span.stop, cue.span.start, "held", "within"))))
    parted = done and set(clean[marks[0].span.stop : cue.span.start]) & set(';:”"»')
    return [Parties(about.parties.actors, OURS)] if done and not parted else []


def _is_told(cue: Cue) -> bool:
    """Whether it is no visit, letter or several contacts at once."""
    return cue.kind is not Kind.MESSAGE and cue.flags.isdisjoint(("visit", "plural", "beside", "summit"))


def _is_owned(mark: Mark, cue: Cue) -> bool:
    """Whether a noun is theirs: *our last meeting*."""
    return "owned" in mark.flags and cue.span.start - mark.span.stop <= OWNED


def _is_done(cue: Cue, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether nothing but day or place follows an act that may take somebody: *we met in Moscow*, not *we met her*."""
    stop = cue.span.stop
    if scene.between(stop, min(stop + REACH, scene.span.stop), "with"):
        return False
    return "object" not in cue.flags or takes_nobody(cue, scene, clean, days)
