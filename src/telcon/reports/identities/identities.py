"""Is a sighting one of a contact that the page told of before, of a new one, or of none?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Sort
from telcon.reports.days.same_days import agree, conflict
from telcon.reports.drafts import OPEN, Draft, Family, Sighting, denies_plans, family, is_vague
from telcon.reports.identities.fitting_contacts import GOAL, fits, goal_of, place_day, same_family
from telcon.reports.identities.greetings import is_said
from telcon.reports.identities.other_contacts import (
    by_channel,
    counted_from,
    in_return,
    is_only_time,
    is_returned,
    last_time,
    next_one,
    on_another_day,
    open_contact,
    to_come,
)
from telcon.reports.moods.moods import Mood
from telcon.reports.moods.same_statuses import (
    THIS,
    is_agreed_in,
    is_next,
    is_of_anybody,
    is_told_as_held,
    same_status,
    was_announced,
)
from telcon.reports.parties import ATTENDED, PRESIDED, WEAK, Parties

OWNER = 24
STAY = timedelta(days=5)
"""How long before a meeting a visit may begin."""


def place_sighting(drafts: list[Draft], sighting: Sighting, about: Draft | None, clean: str) -> Draft | None:
    """Find the draft that a sighting belongs to, or open one; None where it tells of no contact that is known.

    `about` is the draft that the page speaks of just now.
    """
    if wanted := _wanted_before(drafts, sighting):
        wanted.wishes.append(sighting)
        return None
    if _is_vain(drafts, sighting) or is_said(drafts, sighting, about):
        return None
    parties = sighting.parties
    if parties is None:
        draft = (
            _unplanned(drafts, sighting, about)
            or by_channel(drafts, sighting)
            or last_time(drafts, sighting, about)
            or in_return(drafts, sighting, about)
            or counted_from(drafts, sighting)
            or _pointed_at(drafts, sighting, about)
            or next_one(drafts, sighting, about)
            or on_another_day(drafts, sighting, about)
        )
        if draft is None and (draft := to_come(drafts, sighting, about, clean)):
            sighting = replace(sighting, parties=draft.parties)
    else:
        known = [draft for draft in drafts if _is_recalled(draft, sighting)]
        if known:
            sighting = replace(sighting, back=True)
        latest = [draft for draft in reversed(drafts) if draft not in known and _same(draft, sighting, about)]
        if not latest and _is_gesture(drafts, sighting):
            return None
        draft = max(latest, key=lambda d: (d.back == sighting.back, d is about), default=None)
        if about and not (draft and draft.status is Status.HELD) and _came_about(about, sighting):
            draft, sighting = about, replace(sighting, mood=Mood(Status.HELD), dating=None, back=about.back)
        draft = draft or _widen(drafts, sighting) or open_contact(drafts, parties)
    if draft and draft.status is Status.HELD and was_announced(draft, sighting):
        sighting = replace(sighting, mood=Mood(Status.HELD))
    if draft and _is_left_hanging(drafts, draft, sighting):
        sighting = replace(sighting, mood=Mood(Status.PROPOSED, sighting.mood.mark))
    if draft:
        draft.add(sighting)
    return draft


def _came_about(about: Draft, sighting: Sighting) -> bool:
    """Whether the contact in hand is what somebody told of or wished for earlier, or went to: *bước ra để đón B*."""
    parties, mark, scene, cue = sighting.parties, sighting.mood.mark, sighting.scene, sighting.cue
    told = not about.weak or is_told_as_held(about, sighting)
    held = told and about.status is Status.HELD and sighting.mood.status in OPEN
    if not held or not parties or parties.key != about.parties.key or not fits(about, sighting) or is_next(sighting):
        return False
    if cue.noun and "loose" in cue.flags and about.family is not Family.PERSON:
        return False
    aim = mark is not None and "purpose" in mark.flags and sighting.dating is None and "visit" not in cue.flags
    aim = aim and parties.how != "subjects"  # they decided to speak again
    start = mark.span.start if mark else cue.span.start
    earlier = scene.between(scene.span.start, min(start, cue.span.start), "again")
    return aim or any("epithet" not in m.flags or m.span.start - scene.span.start <= 1 for m in earlier)


def _is_left_hanging(drafts: Sequence[Draft], draft: Draft, sighting: Sighting) -> bool:
    """Whether a new contact is only to come some other time, after one that was called off: *they would meet again*."""
    if draft.sightings or sighting.dating or sighting.mood.status is not Status.PLANNED:
        return False
    off = (d for d in drafts if d.parties.key == draft.parties.key and d.status is Status.DENIED)
    return any(mark and "cancel" in mark.flags for other in off for mark in other.denials)


def _widen(drafts: Sequence[Draft], sighting: Sighting) -> Draft | None:
    """The contact told of just before, now with the one who presided over it, or with those who took part too."""
    parties = sighting.parties
    if parties and parties.how == ATTENDED and drafts:
        last, both = drafts[-1], Parties((*drafts[-1].parties.actors, *parties.actors), PRESIDED, None, parties.spans)
        if last.family is family(sighting.cue) and last.parties.key.isdisjoint(parties.key) and both.sound:
            last.parties = both
            return last
    for draft in reversed(drafts if parties and parties.how == PRESIDED else ()):
        if parties and draft.parties.key < parties.key and fits(draft, sighting):
            draft.parties = parties
            return draft
    return None


def _is_vain(drafts: Sequence[Draft], sighting: Sighting) -> bool:
    """A bare *not yet* beside a contact that is to come, a vague wish to talk beside a call that was held."""
    mark, status = sighting.mood.mark, sighting.mood.status
    gesture = WEAK in sighting.cue.flags and sighting.cue.kind is Kind.MEETING
    if gesture and (status is Status.PROPOSED or (sighting.dating is None and status in OPEN)):
        return True
    if sighting.parties and is_vague(sighting):
        return True
    same = [d for d in drafts if sighting.parties and d.parties.key == sighting.parties.key]
    vague = sighting.cue.kind is Kind.CONTACT or _is_urged_by_others(sighting)
    if status is Status.PROPOSED and vague and sighting.dating is None:
        return any(d.status is Status.HELD and d.family is Family.REMOTE for d in same)
    if status is not Status.DENIED or not mark or "tight" not in mark.flags:
        return False
    return any(d.status in OPEN for d in same)


def _wanted_before(drafts: Sequence[Draft], sighting: Sighting) -> Draft | None:
    """The call that was held, which one of the two wanted before it: *Trước đó, ông A ngỏ ý muốn nói chuyện với ông B*.

    That is told by the words, or by its being on the same day.
    """
    mark, parties = sighting.mood.mark, sighting.parties
    if sighting.mood.status is not Status.PROPOSED or not mark or "wish" not in mark.flags:
        return None
    fits_call = family(sighting.cue) is (Family.REMOTE if sighting.cue.noun else Family.ANY)
    for draft in drafts if parties and fits_call else ():
        same = parties and draft.parties.key == parties.key and draft.family is Family.REMOTE
        before = sighting.scene.between(sighting.scene.span.start, mark.span.start, "again")
        that_day = not sighting.cue.noun and agree(draft.dating, sighting.dating)
        if same and draft.status is Status.HELD and (before or that_day):
            return draft
    return None


def _is_urged_by_others(sighting: Sighting) -> bool:
    """Whether somebody else wants a contact of those named behind: *allies had long urged A to call B*."""
    mark, parties = sighting.mood.mark, sighting.parties
    if not mark or not parties or "urged" not in mark.flags:
        return False
    return all(span.start >= mark.span.stop for span in parties.spans)


def _is_gesture(drafts: Sequence[Draft], sighting: Sighting) -> bool:
    """Whether weak words without a day stand beside a contact of the same people: they open none of their own."""
    if WEAK not in sighting.cue.flags or sighting.dating or not sighting.parties:
        return False
    return any(draft.parties.key >= sighting.parties.key for draft in drafts)


def _same(draft: Draft, sighting: Sighting, about: Draft | None) -> bool:
    parties = sighting.parties
    if not parties or draft.parties.key != parties.key or not same_family(draft, sighting.cue):
        return False
    if draft.family is Family.WRITTEN and _answers(draft, parties) and not _is_in_letter(draft, sighting):
        return False
    apart = conflict(draft.dating, sighting.dating) and not _arrives(draft, sighting)
    apart = apart or _is_asked_over(draft, sighting)
    if apart or not same_status(draft, sighting):
        return False
    if is_returned(draft, sighting):
        return False
    if _is_told_before(draft, sighting) or _is_returned(draft, sighting) or _is_visit_back(draft, sighting):
        return False
    answered = draft.family is Family.WRITTEN and about is not None and _answers(about, draft.parties)
    known = sighting.dating is not None and len({s.scene.number for s in draft.sightings}) > 1
    back = (
        sighting.back
        and not answered
        and not _is_part_of_stay(sighting)
        and (about is None or about.parties.key == parties.key or known)
    )
    return not (back and not draft.back and not agree(draft.dating, sighting.dating))


def _is_part_of_stay(sighting: Sighting) -> bool:
    """Whether a host did something for his guest that day: *Trước đó, ông A chủ trì lễ đón ông B*."""
    return sighting.dating is None and "host" in sighting.cue.flags


def _arrives(draft: Draft, sighting: Sighting) -> bool:
    """Whether somebody is to come to the other one's country some days before they are to meet."""
    first, day = (place_day(dating.edtf if dating else None) for dating in (sighting.dating, draft.dating))
    if sighting.mood.status not in OPEN or draft.status not in OPEN or sighting.cue.noun or not first or not day:
        return False
    return (
        goal_of(sighting) in {actor.country for actor in draft.parties.actors} and timedelta(0) <= day - first <= STAY
    )


