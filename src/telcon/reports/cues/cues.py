"""Cues that a sentence has beside its fixed wordings: visits that no word names, channels told behind an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from telcon.inflections import Case
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.cues.guests import find_guests
from telcon.reports.cues.joint_acts import find_joint_acts
from telcon.reports.cues.places_of_talks import place_cues
from telcon.reports.cues.turned_to import find_told_there
from telcon.reports.cues.turns import find_after_days, find_before_days, find_in_turn, find_on_days
from telcon.reports.participants.left_out import find_left_out
from telcon.reports.parties import WEAK
from telcon.reports.scenes import POSTPOSED, Presence, Scene

PLACES = frozenset({Sort.STATE, Sort.CAPITAL, Sort.BODY})
VISIT = frozenset({"visit"})
NOMINATIVE = frozenset({Case.NOMINATIVE})
MOOD = 12
BARE = frozenset({"apart", "when", "is", "by", "of", "from", "about"})
"""Words behind which an act's name stands without an article."""

NAMED = (" “", ' "', " ‘", " '")
"""Signs behind a word that may be an act, which then gives something a name: *call “a mistake”*."""
ACT = frozenset({"directed", "object", "close"})
DEEDS = frozenset({"directed", "received", "visit", "channel", "host", "past", "future", "partner", WEAK})
"""Flags of acts that are no name of a contact."""

TALKS = frozenset({"partner", "loose"})
FEWEST = 2
"""Leaders of so many states before words like *thảo luận về* are those who did."""
ADVERB, NEXT, OF, MANNER, WAY, EVENT, NOT, COUNTED, TURN, BESIDE = 8, 2, 6, 40, 30, 60, 8, 12, 30, 60


def complete_cues(scene: Scene, clean: str, days: Sequence[Span] = (), *, tensed: bool = False) -> Scene:
    """The scene with cues of visits to which somebody is invited, and acts open to the channel told behind them.

    An act told of once for several partners, each with a day or a length of his own, is one cue for each of them.
    `days`: where the sentence's dates stand; `tensed`: verbs tell by their form what has been.
    """
    if "times" in scene.meanings and days and (counted := list(_counted_off(scene, clean, days))):
        scene = replace(scene, cues=tuple(sorted((*scene.cues, *counted), key=lambda cue: cue.span.start)))
    each = [*(find_on_days(scene, clean, days) if "and" in scene.meanings else ())]
    each += [*find_after_days(scene, clean, days), *find_before_days(scene, clean, days)] if len(days) > 1 else []
    if each:
        scene = replace(scene, cues=tuple(sorted((*scene.cues, *each), key=lambda cue: cue.span.start)))
    if "owner" in scene.meanings and (guests := [*find_guests(scene, clean)]):
        scene = replace(scene, cues=tuple(sorted((*scene.cues, *guests), key=lambda cue: cue.span.start)))
    if scene.cues or "discussed" in scene.meanings:
        scene = _open_cues(scene, clean, days)
    if tensed and (joint := [*find_joint_acts(scene, clean, days)] or [*find_told_there(scene, clean, days)]):
        scene = replace(scene, cues=tuple(sorted((*scene.cues, *joint), key=lambda cue: cue.span.start)))
    told = scene.meanings.isdisjoint(("invited", "asked_by_following", "accepted", "denied")) and len(scene.cues) < 2
    if told and not {"planned", "to"} <= scene.meanings:
        return scene
    found = [*_invitations(scene, clean), *_visits_on_invitation(scene), *_visits_taken_up(scene), *_journeys(scene)]
    cues = sorted((*_lend_channels(scene), *found), key=lambda cue: cue.span.start)
    return replace(scene, cues=tuple(cues))


