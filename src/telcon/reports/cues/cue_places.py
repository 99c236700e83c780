"""How a cue stands in its sentence: what the sentence tells of, only its time, a count, something earlier or unreal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telcon.mentions.dates import Calendar, DateMention, Weekday
from telcon.model.contacts import Status
from telcon.model.mentions import Cue, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.days.datings import Dater
from telcon.reports.drafts import OPEN
from telcon.reports.moods.moods import Mood, read_mood
from telcon.reports.parties import REQUESTED, WEAK, Parties
from telcon.reports.scenes import Scene

NUMBERED = re.compile(r"\b\d{1,2} \Z")
COUNTED, AGAIN, DEFINITE, TIED, HEAD, THEIRS = 25, 70, 40, 4, 10, 5


def find_mood(cue: Cue, scene: Scene, clean: str, found: list[Parties], *, last: Mood | None) -> Mood:
    """The mood of a cue; an act joined to the one before it, with nobody new acting, shares that one's, the `last`."""
    place = scene.cues.index(cue)
    before = scene.cues[place - 1] if place else None
    start = min([p.before(cue) for p in found], default=cue.span.start)
    stop = max([p.behind(cue) for p in found], default=_behind_named(cue, scene) if cue.noun else cue.span.stop)
    stop = _over_names(stop, scene, found) if cue.noun else stop
    own = read_mood(cue, scene, clean, before=start, behind=stop)
    if not own.mark and found and found[0].how in ("invited", "called upon"):  # Приехать в Дели Си пригласил Моди
        later = scene.between(cue.span.start, scene.span.stop, "invited" if found[0].how == "invited" else "proposed")
        own = Mood(Status.PROPOSED, later[0]) if later else own
    led = "channel" in cue.flags or scene.is_aim(cue)
    if found and found[0].how == REQUESTED:
        answer = scene.between(cue.span.start - AGAIN, cue.span.start, "denied", "accepted", "planned")[-1:]
        return Mood(Status.DENIED if answer[0].meaning == "denied" else Status.PLANNED, answer[0]) if answer else own
    if before and led and before.flags & {"future", "present"} and last and not own.mark:
        return last
    if last and last.status is None and before and cue.noun and own.status in OPEN and _points_back(found):
        return last  # what would be if the act before it were: *если А позвонит Б, разговор будет трудным*
    if before and last and not own.mark and _is_journey(before, cue, clean) and "present" in before.flags:
        return last  # flies to Rome on Friday to see B
    if own.mark and "purpose" in own.mark.flags and before and last and _is_journey(before, cue, clean):
        return last if last.mark and last.status is not Status.HELD else own
    if own.mark and "dated" in own.mark.flags and last and last.status is Status.PLANNED:
        return Mood(Status.PLANNED, own.mark)  # one more of what the sentence tells to be planned
    if (
        own.mark
        or "future" in cue.flags
        or not before
        or not last
        or not last.mark
        or _was_before(cue, scene, last.mark)
    ):
        return own
    if last.status is not Status.HELD and (pending := _pending(cue, scene)):
        return Mood(Status.PLANNED, pending)
    if _is_of_same_plan(before, cue, scene, found, last) and ";" not in clean[before.span.stop : cue.span.start]:
        return last
    if before.noun:
        on_visit = "visit" in before.flags and cue.noun and bool(scene.settings(cue, "with"))
        return last if on_visit or _is_listed(before, cue, scene, last) else own
    if cue.noun:
        same = _is_same_visit(before, cue, clean) or _goes_on(before, cue, scene, found)
        return last if same or _is_purpose(before, cue, scene, clean) else own
    people = (p for p in scene.presences if p.naming.sort in (Sort.PERSON, Sort.GROUP))
    between = [p for p in people if before.span.stop <= p.start and p.stop <= cue.span.start]
    gap = clean[before.span.stop : cue.span.start]
    joined = len(between) <= 1 and (";" not in gap or gap.endswith("; "))
    alone = last.status is Status.DENIED and "tight" in last.mark.flags
    return last if joined and not alone else own


def mood_on_day(mood: Mood, told: Sequence[DateMention], dater: Dater) -> Mood:
    """The mood as the day told with it leaves it: a wish may be a plan, and who came these days to meet somebody did.

    So it is before the page's own day only: *hôm 3/6 tới Paris để hội đàm với A*.
    """
    if not told or not mood.mark:
        return mood
    if "dated" in mood.mark.flags:
        return Mood(Status.PLANNED, mood.mark)
    day = dater.resolve(told[0], None) if "purpose" in mood.mark.flags and not told[0].future else None
    return Mood(Status.HELD) if day and dater.is_over(day, today=False) and dater.is_fresh(day) else mood