def _is_asked_over(draft: Draft, sighting: Sighting) -> bool:
    """Whether one of those who met, as the article told, invites the other to come to him."""
    parties, mark = sighting.parties, sighting.mood.mark
    if not parties or parties.how != "invited" or not mark or mark.meaning not in ("invited", "accepted"):
        return False
    told = (s for s in draft.sightings if not s.scene.sentence.headline and s.scene is not sighting.scene)
    met = any(
        s.parties and s.parties.how != "invited" and s.mood.status is Status.HELD and "visit" not in s.cue.flags
        for s in told
    )
    return met and draft.status is Status.HELD


def _is_recalled(draft: Draft, sighting: Sighting) -> bool:
    """Whether a contact *once* was, before that of the same people which the article told of: *hai ông từng gặp*."""
    mark, parties = sighting.mood.mark, sighting.parties
    if not mark or "once" not in mark.flags or not parties or draft.parties.key != parties.key:
        return False
    told = (s for s in draft.sightings if s.parties and not s.scene.sentence.headline)
    first = any(s.scene is not sighting.scene and not (s.mood.mark and "once" in s.mood.mark.flags) for s in told)
    apart = first and not agree(draft.dating, sighting.dating)
    return apart and draft.status is Status.HELD and same_family(draft, sighting.cue)


