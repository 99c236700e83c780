"""Whether words may speak of a contact that the page told of before, as far as channel, occasion and day go."""

from __future__ import annotations

from datetime import date, timedelta

from telcon.model.contacts import Kind
from telcon.model.dates import Edtf
from telcon.model.mentions import Cue, Sort
from telcon.reports.days.same_days import conflict
from telcon.reports.drafts import Draft, Family, Sighting, family

GOAL = 4
"""Letters between a visit and the place that it leads to."""


def same_family(draft: Draft, cue: Cue) -> bool:
    """Whether a cue may speak of a draft's contact as far as the channel goes."""
    own, other = draft.family, family(cue)
    if cue.noun and cue.kind is Kind.MEETING and any(s.cue.kind is Kind.VIDEO for s in draft.sightings):
        return True
    if cue.kind is Kind.VIDEO and own is Family.PERSON and (_is_of_headline(draft) or _may_be_remote(draft, cue)):
        return True
    if {own, other} == {Family.WRITTEN, Family.REMOTE}:  # 致电祝贺 may tell of a call
        written = [cue] if other is Family.WRITTEN else [s.cue for s in draft.sightings]
        return all("wire" in each.flags for each in written)
    if Family.WRITTEN in (own, other):
        return own is other and _same_occasion(draft, cue)
    return own is other or Family.ANY in (own, other)


def _may_be_remote(draft: Draft, cue: Cue) -> bool:
    """Whether words for a channel tell how talks went that were told of by nouns alone: *Беседа проходит онлайн*."""
    return "channel" in cue.flags and all(s.cue.noun and "visit" not in s.cue.flags for s in draft.sightings)


def _is_of_headline(draft: Draft) -> bool:
    """Whether only a headline told of a contact, by a noun that may stand for a call with pictures too."""
    return all(s.cue.noun and s.scene.sentence.headline and "visit" not in s.cue.flags for s in draft.sightings)


def fits(draft: Draft, sighting: Sighting) -> bool:
    """Whether a cue may speak of a draft's contact as far as channel and day go."""
    return same_family(draft, sighting.cue) and not conflict(draft.dating, sighting.dating)


def _same_occasion(draft: Draft, cue: Cue) -> bool:
    """A message of condolence is not one of congratulation."""
    occasions = {"congratulation", "condolence"}
    told = {flag for s in draft.sightings for flag in s.cue.flags & occasions}
    return not told or not cue.flags & occasions or bool(told & cue.flags)


def is_earlier(draft: Draft, other: Draft) -> bool:
    """Whether a contact was days before another."""
    days = [place_day(d.dating.edtf if d.dating else None) for d in (draft, other)]
    return bool(days[0] and days[1] and (days[1] - days[0]) > timedelta(days=1))


def place_day(value: Edtf | None) -> date | None:
    """The day of a date, in any one year where the page shows none."""
    if value is None or value.stop is None or value.stop.month is None:
        return None
    return value.last_day() or date(2000, value.stop.month, value.stop.day or 1)


def goal_of(sighting: Sighting) -> str | None:
    """The state that a visit leads to."""
    cue = sighting.cue
    if "visit" not in cue.flags:
        return None
    start, place = cue.span.stop, None
    for presence in sighting.scene.presences:
        if 0 <= presence.start - start <= GOAL:
            start, place = presence.stop, presence.naming
            if place.sort is not Sort.PERSON or not cue.noun:
                break
    return place.country if place and place.sort in (Sort.STATE, Sort.CAPITAL) else None
