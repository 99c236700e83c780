"""Words without people that tell of another contact of those in hand: the last, the next, one of a day of its own."""

from __future__ import annotations

from telcon.mentions.dates import Calendar, Shift, Unit, Weekday
from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Cue, Mark, Sort
from telcon.reports.days.countings import counts_from_neighbour
from telcon.reports.days.datings import Dating
from telcon.reports.days.same_days import conflict
from telcon.reports.drafts import OPEN, Draft, Family, Sighting, denies_plans
from telcon.reports.identities.fitting_contacts import fits, goal_of, same_family
from telcon.reports.moods.same_statuses import is_agreed_in, is_next, is_of_anybody
from telcon.reports.parties import Parties
from telcon.reports.scenes import Scene

LAST, OWNER, DATED, OF_THE, WORD = 20, 24, 40, 20, 4
SEVERAL = frozenset({"loose", "plural", "visit"})
TIED = ("with", "between", "of", "by", "and", "telling")


def open_contact(drafts: list[Draft], parties: Parties) -> Draft:
    """Open a new contact."""
    drafts.append(Draft(parties))
    return drafts[-1]


def by_channel(drafts: list[Draft], sighting: Sighting) -> Draft | None:
    """The contact of which a noun only tells by which channel it was: *had last seen each other in a video call*."""
    cue, scene = sighting.cue, sighting.scene
    last = drafts[-1].sightings[-1] if drafts else None
    if not last or last.scene is not scene or last.cue.noun or last.dating or not cue.noun or "visit" in last.cue.flags:
        return None
    alone = not any(last.cue.span.stop <= other.span.start < cue.span.start for other in scene.cues)
    told = alone and last.cue.span.stop <= cue.span.start and last.mood.status is Status.HELD
    return drafts[-1] if told and scene.settings(cue, "within") else None


