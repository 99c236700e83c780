"""Words for a contact beside one of two leaders, or nobody; the sentences beside theirs name who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Kind
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft, Family, Sighting, family, is_vague
from telcon.reports.participants.next_sentences import ends_alone
from telcon.reports.participants.party_finding import PartyFinder
from telcon.reports.parties import WEAK, Parties
from telcon.reports.people.runs import DONE
from telcon.reports.scenes import Presence, Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

PAIR, CLOSE, OPENS, HEAD, JOINED, REACH = 2, 1, 3, 25, 5, 2
ENDS = frozenset(",;:.!?…“”«»\"'()—–")
ELSEWHERE = frozenset({"visit", "close", "together", "plural", "summit", "nth", WEAK})
"""Flags of words that tell of a contact only with those named beside them, or that have rules of their own."""
TIES = ("with", "to", "from", "by")


def open_beside(story: Story) -> None:
    """Words left over that may tell of a contact tell of the only two leaders named in their sentence and beside it."""
    for sighting in list(story.pending):
        parties = _find_two(story, sighting) if _may_tell(story, sighting) else None
        told = [draft for draft in story.drafts if parties and draft.parties.key == parties.key]
        if parties and (told or _stands_alone(sighting)) and all(_tells_more(sighting, draft) for draft in told):
            story.pending.remove(sighting)
            story.place(replace(sighting, parties=parties))


def _tells_more(sighting: Sighting, draft: Draft) -> bool:
    """Whether words right beside a contact whose channel is not told tell that: *设午宴，宾主交换看法*."""
    near = any(abs(s.scene.number - sighting.scene.number) <= 1 for s in draft.sightings)
    kinds = {s.cue.kind for s in draft.sightings}
    finer = kinds == {Kind.CALL} and sighting.cue.kind in (Kind.PHONE, Kind.VIDEO)
    return near and (finer or (draft.family is Family.ANY and family(sighting.cue) is not Family.ANY))


def _stands_alone(sighting: Sighting) -> bool:
    """Whether words may open a contact, a channel only by which a leader is told: *nói với ông qua điện thoại*."""
    scene, start = sighting.scene, sighting.cue.span.start
    if "channel" not in sighting.cue.flags:
        return "behind" not in sighting.cue.flags
    told = [mark.span.stop for mark in scene.between(scene.span.start, start, "with", "to")]
    return any(p.leader and 0 <= p.start - tie <= CLOSE for p in scene.presences for tie in told)


def _may_tell(story: Story, sighting: Sighting) -> bool:
    """Whether words that found nobody may be of two who are named elsewhere: nobody else is in reach."""
    cue, scene = sighting.cue, sighting.scene
    if is_vague(sighting) or sighting.back or story.rounds.tells_of(sighting) or not cue.flags.isdisjoint(ELSEWHERE):
        return False
    days = story.dater.days_in(scene.number)
    if any(map(_is_another, scene.presences)) or _is_with_another(cue, scene, story.clean, days):
        return False
    owning = [mark.span.start for mark in scene.marks if mark.meaning == "possessive"]
    owners = [p for p in scene.presences if p.stop in owning]
    # met neither A's dog nor his cat; A's wife Sara spoke with B
    owned = any(p.start >= cue.span.stop or (not cue.noun and p is scene.presences[0]) for p in owners)
    if owned or not ends_alone(sighting, story):
        return False
    if cue.noun:
        own = len(_find_leaders(story, [scene]))
        opens = cue.span.start - scene.span.start <= HEAD and not own
        return opens if cue.kind is Kind.MESSAGE else "loose" not in cue.flags and own < PAIR
    return _is_of_two(cue, scene) or ("partner" not in cue.flags and _is_of_leader(story, sighting))


def _is_another(presence: Presence) -> bool:
    """Whether somebody who does not lead is named, who may be the one in contact."""
    naming = presence.naming
    if presence.leader:
        return not presence.leader.leads
    if naming.sort is not Sort.PERSON:
        return False
    return bool(naming.name) or (bool(naming.roles) and LEADING.isdisjoint(naming.roles))


def _is_with_another(cue: Cue, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether somebody whom no naming means stands behind an act or behind a word of tying: *接见农民*."""
    stop = next((i for i in range(cue.span.stop, scene.span.stop) if clean[i] in ENDS), scene.span.stop)
    start = next((i for i in range(cue.span.start, scene.span.start, -1) if clean[i - 1] in ENDS), scene.span.start)
    ahead = [mark for mark in scene.between(start, cue.span.start, *TIES) if "ahead" in mark.flags]
    ties = [mark.span.stop for mark in (*ahead, *scene.between(cue.span.stop, stop, *TIES))]
    if not cue.noun and not cue.flags.isdisjoint(DONE) and clean[cue.span.stop : stop].strip():
        ties.append(cue.span.stop)
    known = [p.start for p in scene.presences] + [m.span.start for m in scene.marks if m.sheet == "status"]
    known += [day.start for day in days]
    return any(not any(0 <= start - tie <= CLOSE for start in known) for tie in ties)