def _is_told_before(draft: Draft, sighting: Sighting) -> bool:
    """Whether the sentence dates the draft's contact by this one: *cuộc gọi diễn ra sau khi hai ông gặp nhau*."""
    last = draft.sightings[-1] if draft.sightings else None
    if not sighting.aside or not last or last.scene is not sighting.scene or last.aside or "visit" in last.cue.flags:
        return False
    marks = sighting.scene.between(last.cue.span.stop, sighting.cue.span.start, "when", "telling")
    return [mark.meaning for mark in marks] == ["when"] and "past" in marks[0].flags


def _is_returned(draft: Draft, sighting: Sighting) -> bool:
    """Whether the other side invites in its turn, once the first invitation was taken up."""
    last, parties = draft.sightings[-1] if draft.sightings else None, sighting.parties
    if not last or not last.parties or not parties or last.parties.how != parties.how or parties.how != "invited":
        return False
    scene, cue = sighting.scene, sighting.cue
    here = last.scene is scene and scene.between(last.cue.span.stop, cue.span.start, "accepted")
    return bool(draft.accepted or here) and last.parties.caller != parties.caller


def _is_visit_back(draft: Draft, sighting: Sighting) -> bool:
    """Whether the other side is to go the other way: *tháng Tư sang Bắc Kinh, cuối năm ông Tập thăm Mỹ*.

    So is who goes to the other one's country, where the two are to meet in a third one.
    """
    if _is_mutual(draft, sighting):
        return False
    ways = {goal_of(s) or _third_state(s) for s in draft.sightings if s.mood.status in OPEN} - {None}
    goal = goal_of(sighting)
    return sighting.mood.status in OPEN and goal is not None and bool(ways) and goal not in ways