def next_one(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """The next contact of those whose last one the page is speaking of."""
    people = {p.leader.key for p in sighting.scene.presences if p.leader and p.leader.leads}
    beside = next((d for d in reversed(drafts) if d.sightings[-1].scene is sighting.scene), None)
    about = beside or about
    if about is None or not sighting.cue.noun or people - about.parties.key or _is_of_ministers(sighting):
        return None
    if not is_next(sighting) and not (about.sightings and is_agreed_in(about, sighting)):
        return None
    return open_contact(drafts, about.parties)


def last_time(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
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
    vague = "plural" in cue.flags and not sighting.dating
    if not cue.noun or vague or not same_family(about, cue) or people - about.parties.key:
        return None
    goal = goal_of(sighting)
    if goal and goal not in {actor.country for actor in about.parties.actors}:
        return None
    known = [d for d in drafts if d.back and d.parties.key == about.parties.key and fits(d, sighting)]
    return known[-1] if known else open_contact(drafts, about.parties)


def counted_from(drafts: list[Draft], sighting: Sighting) -> Draft | None:
    """The contact from which the day of the one before it in its sentence is counted: *a month after their talks*."""
    scene, start, told = sighting.scene, sighting.cue.span.start, drafts[-1] if drafts else None
    if not told or not sighting.dating or sighting.mood.status is not Status.HELD or not sighting.cue.noun:
        return None
    if not scene.settings(sighting.cue, "apart") or not counts_from_neighbour(sighting.dating.mention):
        return None
    beside = told.status is Status.HELD and told.sightings[-1].scene is scene and told.dating
    after = beside and told.sightings[-1].cue.span.stop <= sighting.dating.mention.span.start < start
    return open_contact(drafts, told.parties) if after else None


def in_return(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """The visit in return for the one that the page is speaking of: *A return visit is expected in autumn*."""
    people = {p.leader.key for p in sighting.scene.presences if p.leader and p.leader.leads}
    beside = next((d for d in reversed(drafts) if d.sightings[-1].scene is sighting.scene), None)
    told = beside or about
    if told is None or people - told.parties.key or not is_returned(told, sighting):
        return None
    same = (d for d in drafts if d.parties.key == told.parties.key and d.status is sighting.mood.status)
    known = (d for d in same if any("returned" in s.cue.flags for s in d.sightings))
    return next(known, None) or open_contact(drafts, told.parties)


def is_returned(draft: Draft, sighting: Sighting) -> bool:
    """Whether a visit in return is another than a draft's: it is to come, that one was, or only set its time."""
    if "returned" not in sighting.cue.flags or not draft.sightings or draft.status is not Status.HELD:
        return False
    return sighting.mood.status is not Status.HELD or all(s.aside for s in draft.sightings)


def on_another_day(drafts: list[Draft], sighting: Sighting, about: Draft | None) -> Draft | None:
    """An earlier contact of those in hand, told of as the time of something else: *sau cuộc gọi hôm 12/2, …*.

    So is what opens a sentence, with a day of its own: *Cuộc điện đàm đầu tiên diễn ra hôm 12/2*, and a noun with its
    day right behind it, by another channel too: *so với cuộc gặp căng thẳng tại Nhà Trắng hồi tháng 2*.
    """
    cue, scene, status = sighting.cue, sighting.scene, sighting.mood.status
    people = {p.leader.key for p in scene.presences if p.leader and p.leader.leads}
    opens = cue.noun and not scene.sentence.headline and _opens(sighting)
    named = cue.noun and names_its_day(cue, scene, sighting.dating)
    by_phone = "channel" in cue.flags and bool(people) and status is Status.HELD
    about = about or next((d for d in reversed(drafts) if named and d.sightings[-1].scene is scene), None)
    told = named or by_phone or (cue.noun and (opens or sighting.aside) and status is Status.HELD)
    kinds = Calendar if scene.between(scene.span.start, cue.span.start, "telling") else (Calendar, Weekday)
    when = sighting.dating.mention.expression if sighting.dating else None
    day = isinstance(when, kinds) or (isinstance(when, Shift) and when.unit is not Unit.DAY)
    others = people - about.parties.key if about else people
    if about is None or not told or not day or others or _is_of_other_states(sighting, about):
        return None
    if _is_of_ministers(sighting):
        return None
    if not same_family(about, cue):
        wrote = about.family is Family.WRITTEN and status is Status.HELD
        return open_contact(drafts, about.parties) if (named or by_phone) and not wrote else None
    past = is_only_time(sighting) and about.status in OPEN
    return open_contact(drafts, about.parties) if past or conflict(about.dating, sighting.dating) else None


def is_only_time(sighting: Sighting) -> bool:
    """Whether what has been, on a day of its own, only sets the time of what the sentence tells: *после их встречи*."""
    past = sighting.aside and not sighting.ahead and sighting.mood.status is Status.HELD
    return past and sighting.dating is not None


def _opens(sighting: Sighting) -> bool:
    """Whether a noun opens its sentence."""
    return sighting.cue.span.start - sighting.scene.span.start <= 1


def _is_of_ministers(sighting: Sighting) -> bool:
    """Whether ministers whom nobody names stand before a noun: *their foreign ministers will hold talks*."""
    before = (p for p in sighting.scene.presences if p.stop <= sighting.cue.span.start)
    return any(p.naming.sort is Sort.GROUP and p.naming.roles and not p.actors for p in before)


def _is_of_other_states(sighting: Sighting, about: Draft) -> bool:
    """Whether the states right behind a noun are not all of those in hand: *sau cuộc điện đàm Mỹ-Hàn hôm 1/9*."""
    stop, own = sighting.cue.span.stop, {actor.country for actor in about.parties.actors}
    states = [p for p in sighting.scene.presences if p.naming.sort is Sort.STATE and p.start >= stop]
    beside = bool(states) and states[0].start - stop <= 1
    return beside and any(p.naming.country not in own for p in states[:2])


def names_its_day(cue: Cue, scene: Scene, dating: Dating | None) -> bool:
    """Whether a noun has its day right behind it, and tells of no other people: *cuộc gặp tại Alaska hôm 15/8*."""
    start = cue.span.stop
    stop = dating.mention.span.start if dating else start
    if dating is None or not 0 < stop - start <= DATED or "plural" in cue.flags:
        return False
    others = {p.naming.sort for p in scene.presences if start <= p.start < stop}
    behind = dating.mention.span.stop
    if any(m.span.start - behind <= 1 for m in scene.between(behind, behind + OF_THE, *TIED)):
        return False
    owned = any(m.meaning in ("of", "about") and 0 <= cue.span.start - m.span.stop <= OF_THE for m in scene.marks)
    return others.isdisjoint((Sort.PERSON, Sort.GROUP)) and not owned and not scene.between(start, stop, *TIED)


def to_come(drafts: list[Draft], sighting: Sighting, about: Draft | None, clean: str) -> Draft | None:
    """The meeting that those who spoke agreed on, wish for or called off: *Достигнута договорённость о личной встрече*.

    It may be called off in writing too: *gửi thư cho ông B, hủy cuộc gặp ngày 12/6*.
    """
    cue, scene, mark = sighting.cue, sighting.scene, sighting.mood.mark
    if mark and "cancel" in mark.flags:
        about = next((d for d in reversed(drafts) if any(s.scene is scene for s in d.sightings)), about)
    if about is None or about.status is not Status.HELD or not mark or not cue.noun or cue.kind is not Kind.MEETING:
        return None
    off = "cancel" in mark.flags and about.family in (Family.REMOTE, Family.WRITTEN)
    wanted = about.family is Family.REMOTE and _is_wanted(sighting, mark, clean)
    people = {p.leader.key for p in scene.presences if p.leader and p.leader.leads}
    if (
        not (off or wanted)
        or _is_of_unknown(cue, scene)
        or cue.flags & SEVERAL
        or "together" in scene.meanings
        or people - about.parties.key
    ):
        return None
    return open_contact(drafts, Parties(about.parties.actors, "pair"))


def _is_of_unknown(cue: Cue, scene: Scene) -> bool:
    """Whether people whom nothing tells stand close before a noun, whose it may be: 两国外长6月12日的会面."""
    near = (p for p in scene.presences if 0 <= cue.span.start - p.stop <= OWNER)
    return any(not p.actors and p.naming.sort in (Sort.PERSON, Sort.GROUP) for p in near)


def _is_wanted(sighting: Sighting, mark: Mark, clean: str) -> bool:
    """Whether a word of mood stands right before a noun, or says that none is planned.

    A word right behind the noun may be whose it is, whom no sheet knows: *договорились о встрече делегаций*.
    """
    cue = sighting.cue
    if is_of_anybody(sighting):
        return False
    governed = sighting.mood.status in OPEN and 0 <= cue.span.start - mark.span.stop <= 1
    governed = governed or denies_plans(sighting) or "vain" in mark.flags
    word, *behind = clean[cue.span.stop : cue.span.stop + OWNER].split(" ")
    owned = not word and any(each.isalpha() and each.islower() and len(each) > WORD for each in behind[:1])
    return governed and not owned and "summit" not in cue.flags
