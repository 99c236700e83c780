"""What delegations, ministries and companies do, whatever two leaders agree on: no contact of the leaders."""

from __future__ import annotations

from telcon.model.contacts import LEADING, Kind
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.reports.drafts import OPEN
from telcon.reports.moods.moods import Mood
from telcon.reports.parties import Parties
from telcon.reports.scenes import POSTPOSED, Presence, Scene

TIES = ("and", "with", "to", "by", "from", "within", "together", "between", "about", "among", "according")
FAINT = frozenset({"subjects", "introduced", "topic", "sentence", "pair", "of", "followed", "visit"})
"""Constraints that may find the parties of a noun elsewhere than right behind it."""
PLACES = (Sort.STATE, Sort.CAPITAL)
BESIDE, JOINED, REACH = 12, 24, 60


def is_of_delegates(cue: Cue, scene: Scene, clean: str, found: list[Parties], mood: Mood) -> bool:
    """Whether those who act for others are to meet: *agreed that delegations meet*, 商定两国代表团会谈.

    Of a noun only where it names no leaders, and is to come: *teams are preparing a meeting*. Never of letters, which
    others hand on.
    """
    if cue.kind is Kind.MESSAGE:
        return False
    if cue.noun and (mood.status not in OPEN or any(parties.how not in FAINT for parties in found)):
        return False
    if cue.noun and _names_leaders(cue.span.stop, cue.span.stop + REACH, scene):
        return False
    spans = [m.span for m in scene.marks if m.meaning == "delegates"]
    spans += [p.naming.span for p in scene.presences if _serves(p)]
    return any(
        _acts(span.start, span.stop, cue, scene, clean)
        if span.stop <= cue.span.start
        else _is_theirs(span.start, cue, scene, clean)
        for span in spans
    )


def _serves(presence: Presence) -> bool:
    """Whether somebody without a name is meant, who leads nothing: *a special envoy*, *the energy ministers*."""
    titled = presence.naming.sort is Sort.PERSON and presence.naming.how is How.TITLE
    roles = presence.naming.roles
    return titled and bool(roles) and LEADING.isdisjoint(roles) and not presence.actors


def _acts(start: int, stop: int, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether nobody who leads stands between those and a cue, or has them with him: *Scholz with a delegation*."""
    if any(sign in clean[stop : cue.span.start] for sign in ',;:"“”«»'):
        return False
    if _names_leaders(stop, cue.span.start, scene):
        return False
    if scene.between(stop, cue.span.start, "telling", "who", "and"):
        return False
    return not _is_tied(start - BESIDE, start, scene, clean)


def _is_tied(since: int, start: int, scene: Scene, clean: str) -> bool:
    """Whether a word ties them to what stands before: *met with a delegation*, *Ruto and his ministers*."""
    ties = [m for m in scene.between(since, start, *TIES) if len(m.span) and POSTPOSED not in m.flags]
    return any(not _joins_delegates(mark, scene) and not clean.endswith(", ", 0, mark.span.start) for mark in ties[-1:])


def _joins_delegates(tie: Mark, scene: Scene) -> bool:
    """Whether *and* joins them to others like them."""
    stop = tie.span.start
    return tie.meaning == "and" and any(
        0 <= stop - m.span.stop <= JOINED for m in scene.marks if m.meaning == "delegates"
    )


def _is_theirs(start: int, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether they stand right behind a noun, whose it is, or are sent: *talks between delegations*."""
    places = [p for p in scene.presences if 0 <= p.start - cue.span.stop <= 1 and p.naming.sort in PLACES]
    stop = places[0].stop if places and "visit" in cue.flags else cue.span.stop
    near = 0 <= start - stop <= BESIDE and (cue.noun or bool(places))
    return near and (cue.noun or not _is_tied(stop, start, scene, clean))


def _names_leaders(start: int, stop: int, scene: Scene) -> bool:
    """Whether somebody who leads stands in a place."""
    people = (actor for p in scene.presences if start <= p.start < stop for actor in p.actors)
    return any(actor.sort is Sort.PERSON and actor.leads for actor in people)
