"""Which side asked for a contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Cue, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.callers import DISTANT, Asked, find_caller, find_caller_beside
from telcon.reports.drafts import OPEN, Draft, Family, Sighting, family
from telcon.reports.parties import REQUESTED, WEAK
from telcon.reports.scenes import Presence, Scene

CLOSE, ASKED, NEXT, NEAR = 8, 30, 1, 2
WHICH, TIGHT = 12, 12
"""Letters of what opens a clause about a contact (*, which the*); before words for asking, of a denial of them."""
UNNAMED = ("asked_by_other", "asks_who", "answers_who")
"""Meanings that name nobody by themselves."""
TOLD = ("invited", "thanked", "reached", "came", "sent", REQUESTED)
"""Constraints by which a page tells who came to whom."""


def choose_initiator(draft: Draft, aside: Iterable[Scene] = (), others: Set[Span] = frozenset()) -> Asked | None:
    """Who asked in so many words, else who dialled, wrote or invited; None where the page does not say.

    `aside` are sentences about the contact without a word for it, where a few words tell it: *Инициатором стал A*.
    `others` are where words for other contacts stand: who asked is told of the nearest one.
    """
    countries = {actor.country for actor in draft.parties.actors}
    sides, returned = {*countries, "mutual"}, draft.family is Family.PERSON and draft.status in OPEN
    scenes = {s.scene.number: s.scene for s in draft.sightings}
    own = {s.cue.span for s in draft.sightings}
    for number in sorted(scenes):
        for asked in _said(scenes[number], returned=returned):
            if asked.side in sides and _is_of(asked, scenes[number], own, others):
                return asked
    beside = list(aside)
    for scene in beside:
        rules = {mark.rule for mark in scene.marks if "alone" in mark.flags or _speaks_of(scene, draft, mark)}
        for asked in _said(scene, returned=returned) if rules else ():
            if asked.side in sides and asked.rule in rules:
                return asked
    told = {**scenes, **{scene.number: scene for scene in beside}}
    for asked in _answered([told[number] for number in sorted(told)]):
        if asked.side in countries:
            return asked
    acted = find_caller(draft) or _asked_of(draft) or _acted(draft) or _wanted(draft)
    return acted or find_caller_beside(draft, beside, others)


def _speaks_of(scene: Scene, draft: Draft, mark: Mark) -> bool:
    """Whether a sentence has a word for a contact; *talks* may be a call, where they are not what is asked for."""
    if any(family(cue) in (draft.family, Family.ANY) for cue in scene.cues):
        return True
    named = mark.meaning == "asked_by_following" or "final" in mark.flags
    return named and any(cue.noun and "visit" not in cue.flags for cue in scene.cues)


def _answered(scenes: Iterable[Scene]) -> Iterator[Asked]:
    """Whoever is named in answer to who asked, in the same sentence or the next: *由谁发起？……是美方*."""
    open_since = -NEXT - 1
    for scene in scenes:
        for mark in scene.marks:
            if mark.meaning == "asks_who":
                open_since = scene.number
            elif mark.meaning == "answers_who" and scene.number - open_since <= NEXT:
                presence = _behind(scene, mark.span)
                if presence and (country := _country(presence)):
                    yield Asked(country, (mark.span, presence.naming.span), mark.rule)


def _is_of(asked: Asked, scene: Scene, own: Set[Span], others: Set[Span]) -> bool:
    """Whether no word for another contact stands nearer to the words that tell who asked than one for this."""
    place = asked.spans[0]
    cues = [cue.span for cue in scene.cues if cue.span in own or cue.span in others]
    nearest = min(cues, key=lambda span: max(place.start - span.stop, span.start - place.stop), default=None)
    gestures = {cue.span for cue in scene.cues if WEAK in cue.flags}
    return nearest is None or (nearest in own and nearest not in gestures)


def _said(scene: Scene, *, returned: bool) -> Iterator[Asked]:
    """Who asked, in so many words; `returned`: an invitation in return counts, to a meeting that is still to come."""
    for mark in scene.marks:
        if "returned" in mark.flags and not returned:
            continue
        if mark.meaning == "by" and (asker := _asker_behind(scene, mark.span)) and (own := _country(asker)):
            yield Asked(own, (mark.span, asker.naming.span), mark.rule)
        if mark.sheet != "initiators" or mark.meaning in UNNAMED or _is_denied(scene, mark):
            continue
        if mark.meaning == "mutual":
            yield Asked("mutual", (mark.span,), mark.rule)
            continue
        asks = mark.meaning == "asked_by_preceding" and "final" not in mark.flags
        told = asks and (_before_cue(scene, mark.span) or _in_clause_about(scene, mark.span))
        if (asks and not told) or "closes" in mark.flags:
            continue
        if mark.meaning == "asked_by_between" and not _asked_behind(scene, mark.span):
            continue
        presence = _asker(scene, mark)
        side = _side(presence) if presence else None
        if presence and side:
            yield Asked(side, (mark.span, presence.naming.span), mark.rule)


def _asker(scene: Scene, mark: Mark) -> Presence | None:
    """Whoever asked: before or behind the words, as their meaning has it; either, where they are `inverted`."""
    if mark.meaning != "asked_by_preceding":
        return _behind(scene, mark.span)
    behind = _behind(scene, mark.span) if "inverted" in mark.flags else None
    tied = behind and scene.between(mark.span.stop, behind.start, "with", "to", "and")
    return behind if behind and not tied else _before(scene, mark.span, over="self" in mark.flags)


def _in_clause_about(scene: Scene, span: Span) -> bool:
    """Whether a clause that tells who asked stands right behind a contact: *the call, which Macron requested*."""
    asker = next((p.start for p in scene.presences if 0 <= span.start - p.stop <= 1), None)
    return asker is not None and any(c.noun and 0 <= asker - c.span.stop <= WHICH for c in scene.cues)


def _is_denied(scene: Scene, mark: Mark) -> bool:
    """Whether nobody asked: *phía Mỹ chưa đưa ra đề nghị nào*, not *не встретились, но по просьбе А …*."""
    span, reach = mark.span, 1 if mark.meaning == "asked_by_following" else TIGHT
    denied = scene.between(max(scene.span.start, span.start - ASKED), span.start, "denied")
    return any("tight" not in m.flags or span.start - m.span.stop <= reach for m in denied)


def _asked_of(draft: Draft) -> Asked | None:
    """The partner of the one who acts *at request*, or takes up the wish for a call."""
    for sighting in draft.sightings:
        actors, cue = sighting.parties.actors if sighting.parties else (), sighting.cue
        if family(cue) is Family.PERSON and len(actors) == 2 and (asked := _taken_up(sighting, actors)):
            return asked
        for mark in sighting.scene.marks if len(actors) == 2 and family(cue) in DISTANT else ():
            taken = mark.meaning == "accepted" and 0 <= cue.span.start - mark.span.stop <= CLOSE
            if actors[1].country and (mark.meaning == "asked_by_other" or taken):
                return Asked(actors[1].country, (mark.span, cue.span), mark.rule)
    return None


def _taken_up(sighting: Sighting, actors: tuple[Actor, ...]) -> Asked | None:
    """Who invited the one who takes it up: *ông A nhận lời sang thăm ông B*; of a visit the page tells no more."""
    mark, cue, scene = sighting.mood.mark, sighting.cue, sighting.scene
    if mark and "purpose" in mark.flags:  # accepted an invitation from A to meet
        mark = next(iter(scene.between(scene.span.start, mark.span.start, "accepted")[-1:]), mark)
    if mark is None or mark.meaning != "accepted" or mark.span.stop > cue.span.start:
        return None
    people = (p for p in reversed(scene.presences) if p.leader and p.stop <= mark.span.start)
    guest = next(people, None) or _before(scene, mark.span)
    country = _country(guest) if guest else None
    hosts = [actor.country for actor in actors if actor.country != country]
    return Asked(hosts[0], (mark.span, cue.span), mark.rule) if len(hosts) == 1 and hosts[0] else None


def _behind(scene: Scene, span: Span) -> Presence | None:
    bare = any(m.span == span for m in scene.between(span.start, span.stop, "asked_by_other"))
    reach = 1 if bare else CLOSE  # theo lời mời, ông A điện đàm với ông B
    return next((p for p in scene.presences if 0 <= p.start - span.stop <= reach and _side(p)), None)


def _before(scene: Scene, span: Span, *, over: bool = False) -> Presence | None:
    """The nearest side before a word, not the one to whom somebody else turned: 河内向渥太华提出.

    `over`: nor one with whom somebody else acts: *A spoke with B at his own request*.
    """
    before = [p for p in reversed(scene.presences) if p.stop <= span.start and _country(p)]
    start = before[0].start if before else 0
    reached = any("ahead" in m.flags for m in scene.between(start - NEAR, start, "to"))
    reached = reached or (over and any(start - m.span.stop <= 1 for m in scene.between(start - ASKED, start, "with")))
    return next(iter(before[1:] if reached else before), None)


def _asked_behind(scene: Scene, span: Span) -> bool:
    """Whether a word of asking follows the actor: *do phía Nga đề nghị*, not *do phía Nga gây ra*."""
    words = (m.span.start for m in scene.marks if m.meaning == "asked_by_preceding")
    asker = _behind(scene, span)
    reach = max(span.stop + ASKED, asker.stop + CLOSE if asker else 0)
    return any(span.stop < start <= reach for start in words)


def _asker_behind(scene: Scene, span: Span) -> Presence | None:
    """Whoever is named between a word for *by* and one for asking: *do Ankara khởi xướng*."""
    asker = next((p for p in scene.presences if 0 <= p.start - span.stop <= 1), None)
    asking = scene.between(asker.stop, asker.stop + ASKED, "asked_by_preceding") if asker else ()
    return asker if any(mark.span.start - asker.stop <= CLOSE for mark in asking if asker) else None


def _before_cue(scene: Scene, span: Span) -> bool:
    return any(0 <= cue.span.start - span.stop <= CLOSE for cue in scene.cues)


def _side(presence: Presence) -> str | None:
    """The one side that is named, or both: *theo sáng kiến của cả hai bên*."""
    both = presence.naming.sort is Sort.GROUP and len(presence.actors) > 1
    return "mutual" if both else _country(presence)


def _country(presence: Presence) -> str | None:
    return presence.actors[0].country if len(presence.actors) == 1 else None


def _acted(draft: Draft) -> Asked | None:
    if together := [s.cue for s in draft.sightings if "mutual" in s.cue.flags]:
        return Asked("mutual", (together[0].span,), together[0].rule)
    if invited := _invited_both_ways(draft):
        return invited
    for sighting in draft.sightings:
        caller = sighting.parties.caller if sighting.parties else None
        met = family(sighting.cue) is Family.PERSON
        acts = sighting.cue.flags & {"directed", "received"} and not (met and "passive" in sighting.cue.flags)
        acts = acts or sighting.cue.kind is Kind.MESSAGE
        if caller and sighting.parties and caller not in sighting.parties.actors:
            acts = True  # a third one called on two to meet
        acts = acts or bool(sighting.parties and sighting.parties.how in TOLD and not (met and _is_thanked(sighting)))
        acts = acts or bool(sighting.parties and sighting.parties.how == "called upon" and draft.status in OPEN)
        if caller and caller.country and acts and not _is_undone(sighting):
            return Asked(caller.country, (sighting.cue.span,), sighting.cue.rule)
    if wished := _wished(draft):
        return wished
    if mutual := [s for s in draft.sightings if s.mood.mark and s.mood.mark.meaning == "invited" and _both_act(s)]:
        return Asked("mutual", (mutual[0].cue.span,), mutual[0].cue.rule)
    agreed = [mark for i, s in enumerate(draft.sightings) if s.parties or not i for mark in _agreed(s)]
    if agreed and draft.status in (Status.PLANNED, Status.PROPOSED):
        return Asked("mutual", (agreed[0].span,), agreed[0].rule)
    return None


def _is_thanked(sighting: Sighting) -> bool:
    """Whether somebody gave thanks for it: of a meeting that does not tell who asked."""
    return sighting.parties is not None and sighting.parties.how == "thanked"


def _agreed(sighting: Sighting) -> Iterator[Mark]:
    """The words before a contact by which those who are to take part agree to it, not others who speak of it."""
    spans = sighting.parties.spans if sighting.parties else ()
    for mark in sighting.scene.between(sighting.scene.span.start, sighting.cue.span.start, "planned"):
        others = spans and all(span.start > mark.span.stop for span in spans)
        if "agreed" in mark.flags and not others:
            yield mark


def _is_undone(sighting: Sighting) -> bool:
    """Whether the act itself is denied, so that nobody asked: *sẽ không gọi*; a call that was not taken was made."""
    flags = sighting.mood.mark.flags if sighting.mood.mark else frozenset[str]()
    if sighting.parties and sighting.parties.how == REQUESTED:
        return False
    denied = sighting.mood.status is Status.DENIED and family(sighting.cue) is Family.REMOTE
    return denied and "tight" in flags and "untaken" not in flags


def _invited_both_ways(draft: Draft) -> Asked | None:
    """Both sides, where each wants to receive the other."""
    hosts: dict[str, Cue] = {}
    for sighting in draft.sightings if draft.status in (Status.PLANNED, Status.PROPOSED) else ():
        caller, cue = sighting.parties.caller if sighting.parties else None, sighting.cue
        receives = sighting.parties and (sighting.parties.how == "invited" or "host" in cue.flags)
        if caller and caller.country and receives:
            hosts.setdefault(caller.country, cue)
    cues = list(hosts.values())
    return Asked("mutual", tuple([cue.span for cue in cues]), cues[-1].rule) if len(cues) > 1 else None


def _wished(draft: Draft) -> Asked | None:
    """Of a contact to come, the side that wants it."""
    countries = {actor.country for actor in draft.parties.actors}
    for sighting in draft.sightings:
        mark = _wish_before(sighting) or sighting.mood.mark
        wished = mark and "wish" in mark.flags and not _is_denied(sighting.scene, mark)
        if mark and "dated" in mark.flags and sighting.mood.status is Status.PLANNED:
            continue
        if mark and wished and draft.status in (Status.PROPOSED, Status.PLANNED):
            parties, cue = sighting.parties, sighting.cue
            acts = parties and not cue.noun and parties.before(cue) < mark.span.start < cue.span.start
            if parties and parties.caller and parties.caller.country and acts:
                return Asked(parties.caller.country, (mark.span, cue.span), mark.rule)
            if _both_act(sighting, mark):
                return Asked("mutual", (mark.span, cue.span), mark.rule)
            presence = _owner(sighting.scene, mark) or _before(sighting.scene, mark.span)
            country = _country(presence) if presence else None
            if presence and country and country in countries:
                return Asked(country, (mark.span, presence.naming.span), mark.rule)
    return None


def _wanted(draft: Draft) -> Asked | None:
    """Of a call that was held, the side that had wanted it."""
    for wish in draft.wishes:
        caller, mark = wish.parties.caller if wish.parties else None, wish.mood.mark
        if caller and caller.country and mark:
            return Asked(caller.country, (mark.span, wish.cue.span), mark.rule)
    return None


def _wish_before(sighting: Sighting) -> Mark | None:
    """The wish on which a word for what may be hangs: *ông A hy vọng tuần này có thể đón ông B*."""
    mood, scene = sighting.mood.mark, sighting.scene
    if mood is None or mood.meaning not in ("proposed", "planned") or mood.flags & {"wish", "agreed"}:
        return None
    before = [m for m in scene.between(mood.span.start - ASKED, mood.span.start, "proposed") if "wish" in m.flags]
    named = before and any(before[-1].span.stop <= p.start < mood.span.start for p in scene.presences)
    return before[-1] if before and not named else None


def _owner(scene: Scene, mark: Mark) -> Presence | None:
    """Whose wish it is, where he stands right behind the word for it: *о намерении Шольца позвонить*."""
    behind = (p for p in scene.presences if 0 <= p.start - mark.span.stop <= 1)
    return next(behind, None) if "owned" in mark.flags else None


def _both_act(sighting: Sighting, wish: Mark | None = None) -> bool:
    """Whether all who are to take part are named as those who want it: *hai ông hẹn gặp lại*.

    So they are not behind the `wish` of one of them: *Yudhoyono suggests that they meet*.
    """
    parties = sighting.parties
    if not parties or parties.how != "subjects":
        return False
    acting = [p for p in sighting.scene.presences if p.naming.span in parties.spans]
    if wish and any(p.start >= wish.span.stop for p in acting) and _before(sighting.scene, wish.span):
        return False
    return {actor.key for p in acting for actor in p.actors} >= parties.key