def _counted_off(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """Words that stand for one of several contacts, at the head of a clause and with a day: *lần thứ hai vào 9/6*."""
    for mark in scene.marks:
        if mark.meaning != "times" or "one" not in mark.flags:
            continue
        start, stop = mark.span.start, mark.span.stop
        opens = start - scene.span.start <= 1 or clean[:start].rstrip().endswith((",", ";", ":"))
        near = [day for day in days if 0 <= day.start - stop <= COUNTED]
        if opens and near and not any(start <= cue.span.start < near[0].start for cue in scene.cues):
            yield Cue(mark.span, Kind.CONTACT, True, frozenset({"noun", "loose", "nth"}), mark.rule)


def _open_cues(scene: Scene, clean: str, days: Sequence[Span]) -> Scene:
    """The scene with each cue as what stands beside it makes it, and without those that are none there."""
    if again := [*find_in_turn(scene, clean, days), *find_left_out(scene, clean)]:
        scene = replace(scene, cues=tuple(sorted((*scene.cues, *again), key=lambda cue: cue.span.start)))
    flags = frozenset[str]().union(*[cue.flags for cue in scene.cues])
    if "guest" in flags and "invited" not in scene.meanings:
        scene = replace(scene, cues=tuple(cue for cue in scene.cues if "guest" not in cue.flags))
    if "from" in scene.meanings and "directed" in flags:
        scene = replace(scene, cues=tuple(_as_carried(cue, scene) for cue in scene.cues))
    if "written" in flags:
        scene = replace(scene, cues=tuple(_without_contents(scene, clean)))
    if "discussed" in scene.meanings and all(WEAK in cue.flags for cue in scene.cues):
        scene = replace(scene, cues=tuple(sorted((*_talks(scene), *scene.cues), key=lambda cue: cue.span.start)))
        flags |= TALKS
    if not scene.meanings.isdisjoint(("within", "apart")):
        scene = replace(scene, cues=tuple(_as_thing(cue, scene) for cue in scene.cues))
    if "acts" in flags:
        told = [cue for cue in scene.cues if "acts" not in cue.flags or not clean.startswith(NAMED, cue.span.stop)]
        scene = replace(scene, cues=tuple(_as_act(cue, scene, clean) for cue in told))
    scene = place_cues(scene, flags, clean)
    if "channel" in flags and "proposed" in scene.meanings:
        scene = replace(scene, cues=tuple(cue for cue in scene.cues if not _is_of_what_is_wanted(cue, scene)))
    if len(scene.cues) > 1 and any(cue.kind is Kind.CONTACT for cue in scene.cues):
        scene = replace(scene, cues=tuple(_as_channelled(cue, scene, clean) for cue in scene.cues))
    if "greeting" in scene.meanings:
        scene = replace(scene, cues=tuple(_as_wire(cue, scene) for cue in scene.cues))
    if "visit" in flags and any(cue.kind is Kind.MESSAGE and cue.noun for cue in scene.cues):
        scene = replace(scene, cues=tuple(_with_messages_sent(scene.cues)))
    if "visit" in flags and "of" in scene.meanings:
        scene = replace(scene, cues=tuple(cue for cue in scene.cues if not _is_attribute(cue, scene)))
    return scene


def _as_thing(cue: Cue, scene: Scene) -> Cue:
    """An act's name right behind *in* or *after* is the contact in which something was said: *tại hội đàm với A, …*."""
    if cue.noun or not cue.flags.isdisjoint(DEEDS) or cue.kind is Kind.MESSAGE:
        return cue
    opened = any(POSTPOSED not in mark.flags for mark in scene.settings(cue, "within", "apart"))
    return replace(cue, noun=True, flags=cue.flags | {"noun"}) if opened else cue


def _as_carried(cue: Cue, scene: Scene) -> Cue:
    """Bringing a message, whose it is right behind: what the other one sent: *delivered a letter from A to B*."""
    if cue.noun or cue.kind is not Kind.MESSAGE or "directed" not in cue.flags:
        return cue
    sent = any(0 <= m.span.start - cue.span.stop <= 1 for m in scene.between(cue.span.stop, cue.span.stop + OF, "from"))
    return replace(cue, noun=True, flags=(cue.flags - {"directed"}) | {"noun"}) if sent else cue


def _with_messages_sent(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues, a message and the word right behind it for how it went as one act: *messages went to A and B*."""
    sent: Cue | None = None
    for cue in cues:
        close = sent is not None and cue.span.start - sent.span.stop <= ADVERB
        if sent and close and "visit" in cue.flags and not cue.noun:
            flags = (sent.flags - {"noun"}) | {"directed"}
            yield Cue(Span(sent.span.start, cue.span.stop), sent.kind, False, flags, sent.rule)
            sent = None
            continue
        if sent:
            yield sent
        sent = cue if cue.kind is Kind.MESSAGE and cue.noun else None
        if sent is None:
            yield cue
    if sent:
        yield sent


def _is_attribute(cue: Cue, scene: Scene) -> bool:
    """Whether a visit only says who somebody is that is named behind it: 访问中国的法国总统."""
    if "visit" not in cue.flags:
        return False
    place = next((p.stop for p in scene.presences if 0 <= p.start - cue.span.stop <= 1 and p.naming.sort in PLACES), 0)
    stop = place or cue.span.stop
    leads = [m for m in scene.between(stop, stop + NEXT + 1, "of") if "leads" in m.flags and m.span.start - stop <= 1]
    people = (p for p in scene.presences if p.naming.sort is Sort.PERSON)
    return bool(leads) and any(0 <= p.start - leads[0].span.stop <= 1 for p in people)


def _without_contents(scene: Scene, clean: str) -> Iterator[Cue]:
    """The cues but greetings that a letter told of before them holds: *направил письмо, в котором поздравил …*."""
    letter = held = False
    for cue in scene.cues:
        if _holds_greeting(cue, scene, clean):
            held = True
            continue
        if held and "written" in cue.flags:  # a greeting said to be in a letter is one
            yield replace(cue, flags=cue.flags - {"written", "greeting"})
            letter, held = True, False
            continue
        if not (letter and "written" in cue.flags):
            yield cue
        letter = letter or (cue.kind is Kind.MESSAGE and "written" not in cue.flags)


def _holds_greeting(cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a letter only is where somebody greets another one: *в письме (президент) поздравил А*."""
    later = next((c for c in scene.cues if c.span.start >= cue.span.stop), None)
    if not cue.noun or cue.kind is not Kind.MESSAGE or not later or "written" not in later.flags:
        return False
    between = [p for p in scene.presences if cue.span.stop <= p.start < later.span.start]
    rest = later.span.start - cue.span.stop - sum(p.stop - p.start for p in between)
    acting = all(p.naming.cases == NOMINATIVE for p in between)
    return acting and rest <= ADVERB + len(between) and "," not in clean[cue.span.stop : later.span.start]


def _talks(scene: Scene) -> Iterator[Cue]:
    """*A, B và C thảo luận về …*: what they talked of, where leaders stand before the words and no other word tells.

    So it is with one of them behind *with*: *A discussed … with B*.
    """
    leading = [p for p in scene.presences if p.leader and p.leader.leads]
    for mark in scene.between(scene.span.start, scene.span.stop, "discussed")[:1]:
        led = {p.leader.country for p in leading if p.stop <= mark.span.start and p.leader}
        ties = scene.between(mark.span.stop, scene.span.stop, "with")[:1]
        behind = any(0 <= p.start - tie.span.stop <= OF for p in leading for tie in ties)
        if "mutual" in mark.flags and (len(led) >= FEWEST or (led and behind)):
            yield Cue(mark.span, Kind.CONTACT, False, TALKS, mark.rule)


def _as_act(cue: Cue, scene: Scene, clean: str) -> Cue:
    """A noun or an act as the act, where its partner stands right behind it and a mood before: *will call Putin*.

    So is *meeting* behind words that take no noun without an article, or behind the one who does: *after meeting
    Putin*, *, meeting Putin, …*, *a photograph of Xi meeting Putin*.
    """
    near = any(p.start - cue.span.stop == 1 and p.naming.sort in (Sort.PERSON, Sort.GROUP) for p in scene.presences)
    if "acts" not in cue.flags or "loose" in cue.flags or not near:
        return _as_talking(cue, scene) if {"acts", "loose"} <= cue.flags else cue
    marks = [m for m in scene.marks if 0 <= cue.span.start - m.span.stop <= MOOD]
    if cue.kind is Kind.MEETING:
        behind = any(
            m.meaning in BARE and "definite" not in m.flags and m.span.stop >= cue.span.start - 1 for m in marks
        )
        behind = behind or clean[cue.span.start - 2 : cue.span.start] == ", "
        behind = behind or any(cue.span.start - p.stop == 1 and p.leader for p in scene.presences)
        if not behind and not any("dated" in m.flags or m.meaning in ("planned", "denied") for m in marks):
            return cue
        return replace(cue, noun=False, flags=(cue.flags - {"noun"}) | {"object", "close"})
    if not any(m.sheet == "status" for m in marks):
        return cue
    return replace(cue, kind=Kind.PHONE, noun=False, flags=(cue.flags - {"noun"}) | ACT)


def _as_talking(cue: Cue, scene: Scene) -> Cue:
    """*Talks* right behind one leader, who opens the sentence, and before *with* as the act: *Moon talks with Abe*."""
    before = next((p for p in scene.presences if 0 <= cue.span.start - p.stop <= 1), None)
    opens = before is not None and before.leader is not None and before.start - scene.span.start <= 1
    tied = any(0 <= m.span.start - cue.span.stop <= 1 for m in scene.between(cue.span.stop, scene.span.stop, "with"))
    if not opens or not tied or scene.between(cue.span.start - 1, cue.span.start, "possessive"):
        return cue
    return replace(cue, kind=Kind.CONTACT, noun=False, flags=frozenset({"to"}))


def _is_of_what_is_wanted(cue: Cue, scene: Scene) -> bool:
    """Whether a channel says how something else is to go on: *созвонился с А и предложил собрать совет онлайн*."""
    if "channel" not in cue.flags:
        return False
    sure = [other for other in scene.cues if WEAK not in other.flags]
    act = next((other for other in reversed(sure) if other.span.stop <= cue.span.start), None)
    if act is None or act.kind is not Kind.PHONE or not scene.between(act.span.stop, cue.span.start, "proposed"):
        return False
    return not any(0 <= other.span.start - cue.span.stop <= MANNER for other in sure)


def _as_channelled(cue: Cue, scene: Scene, clean: str) -> Cue:
    """To speak, right behind the channel that the sentence tells of, by it: *on the telephone, speaking with …*.

    So it is behind an act done by one that names nobody: *gác máy sau 50 phút trò chuyện với ông A*.
    """
    place = scene.cues.index(cue)
    before = scene.cues[place - 1] if place else None
    if before is None or cue.kind is not Kind.CONTACT:
        return cue
    start, stop = before.span.stop, cue.span.start
    named = any(start <= p.start < stop for p in scene.presences) or "," in clean[start:stop]
    act = before.kind is Kind.PHONE and not before.noun and "close" not in before.flags
    act = act and not named and stop - start <= TURN
    lent = act or ("channel" in before.flags and not cue.noun and stop - start <= NEXT)
    return replace(cue, kind=before.kind) if lent else cue


def _as_wire(cue: Cue, scene: Scene) -> Cue:
    """A word for calling that is one for wiring too, as a message where a greeting is told behind it: 致电…表示慰问."""
    wired = "wire" in cue.flags and scene.between(cue.span.stop, scene.span.stop, "greeting")
    told = any(other is not cue and other.kind is Kind.PHONE for other in scene.cues)
    return replace(cue, kind=Kind.MESSAGE) if wired and not told else cue


def _journeys(scene: Scene) -> Iterator[Cue]:
    """*sẽ đến Trung Quốc*, *sẽ không đến*: to a state or a capital, where no visit is named."""
    for way in scene.between(scene.span.start, scene.span.stop, "to"):
        start = way.span.start
        denied = scene.between(start - NOT, start, "denied")
        start = next((m.span.start for m in denied if start - m.span.stop <= 1), start)
        ahead = [m for m in scene.marks if m.meaning == "planned" and 0 <= start - m.span.stop <= 1]
        place = next((p for p in scene.presences if 0 < p.start - way.span.stop <= NEXT), None)
        if ahead and place and place.naming.sort in (Sort.STATE, Sort.CAPITAL):
            yield Cue(way.span, Kind.MEETING, False, VISIT, way.rule)


def _invitations(scene: Scene, clean: str) -> Iterator[Cue]:
    """*mời ông B tới Moskva*, *mời ông B dự lễ*: to a state, a capital, a leader's house or an event, where no visit is
    named behind; to any place whose name has a capital letter, right behind the word.
    """
    marks = [mark for mark in scene.marks if mark.meaning == "invited"]
    for mark, later in zip_longest(marks, marks[1:]):
        stop = later.span.start if later else scene.span.stop
        if any(mark.span.stop <= cue.span.start < stop for cue in scene.cues):
            continue
        guest = next((p.stop for p in scene.presences if 0 <= p.start - mark.span.stop <= 1), None)
        passive = "passive" in mark.flags or _is_passive(mark, scene)
        passive = passive or (guest is None and _reaches_before(mark, scene))
        told = mark.span.stop if passive and guest is None else guest and _behind_guests(scene, guest)
        parts = scene.between(told, told + ADVERB, "among") if told else []
        if parts and POSTPOSED in parts[0].flags:
            yield Cue(parts[0].span, Kind.MEETING, False, VISIT, mark.rule)
            continue
        ways = scene.between(told, told + ADVERB, "to") if told else []
        events = scene.between(told, told + WAY, "attends") if told else []
        if told and events and events[0].span.start - told <= ADVERB:
            yield Cue(events[0].span, Kind.MEETING, False, VISIT, mark.rule)
            continue
        near = ways and any(0 <= p.start - ways[0].span.stop <= NEXT for p in scene.presences)
        if ways and not near and clean[ways[0].span.stop + 1 : ways[0].span.stop + 2].isupper():
            yield Cue(ways[0].span, Kind.MEETING, False, VISIT, mark.rule)
            continue
        place = next((p for p in scene.presences if ways and 0 < p.start - ways[0].span.stop <= EVENT), None)
        if place and place.naming.sort in PLACES and _leads_to(scene, ways[0].span.stop, place):
            yield Cue(ways[0].span, Kind.MEETING, False, VISIT, mark.rule)
        elif "owned" not in mark.flags and _invites_by_ending(mark, scene):
            yield Cue(mark.span, Kind.MEETING, False, VISIT, mark.rule)


def _invites_by_ending(mark: Mark, scene: Scene) -> bool:
    """Whether one leader stands near the word as who acts, another as whom it is done to: *пригласил Си к себе*."""
    near = [p for p in scene.presences if p.leader and p.leader.leads and abs(p.start - mark.span.start) <= BESIDE]
    hosts = [p for p in near if p.naming.cases == NOMINATIVE]
    guests = [p for p in near if Case.ACCUSATIVE in p.naming.cases and Case.NOMINATIVE not in p.naming.cases]
    return len(hosts) == len(guests) == 1


def _behind_guests(scene: Scene, stop: int) -> int:
    """Where those end who are invited together with the first: *invited A and B to Rome*."""
    for presence in scene.presences:
        joints = scene.between(stop, presence.start, "and") if presence.leader else []
        if joints and 0 <= presence.start - joints[0].span.stop <= 1 and joints[0].span.start - stop <= NEXT:
            stop = presence.stop
    return stop


def _is_passive(mark: Mark, scene: Scene) -> bool:
    """Whether the one who invites stands between the word of a passive and the act: *được ông B mời*."""
    host = next((p for p in scene.presences if 0 <= mark.span.start - p.stop <= 1), None)
    return host is not None and bool(scene.between(host.start - OF, host.start, "passive"))


def _reaches_before(mark: Mark, scene: Scene) -> bool:
    """Whether the one invited, by his ending, stands right before the word: *Рахмона пригласил в Пекин Си*."""
    before = next((p for p in scene.presences if 0 <= mark.span.start - p.stop <= 1 and p.leader), None)
    cases = before.naming.cases if before else frozenset[Case]()
    return Case.ACCUSATIVE in cases and Case.NOMINATIVE not in cases


def _leads_to(scene: Scene, start: int, place: Presence) -> bool:
    """Whether an invitation is to a place, or to an event *in* it: *to the celebrations in Moscow*."""
    near = any(0 < place.start - m.span.stop <= NEXT for m in scene.between(start, place.start, "within"))
    return place.start - start <= NEXT or near


def _visits_on_invitation(scene: Scene) -> Iterator[Cue]:
    """*sang Mozambique … theo lời mời của Tổng thống Filipe Nyusi*: to the state of the one who invites."""
    for mark in scene.between(scene.span.start, scene.span.stop, "asked_by_following"):
        host = next((p for p in scene.presences if 0 <= p.start - mark.span.stop <= OF and p.leader), None)
        place = next((p for p in reversed(scene.presences) if p.stop <= mark.span.start), None)
        if not host or not host.leader or not place or place.naming.sort not in PLACES:
            continue
        ways = scene.between(place.start - OF, place.start, "to")
        if ways and place.naming.country == host.leader.country:
            yield Cue(ways[-1].span, Kind.MEETING, False, VISIT, mark.rule)


def _visits_taken_up(scene: Scene) -> Iterator[Cue]:
    """An invitation taken up to go to a place, where no visit is named behind: 已接受邀请，明年去北京."""
    for mark in scene.marks:
        if mark.meaning != "accepted" and "invitation" not in mark.flags:
            continue
        named = sum(p.stop - p.start for p in scene.presences if 0 <= p.start - mark.span.stop <= OF)
        reach = mark.span.stop + named + WAY
        if any(mark.span.stop <= c.span.start <= reach for c in scene.cues):
            continue
        ways = scene.between(mark.span.stop, reach, "to")
        for way in [word for word in ways if "way" in word.flags]:
            place = next((p for p in scene.presences if 0 <= p.start - way.span.stop <= NEXT), None)
            if place and place.naming.sort in PLACES:
                yield Cue(way.span, Kind.MEETING, False, VISIT, mark.rule)
                return


def _lend_channels(scene: Scene) -> Iterator[Cue]:
    """The cues; a meeting that is said to have gone through a channel may be a call: *họp thượng đỉnh qua màn hình*."""
    for cue, behind in zip_longest(scene.cues, scene.cues[1:]):
        named = sum(
            p.stop - p.start for p in scene.presences if behind and cue.span.stop <= p.start < behind.span.start
        )
        lent = behind and "channel" in behind.flags and behind.span.start - cue.span.stop - named <= MANNER
        if lent and cue.kind is Kind.MEETING and "visit" not in cue.flags:
            yield replace(cue, flags=cue.flags | {"loose"})
        else:
            yield cue