def _is_mutual(draft: Draft, sighting: Sighting) -> bool:
    """Whether each of the two invites the other, and none has yet taken it up."""
    told = [s.mood.mark for s in (*draft.sightings, sighting)]
    return not draft.accepted and all(mark and mark.meaning == "invited" for mark in told)


def _third_state(sighting: Sighting) -> str | None:
    """The state behind a cue in which two who lead others are to meet: *sẽ gặp ông A bên lề hội nghị ở Hàn Quốc*."""
    own = {actor.country for actor in sighting.parties.actors} if sighting.parties else set()
    behind = [p for p in sighting.scene.presences if p.start >= sighting.cue.span.stop]
    places = (p for p in behind if p.naming.sort in (Sort.STATE, Sort.CAPITAL) and p.naming.country not in own)
    placed = (p for p in places if sighting.scene.between(p.start - GOAL, p.start, "within"))
    return next((p.naming.country for p in placed), None) if own else None


def _is_in_letter(draft: Draft, sighting: Sighting) -> bool:
    """Whether a greeting is the words of the message that its sentence told of: *In a telegram, A wished B well*."""
    return "greeting" in sighting.cue.flags and draft.sightings[-1].scene is sighting.scene


def _answers(draft: Draft, other: Parties) -> bool:
    """Whether each wrote to the other: two messages, not one. *Letters went back and forth* does not tell who wrote."""
    told = (draft.parties, *(s.parties for s in draft.sightings if s.parties))
    caller = next((parties.caller for parties in told if parties.caller), None)
    return bool(caller and other.caller and caller.key != other.caller.key)


