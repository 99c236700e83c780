"""Contacts of one leader with each of two others, told of beside one of all three: parts of it, or what it sums up."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.contacts import Status
from telcon.reports.drafts import Draft, Family, is_named_in_headline
from telcon.reports.identities.fitting_contacts import fits
from telcon.reports.identities.uniting import FEWEST, join


def settle_parts(drafts: list[Draft], about: list[Draft | None]) -> None:
    """Make one contact of what is one: talks of three told of once more as those of one with the two others.

    A headline alone may name three whose contacts the article tells of one by one: A、B同C通话 … B也同C通话.
    """
    wholes = [draft for draft in drafts if len(draft.parties.key) >= FEWEST]
    for i, whole in enumerate(wholes):
        same = (d for d in wholes[:i] if d in drafts and _is_same(d, whole))
        if first := next(same, None):
            join(drafts, about, whole, first)
    for whole in [draft for draft in drafts if len(draft.parties.key) >= FEWEST]:
        parts = [d for d in drafts if d.parties.key < whole.parties.key and fits(whole, d.sightings[0])]
        if len(parts) < FEWEST - 1 or frozenset[str]().union(*(d.parties.key for d in parts)) != whole.parties.key:
            continue
        if _are_in_one_breath(parts) and whole.family is Family.PERSON:
            for part in parts:
                join(drafts, about, part, whole)
        elif is_named_in_headline(whole) and _are_apart(parts):
            join(drafts, about, whole, parts[0])


def _is_same(draft: Draft, other: Draft) -> bool:
    """Whether the same people were in the same talks, told of by all of them at once and one by one."""
    told = draft.parties.key == other.parties.key and draft.status is other.status
    return told and draft.family is Family.PERSON and all(fits(draft, sighting) for sighting in other.sightings)


def _are_in_one_breath(parts: Sequence[Draft]) -> bool:
    """Whether one word tells of all, of which nothing says that they came one after the other."""
    first = parts[0].sightings[0]
    one = all(part.sightings[0].cue is first.cue for part in parts)
    return one and first.mood.status is Status.HELD and "respectively" not in first.scene.meanings


def _are_apart(parts: Sequence[Draft]) -> bool:
    """Whether each is told of in a sentence of its own, with its day or who made it."""
    scenes = {part.sightings[0].scene.number for part in parts}
    told = all(p.dating or any("directed" in s.cue.flags for s in p.sightings) for p in parts)
    return told and len(scenes) == len(parts)