def _is_of_two(cue: Cue, scene: Scene) -> bool:
    """Whether *they* or *the two* stand before an act."""
    groups = [p for p in scene.presences if p.naming.sort is Sort.GROUP and p.stop <= cue.span.start]
    return any(p.naming.size in (0, PAIR) for p in groups)


def _is_of_leader(story: Story, sighting: Sighting) -> bool:
    """Whether a leader acts, or the act opens the sentence or the quotation and leaves open who did it."""
    cue, scene = sighting.cue, sighting.scene
    leaders = [p for p in scene.presences if p.leader and p.leader.leads]
    own = _find_leaders(story, [scene])
    if cue.kind is Kind.MEETING and cue.flags.isdisjoint(DONE):
        return False  # *Олаф Шольц в это время обедал*
    if len(own) == PAIR and not _stand_together(leaders, cue, scene, story.clean):
        return False
    if "answered" in cue.flags:
        return any(p.start >= cue.span.stop for p in leaders)
    finder = PartyFinder(scene, story.clean, story.cast, story.resolver.memory, story.dater.days_in(scene.number))
    acting, partners = finder.runs.subjects(cue), finder.partners.of(cue)
    if acting and finder.runs.actors(partners):
        return False  # both sides are told, and do not make a contact
    opening = [q.span.start for q in story.mentions.quotations if q.span.covers(cue.span)]
    if cue.span.start - max([scene.span.start, *opening]) <= OPENS:
        return True
    if cue.kind is not Kind.CONTACT and cue.flags.isdisjoint(DONE) and not scene.presences:
        return True
    actors = finder.runs.actors(next(iter(acting), partners))
    alone = cue.kind is Kind.CONTACT and (len(own) < PAIR or sighting.mood.mark is not None)
    return bool(actors) and all(actor.leads for actor in actors) and not alone


def _stand_together(leaders: Sequence[Presence], cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether no clause of his own parts one of two leaders from an act, and no word for *and* joins them."""
    one, other = leaders[0], next(p for p in leaders if p.leader != leaders[0].leader)
    apart = one.stop <= cue.span.start <= other.start and not ENDS.isdisjoint(clean[cue.span.stop : other.start])
    gap = clean[one.stop : other.start]
    return not apart and ("," in gap or not scene.between(one.stop, other.start, "and") or len(gap) > JOINED)


def _find_two(story: Story, sighting: Sighting) -> Parties | None:
    """The only two leaders of the sentence, else of it and those beside it, else of two on each side."""
    number = sighting.scene.number
    for reach in range(REACH + 1):
        people = _find_leaders(story, story.scenes[max(number - reach, 0) : number + reach + 1])
        if len(people) >= PAIR:
            parties = Parties(people, "near", _find_caller(sighting, people))
            return parties if len(people) == PAIR and parties.sound else None
    return None


def _find_caller(sighting: Sighting, people: Sequence[Actor]) -> Actor | None:
    """Who reached the other one: the only one before the act, or the other one where he was reached."""
    cue = sighting.cue
    if cue.noun or cue.flags.isdisjoint(("directed", "received")):
        return None
    before = each_once([p.leader for p in sighting.scene.presences if p.leader in people and p.stop <= cue.span.start])
    if len(before) != 1 or "received" not in cue.flags:
        return before[0] if len(before) == 1 else None
    return next(actor for actor in people if actor != before[0])


def _find_leaders(story: Story, scenes: Sequence[Scene]) -> tuple[Actor, ...]:
    """The leaders whom sentences name outside quotations."""
    told = [p for scene in scenes for p in scene.presences if p.leader and p.leader.leads and not p.naming.size]
    quotations = story.mentions.quotations if told else ()
    return each_once([p.leader for p in told if p.leader and not any(q.span.covers(p.naming.span) for q in quotations)])