def _pointed_at(drafts: Sequence[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """A cue that names nobody speaks of the contact in hand, else of the latest that those named here took part in."""
    flags, status = sighting.cue.flags, sighting.mood.status
    if not flags & {"noun", "channel"} or status is None or ("plural" in flags and status is not Status.HELD):
        return None
    if (status in OPEN and _is_only_place(sighting)) or _is_of_journey(sighting):
        return None
    named = {p.leader.key for p in sighting.scene.presences if p.leader and p.leader.leads}
    ranked = _just_told(drafts, sighting) + ([about] if about else []) + list(reversed(drafts))
    told = sighting.mood.status if sighting.mood.mark else None
    if status is Status.DENIED and _means_this(sighting):
        ranked = sorted(drafts, key=lambda d: -d.sightings[-1].scene.number)
    fitting = [
        d
        for d in ranked
        if fits(d, sighting)
        and ("visit" not in flags or any("visit" in s.cue.flags for s in d.sightings) or _is_put_off(d, sighting))
        and not (
            told in OPEN and d.status is Status.HELD and (is_next(sighting) or is_of_anybody(sighting) or not d.weak)
        )
        and not ("channel" in flags and status is Status.HELD and d.status in OPEN)
        and not is_agreed_in(d, sighting)
        and not (is_only_time(sighting) and d.status in OPEN)
        and not _is_of_others(d, sighting)
    ]
    if sighting.mood.mark and "cancel" in sighting.mood.mark.flags:
        fitting = [d for d in fitting if not _was_held(d)]
        fitting.sort(key=lambda d: d.status not in OPEN)
    if sighting.mood.status is Status.HELD:
        fitting.sort(key=lambda d: (d.status in OPEN, d.family is Family.PERSON and sighting.cue.kind is Kind.CONTACT))
    return next((d for d in fitting if not named or named & d.parties.key), None)


def _was_held(draft: Draft) -> bool:
    """Whether it is told in so many words that a contact was held."""
    told = (s for s in draft.sightings if s.mood.status is Status.HELD)
    return any("past" in s.cue.flags or (s.mood.mark and s.mood.mark.meaning == "held") for s in told)


def _is_of_others(draft: Draft, sighting: Sighting) -> bool:
    """Whether a noun says whose visit it was, who took no part in a draft's: *sau chuyến thăm của người tiền nhiệm*."""
    cue, scene = sighting.cue, sighting.scene
    ties = scene.between(cue.span.stop, cue.span.stop + OWNER, "of") if "visit" in cue.flags else []
    owners = {p.leader.key for p in scene.presences if p.leader and ties and 0 <= p.start - ties[0].span.stop <= 1}
    return bool(owners) and owners.isdisjoint(draft.parties.key)


def _is_only_place(sighting: Sighting) -> bool:
    """Whether a noun only tells where others are planned that stand behind it: *на саммите намечено пять встреч*."""
    cue, scene = sighting.cue, sighting.scene
    return cue.noun and any("plural" in other.flags and other.span.start > cue.span.stop for other in scene.cues)


def _is_of_journey(sighting: Sighting) -> bool:
    """Whether a noun only says of what kind the visit was that an act behind it tells of: *с визитом побывал А*."""
    cue, scene = sighting.cue, sighting.scene
    acts = (other for other in scene.cues if other.span.start >= cue.span.stop and not other.noun)
    act = next(acts, None)
    beside = scene.between(scene.span.start, cue.span.start, "with")[-1:]
    tied = any(not any(p.leader for p in scene.presences if m.span.stop <= p.start < cue.span.start) for m in beside)
    return tied and act is not None and "visit" in cue.flags & act.flags


def _is_put_off(draft: Draft, sighting: Sighting) -> bool:
    """Whether the journey to a meeting is called off: *dự định gặp …, nhưng chuyến đi bị hoãn*."""
    return sighting.mood.status is Status.DENIED and draft.status in OPEN and draft.family is Family.PERSON


def _just_told(drafts: Sequence[Draft], sighting: Sighting) -> list[Draft]:
    """The one contact that the sentence before told of, where the next of its paragraph opens with a noun for it."""
    scene, start = sighting.scene, sighting.cue.span.start
    if scene.first or start - scene.span.start > 1 or "plural" in sighting.cue.flags:
        return []
    told = [d for d in drafts for s in d.sightings if s.scene.number == scene.number - 1 and not s.aside]
    return told if len(set(map(id, told))) == 1 else []


def _unplanned(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """The denial that anything is planned, beside the plan that somebody else tells of."""
    mark = sighting.mood.mark
    if sighting.mood.status is not Status.DENIED or not mark or not mark.flags & {"plans", "none"}:
        return None
    draft = _pointed_at(drafts, sighting, about)
    if draft is None or draft.status not in OPEN or (_means_this(sighting) and not denies_plans(sighting)):
        return None
    twin = next((d for d in drafts if d.parties.key == draft.parties.key and d.status is Status.DENIED), None)
    return twin or open_contact(drafts, draft.parties)


def _means_this(sighting: Sighting) -> bool:
    """Whether the words speak of the contact told of just before: *cuộc gặp như vậy*."""
    stop = sighting.cue.span.stop
    return bool(sighting.scene.between(stop, stop + THIS, "this"))


def find_addressee(parties: Parties) -> Actor | None:
    """To whom a message went, where one wrote to one."""
    others = [actor for actor in parties.actors if parties.caller and actor != parties.caller]
    return others[0] if len(others) == 1 else None
