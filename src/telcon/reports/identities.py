"""Is a sighting one of a contact that the page told of before, of a new one, or of none?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from telcon.mentions.dates import Calendar
from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.model.dates import Edtf
from telcon.model.mentions import Cue, Sort
from telcon.reports.drafts import OPEN, Draft, Family, Sighting, denies_plans, family, is_vague
from telcon.reports.moods import Mood
from telcon.reports.parties import ATTENDED, PRESIDED, WEAK, Parties
from telcon.reports.same_days import agree, conflict
from telcon.reports.same_statuses import THIS, is_agreed_in, is_next, same_status, was_announced

GOAL, LAST, OWNER, DATED, OF_THE, WORD = 4, 20, 24, 40, 20, 4
TIED = ("with", "between", "of", "by", "and", "telling", "planned", "proposed", "denied")
STAY = timedelta(days=5)
"""How long before a meeting a visit may begin."""


def place_sighting(drafts: list[Draft], sighting: Sighting, about: Draft | None, clean: str) -> Draft | None:
    """Find the draft that a sighting belongs to, or open one; None where it tells of no contact that is known.

    `about` is the draft that the page speaks of just now.
    """
    if _is_vain(drafts, sighting):
        return None
    if sighting.parties is None:
        draft = (
            _unplanned(drafts, sighting, about)
            or _last_time(drafts, sighting, about)
            or _pointed_at(drafts, sighting, about)
            or _next(drafts, sighting, about)
            or _on_another_day(drafts, sighting, about)
        )
        if draft is None and (draft := _to_come(drafts, sighting, about, clean)):
            sighting = replace(sighting, parties=draft.parties)
    else:
        latest = [draft for draft in reversed(drafts) if _same(draft, sighting, about)]
        if not latest and _is_gesture(drafts, sighting):
            return None
        draft = max(latest, key=lambda d: (d.back == sighting.back, d is about), default=None)
        draft = draft or _widen(drafts, sighting) or _open(drafts, sighting.parties)
    if draft and draft.status is Status.HELD and was_announced(draft, sighting):
        sighting = replace(sighting, mood=Mood(Status.HELD))
    if draft:
        draft.add(sighting)
    return draft


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
    if WEAK in sighting.cue.flags and (status is Status.PROPOSED or (sighting.dating is None and status in OPEN)):
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


def _open(drafts: list[Draft], parties: Parties) -> Draft:
    drafts.append(Draft(parties))
    return drafts[-1]


def _same(draft: Draft, sighting: Sighting, about: Draft | None) -> bool:
    parties = sighting.parties
    if not parties or draft.parties.key != parties.key or not same_family(draft, sighting.cue):
        return False
    if draft.family is Family.WRITTEN and _answers(draft.parties, parties):
        return False
    apart = conflict(draft.dating, sighting.dating) and not _arrives(draft, sighting)
    if apart or not same_status(draft, sighting):
        return False
    if _is_told_before(draft, sighting) or _is_returned(draft, sighting) or _is_visit_back(draft, sighting):
        return False
    answered = draft.family is Family.WRITTEN and about is not None and _answers(about.parties, draft.parties)
    back = sighting.back and not answered and (about is None or about.parties.key == parties.key)
    return not (back and not draft.back and not agree(draft.dating, sighting.dating))


def _arrives(draft: Draft, sighting: Sighting) -> bool:
    """Whether somebody is to come to the other one's country some days before they are to meet."""
    first, day = (_place(dating.edtf if dating else None) for dating in (sighting.dating, draft.dating))
    if sighting.mood.status not in OPEN or draft.status not in OPEN or sighting.cue.noun or not first or not day:
        return False
    return (
        goal_of(sighting) in {actor.country for actor in draft.parties.actors} and timedelta(0) <= day - first <= STAY
    )


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


def _answers(one: Parties, other: Parties) -> bool:
    """Whether each wrote to the other: two messages, not one."""
    return bool(one.caller and other.caller and one.caller.key != other.caller.key)


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
    days = [_place(d.dating.edtf if d.dating else None) for d in (draft, other)]
    return bool(days[0] and days[1] and (days[1] - days[0]) > timedelta(days=1))


def _place(value: Edtf | None) -> date | None:
    """The day of a date, in any one year where the page shows none."""
    if value is None or value.stop is None or value.stop.month is None:
        return None
    return value.last_day() or date(2000, value.stop.month, value.stop.day or 1)