def mood_in_present(mood: Mood, cue: Cue, scene: Scene, told: Sequence[DateMention], dater: Dater) -> Mood:
    """The mood of an act in the present tense that is told with a bare weekday: *meets B on Friday* is still to come.

    So it is not in a headline, nor on the page's own day.
    """
    weekday = told[0].expression if told else None
    told_so = mood.status is not Status.HELD or mood.mark is not None or scene.sentence.headline
    if told_so or "present" not in cue.flags or not isinstance(weekday, Weekday) or weekday.weeks:
        return mood
    day = dater.resolve(told[0], None)
    past = day is not None and dater.is_over(day, today=False)
    return Mood(Status.PLANNED) if past or (day and dater.ahead(day)) else mood


def is_called_off_ahead(mood: Mood, told: DateMention) -> bool:
    """Whether a bare weekday is that of what is called off, or not planned: *cancelled Friday's talks*.

    So is a month without a year, of what nobody plans.
    """
    if mood.status is not Status.DENIED or mood.mark is None:
        return False
    when = told.expression
    if isinstance(when, Calendar):
        return "plans" in mood.mark.flags and when.year is when.years is when.day is None
    return bool(mood.mark.flags & {"cancel", "plans"}) and isinstance(when, Weekday) and not when.weeks


def _was_before(cue: Cue, scene: Scene, mark: Mark) -> bool:
    """Whether an invitation was taken up after an act: *nhận lời mời sau khi hai ông gặp nhau*."""
    whens = scene.between(mark.span.stop, cue.span.start, "when") if mark.meaning == "accepted" else []
    return any("past" in when.flags for when in whens)


def _is_journey(before: Cue, cue: Cue, clean: str) -> bool:
    """Whether a visit told of right before a contact is made for it: *will not travel to Paris to meet X*."""
    return "visit" in before.flags and "," not in clean[before.span.stop : cue.span.start]


def _is_listed(before: Cue, cue: Cue, scene: Scene, last: Mood) -> bool:
    """Whether a noun is one more of what is planned: *запланированы переговоры с А и встреча с Б*."""
    joined = any(cue.span.start - m.span.stop == 1 for m in scene.between(before.span.stop, cue.span.start, "and"))
    parted = scene.between(before.span.stop, cue.span.start, "held", "denied", "when", "apart")
    told = last.mark is not None and last.mark.span.stop <= before.span.start
    return cue.noun and joined and told and not parted and last.status in OPEN


def _points_back(found: list[Parties]) -> bool:
    """Whether a noun has nobody of its own."""
    return all(parties.how == "sentence" for parties in found)


def _pending(cue: Cue, scene: Scene) -> Mark | None:
    """The word that puts a noun behind what is still to come, or is not to be: *не позвонит до встречи с А*."""
    marks = (mark for mark in scene.settings(cue, "apart") if "pending" in mark.flags)
    return next(marks, None) if cue.noun else None


def _is_of_same_plan(before: Cue, cue: Cue, scene: Scene, found: list[Parties], last: Mood) -> bool:
    """Whether somebody else is to meet one of those of the plan told of before: 习近平将同普京会谈，李强同他会见."""
    if last.status is not Status.PLANNED or cue.kind is not before.kind or not found:
        return False
    told = {p.leader for p in scene.presences if p.stop <= before.span.start and p.leader}
    return not told.isdisjoint(found[0].actors)


def _behind_named(cue: Cue, scene: Scene) -> int:
    """Where those end who are named right behind a noun: *визит А в Индию*."""
    stop = cue.span.stop
    for presence in scene.presences:
        if 0 <= presence.start - stop <= TIED:
            stop = presence.stop
    return stop


def _over_names(stop: int, scene: Scene, found: list[Parties]) -> int:
    """Where the names end that stand right behind the offices of those who take part: *президентов А и Б X и Y*."""
    actors = {actor for parties in found for actor in parties.actors}
    for presence in scene.presences:
        if 0 <= presence.start - stop <= TIED and actors.issuperset(presence.actors):
            stop = presence.stop
    return stop


def _goes_on(before: Cue, cue: Cue, scene: Scene, found: list[Parties]) -> bool:
    """Whether a contact with the one named right before it is part of the visit to come: 将访问法国，与马克龙会面."""
    if "visit" not in before.flags or not found or found[0].how != "with":
        return False
    people = [p for p in scene.presences if before.span.stop <= p.start < cue.span.start and p.leader]
    return len(people) == 1 and people[0].naming.span in found[0].spans


def _is_purpose(act: Cue, noun: Cue, scene: Scene, clean: str) -> bool:
    """Whether a noun tells what a visit is to be made for: *muốn thăm Trung Quốc để hội đàm*."""
    aims = scene.between(act.span.stop, noun.span.start, "planned")
    aimed = any("purpose" in m.flags for m in aims)
    return aimed and "visit" in act.flags and "," not in clean[act.span.stop : noun.span.start]