def _pointed_at(drafts: Sequence[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """A cue that names nobody speaks of the contact in hand, else of the latest that those named here took part in."""
    flags, status = sighting.cue.flags, sighting.mood.status
    if not flags & {"noun", "channel"} or status is None or ("plural" in flags and status is not Status.HELD):
        return None
    if status in OPEN and _is_only_place(sighting):
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
        and not (told in OPEN and d.status is Status.HELD and (is_next(sighting) or not d.weak))
        and not is_agreed_in(d, sighting)
        and not _is_of_others(d, sighting)
    ]
    if sighting.mood.mark and "cancel" in sighting.mood.mark.flags:
        fitting = [d for d in fitting if not _took_place(d)]
        fitting.sort(key=lambda d: d.status not in OPEN)
    if sighting.mood.status is Status.HELD:
        fitting.sort(key=lambda d: (d.status in OPEN, d.family is Family.PERSON and sighting.cue.kind is Kind.CONTACT))
    return next((d for d in fitting if not named or named & d.parties.key), None)


def _took_place(draft: Draft) -> bool:
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
    return twin or _open(drafts, draft.parties)


def _means_this(sighting: Sighting) -> bool:
    """Whether the words speak of the contact told of just before: *cuộc gặp như vậy*."""
    stop = sighting.cue.span.stop
    return bool(sighting.scene.between(stop, stop + THIS, "this"))


def _next(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """The next contact of those whose last one the page is speaking of."""
    people = {p.leader.key for p in sighting.scene.presences if p.leader and p.leader.leads}
    beside = next((d for d in reversed(drafts) if d.sightings[-1].scene is sighting.scene), None)
    about = beside or about
    if about is None or not sighting.cue.noun or people - about.parties.key:
        return None
    if not is_next(sighting) and not (about.sightings and is_agreed_in(about, sighting)):
        return None
    return _open(drafts, about.parties)


def _last_time(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """The contact before the one in hand of the same people: *предыдущий их разговор состоялся 3 мая*."""
    cue, scene, status = sighting.cue, sighting.scene, sighting.mood.status
    marks = scene.between(cue.span.start - LAST, cue.span.start, "again")
    if (
        about is None
        or about.back
        or not sighting.back
        or not marks
        or "epithet" not in marks[-1].flags
        or status is not Status.HELD
    ):
        return None
    people = {p.leader.key for p in scene.presences if p.leader and p.start < cue.span.start}
    if not cue.noun or not same_family(about, cue) or people - about.parties.key:
        return None
    known = [d for d in drafts if d.back and d.parties.key == about.parties.key and fits(d, sighting)]
    return known[-1] if known else _open(drafts, about.parties)


def _on_another_day(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """An earlier contact of those in hand, told of as the time of something else: *sau cuộc gọi hôm 12/2, …*.

    So is what opens a sentence, with a day of its own: *Cuộc điện đàm đầu tiên diễn ra hôm 12/2*, and a noun with its
    day right behind it, by another channel too: *so với cuộc gặp căng thẳng tại Nhà Trắng hồi tháng 2*.
    """
    people = {p.leader.key for p in sighting.scene.presences if p.leader and p.leader.leads}
    opens = sighting.cue.span.start - sighting.scene.span.start <= 1 and not sighting.scene.sentence.headline
    named = _names_its_day(sighting)
    about = about or next((d for d in reversed(drafts) if named and d.sightings[-1].scene is sighting.scene), None)
    held = sighting.cue.noun and (
        ((sighting.aside or opens or named) and sighting.mood.status is Status.HELD)
        or (named and sighting.mood.status not in (Status.HELD, None))
    )
    told = sighting.dating and isinstance(sighting.dating.mention.expression, Calendar)
    if about is None or not held or not told or people - about.parties.key or _is_of_other_states(sighting, about):
        return None
    if not same_family(about, sighting.cue):
        wrote = about.family is Family.WRITTEN and sighting.mood.status is Status.HELD
        return _open(drafts, about.parties) if named and not wrote else None
    return _open(drafts, about.parties) if conflict(about.dating, sighting.dating) else None


def _is_of_other_states(sighting: Sighting, about: Draft) -> bool:
    """Whether the states right behind a noun are not all of those in hand: *sau cuộc điện đàm Mỹ-Hàn hôm 1/9*."""
    stop, own = sighting.cue.span.stop, {actor.country for actor in about.parties.actors}
    states = [p for p in sighting.scene.presences if p.naming.sort is Sort.STATE and p.start >= stop]
    beside = bool(states) and states[0].start - stop <= 1
    return beside and any(p.naming.country not in own for p in states[:2])


def _names_its_day(sighting: Sighting) -> bool:
    """Whether a noun has its day right behind it, and tells of no other people: *cuộc gặp tại Alaska hôm 15/8*."""
    start, dating = sighting.cue.span.stop, sighting.dating
    stop = dating.mention.span.start if dating else start
    if dating is None or not 0 < stop - start <= DATED or "plural" in sighting.cue.flags:
        return False
    others = {p.naming.sort for p in sighting.scene.presences if start <= p.start < stop}
    noun = sighting.cue.span.start
    owned = any(m.meaning in ("of", "about") and 0 <= noun - m.span.stop <= OF_THE for m in sighting.scene.marks)
    return others.isdisjoint((Sort.PERSON, Sort.GROUP)) and not owned and not sighting.scene.between(start, stop, *TIED)


def _to_come(drafts: list[Draft], sighting: Sighting, about: Draft | None, clean: str) -> Draft | None:
    """The meeting that those who spoke agreed on or wish for: *Достигнута договорённость о личной встрече*.

    A word right behind the noun may be whose it is, whom no sheet knows: *договорились о встрече делегаций*.
    """
    cue, scene, mark = sighting.cue, sighting.scene, sighting.mood.mark
    if about is None or about.status is not Status.HELD or about.family is not Family.REMOTE or not cue.noun:
        return None
    if cue.kind is not Kind.MEETING or cue.flags & {"loose", "plural", "visit", "summit"} or not mark:
        return None
    governed = sighting.mood.status in OPEN and 0 <= cue.span.start - mark.span.stop <= 1
    word, *behind = clean[cue.span.stop : cue.span.stop + OWNER].split(" ")
    owned = not word and any(each.isalpha() and each.islower() and len(each) > WORD for each in behind[:1])
    people = {p.leader.key for p in scene.presences if p.leader and p.leader.leads}
    if not governed or owned or "together" in scene.meanings or people - about.parties.key:
        return None
    return _open(drafts, Parties(about.parties.actors, "pair"))


def find_addressee(parties: Parties) -> Actor | None:
    """To whom a message went, where one wrote to one."""
    others = [actor for actor in parties.actors if parties.caller and actor != parties.caller]
    return others[0] if len(others) == 1 else None