def _is_same_visit(act: Cue, noun: Cue, clean: str) -> bool:
    """Whether a noun only says of what kind the visit is that the act before it tells of: *приехать с визитом*."""
    return "visit" in act.flags & noun.flags and "," not in clean[act.span.stop : noun.span.start]


def is_indefinite(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a noun speaks of no one contact, in a language with articles: *a meeting*, not *the call*.

    Who goes somewhere does so on a visit: *will visit Portugal*, *flew in for a working visit*.
    """
    if not cue.noun or scene.sentence.headline or "visit" in cue.flags:
        return False
    start, near = cue.span.start, max(scene.span.start, cue.span.start - DEFINITE)
    for mark in scene.marks:
        known = mark.meaning in ("this", "possessive") or (mark.meaning == "article" and "named" not in mark.flags)
        beside = start - mark.span.stop == 1
        told_apart = mark.meaning in ("again", "denied") or "next" in mark.flags
        known = known or (told_apart and beside)  # *their last call*, *there was no call*, *another call*
        if (known or "definite" in mark.flags) and near <= mark.span.stop <= start:
            return bool(set(clean[mark.span.stop : start]) & set(",;:"))
    return not scene.first or start > scene.span.start


def is_counted(cue: Cue, scene: Scene) -> bool:
    """Whether a sentence only tells the how manieth the contact in hand was: *This was their fourth meeting*."""
    if not cue.noun or "is" not in scene.meanings:
        return False
    start = scene.span.start
    opens = scene.between(start, min(start + HEAD, cue.span.start), "is")
    return bool(opens) and not any(p.start < cue.span.start for p in scene.presences)


def is_back(cue: Cue, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether *before*, *last time* stands before the cue, with no teller between, or right behind it.

    A word that is part of one of the `days` only tells the time of day: *earlier today*.
    """
    if "again" not in scene.meanings or is_counted(cue, scene):
        return False
    for mark in scene.between(scene.span.start, min(cue.span.stop + COUNTED, scene.span.stop), "again"):
        if "," in clean[cue.span.stop : max(mark.span.start, cue.span.stop)] or any(d.covers(mark.span) for d in days):
            continue
        if scene.settings(cue, "apart") and "," in clean[mark.span.stop : max(cue.span.start, mark.span.stop)]:
            continue
        between = scene.between(mark.span.stop, cue.span.start, "telling", "about")
        told = [m for m in between if m.meaning == "telling" or "clause" in m.flags]
        reach = THEIRS if "epithet" in mark.flags else AGAIN
        if not told and cue.span.start - mark.span.stop <= reach:
            return True
    return False


def is_aside(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether another contact is what the sentence tells of, and this one only its time: *sau khi gặp A, …*."""
    if cue.noun:
        return len(scene.cues) > 1 and bool(scene.settings(cue, "apart"))
    if scene.settings(cue, "apart"):
        return True
    if WEAK in cue.flags and "," in clean[cue.span.stop : max(other.span.start for other in scene.cues)]:
        return not any(p.stop <= cue.span.start for p in scene.presences)
    marks = scene.between(scene.span.start, cue.span.start, "when")
    return bool(marks) and "," not in clean[marks[-1].span.stop : cue.span.start]


def is_ahead(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether something else is told to have been before it: *trước cuộc gặp*, *hai ngày trước khi hai ông gặp*."""
    marks = scene.between(scene.span.start, cue.span.start, "apart" if cue.noun else "when")[-1:]
    near = marks and (cue.span.start - marks[0].span.stop <= 1 if cue.noun else is_aside(cue, scene, clean))
    return bool(near) and "ahead" in marks[0].flags


def is_count(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether the words tell how often, not that: *đã điện đàm ba lần*, *đã năm lần điện đàm*, *15 calls since May*."""
    if cue.noun:
        totals = (m for m in scene.between(cue.span.stop, cue.span.stop + COUNTED, "times") if "total" in m.flags)
        counted = NUMBERED.search(clean, max(cue.span.start - 4, 0), cue.span.start)
        return ("plural" in cue.flags and counted is not None) or next(totals, None) is not None
    counts = (m.span for m in scene.marks if m.meaning == "times" and "nth" not in m.flags)
    return any(_counts(span, cue, scene, clean) for span in counts)


def _counts(times: Span, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a word for how often stands near an act, in its clause, and before no other one: 多次会见：7日会见A."""
    start, stop = cue.span.start, cue.span.stop
    if (
        times.stop < start - COUNTED
        or times.start > stop + COUNTED
        or "," in clean[times.stop : max(start, times.stop)]
    ):
        return False
    return not any(times.stop <= other.span.start < start for other in scene.cues)
