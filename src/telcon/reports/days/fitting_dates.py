"""Which date belongs to a cue: the fittest of those in its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from telcon.letters.han import HAN
from telcon.mentions.dates import Calendar, DateMention
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Mark, Sort
from telcon.reports.days.counted_days import count_from_behind, not_counted
from telcon.reports.days.countings import counts_from_neighbour
from telcon.reports.days.dates_of_others import BESIDE, CLOSE, EVENT, REACH, belongs_elsewhere
from telcon.reports.days.telling_days import find_telling
from telcon.reports.scenes import ON_DAY, POSTPOSED, Scene

FAR, OWN, OTHERS, APART, PARTED, DATELINE = 110, 90, 60, 40, 25, 40
TAIL = re.compile(r",? ?([(/][^()/]+[)/])? ?([-–—]|: )")
"""What follows the day in such a line: an agency in brackets, and a dash."""
SPEECH = re.compile(r': ?(“[^”]*|"[^"]*)$')
"""Words that somebody says, still open: their dates are of what he speaks of."""
PURPOSE = 20
JOINT = 4
SAID = 8
"""Characters between what is said of a contact and its date: *diễn ra vào ngày*, *will be held on*."""
HEADS = (":", "  ")
"""What parts the two halves of a headline."""
RIGHT_BEHIND = 45
"""Characters within which the contact stands that *a day after* dates."""


def choose_dates(
    cue: Cue, scene: Scene, mentions: list[DateMention], clean: str, *, held: bool = True
) -> list[DateMention]:
    """The dates that fit a cue best: one, or several joined by *and*; none where they belong to something else.

    The day on which something was told may be that of a contact only where it was `held`.
    """
    if not held and "telling" in scene.meanings:
        mentions = [m for m in mentions if not any(t.meaning == "telling" for t in find_telling(cue, scene, m, clean))]
    if ON_DAY in cue.flags:
        return [m for m in mentions if 0 <= cue.span.start - m.span.stop <= 1]
    if taken := [other.span.start for other in scene.cues if ON_DAY in other.flags]:
        mentions = [m for m in mentions if not any(0 <= start - m.span.stop <= 1 for start in taken)]
        scene = replace(scene, cues=tuple(other for other in scene.cues if ON_DAY not in other.flags))
    ahead = scene.between(cue.span.start - PURPOSE, cue.span.start, "planned")
    aims = [m.span.start for m in ahead if "purpose" in m.flags]
    if aims and any(m.span.start >= cue.span.stop for m in mentions):
        mentions = [m for m in mentions if m.span.start >= aims[-1]]  # hôm 3/6 đi Paris để gặp A vào ngày 9/6
    if counted := count_from_behind(cue, scene, mentions, clean):
        return [counted]
    mentions = not_counted(cue, scene, mentions, clean)
    costs = ((i, _cost(cue, scene, m, clean)) for i, m in enumerate(mentions))
    ranked = sorted(
        (cost + OTHERS * _is_of_another(cue, scene, mentions, i, clean), i) for i, cost in costs if cost is not None
    )
    if not ranked:
        return []
    best = ranked[0][1]
    chosen = [mentions[best]]
    for mention in reversed(mentions[:best] if mentions[best].span.stop <= cue.span.start else []):
        if not _is_joined(scene, mention, chosen[0], clean):
            break
        chosen.insert(0, mention)
    if times := scene.between(cue.span.stop, mentions[best].span.start, "times"):
        return [m for m in mentions if times[0].span.stop <= m.span.start and not _owned(cue, scene, m, clean)]
    for mention in mentions[best + 1 :]:
        if cue.span.stop > chosen[0].span.start or not _is_joined(scene, chosen[-1], mention, clean):
            break
        chosen.append(mention)
    return chosen


def _is_joined(scene: Scene, first: DateMention, second: DateMention, clean: str) -> bool:
    """Whether no more than *and* stands between two days: *ngày 3 và 5/8*, 7日和9日."""
    joint = clean[first.span.stop : second.span.start]
    marks = scene.between(first.span.stop, second.span.start, "and")
    return bool(marks) and len(joint.strip()) <= JOINT and ";" not in joint


def _cost(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> int | None:
    span = mention.span
    gap = cue.span.start - span.stop if span.stop <= cue.span.start else span.start - cue.span.stop
    gap = BESIDE if _is_own(cue, scene, mention, clean) else gap
    if gap - _named(cue, scene, mention) > FAR or _owned(cue, scene, mention, clean):
        return None
    start, stop = sorted((cue.span.start, span.start))
    if scene.sentence.headline and any(sign in clean[span.stop : max(stop, span.stop)] for sign in HEADS):
        return None
    if ";" in clean[span.stop : max(cue.span.start, span.stop)] or "——" in clean[cue.span.stop : span.start]:
        return None
    if SPEECH.search(clean[cue.span.stop : span.start]):
        return None
    others = [c for c in scene.cues if start < c.span.start < stop and c is not cue]
    telling = 50 * bool(find_telling(cue, scene, mention, clean))
    cost = max(gap, 0) + 40 * len(others) + telling + 25 * clean[start:stop].count(";")
    cost += PARTED * (_is_parted(cue, scene, mention, clean) or _is_of_matter(cue, scene, mention))
    cost += APART * _is_joined_clause(cue, scene, mention, clean) + FAR * is_dateline(scene, mention, clean)
    if isinstance(mention.expression, Calendar) and mention.expression.day:
        cost -= 15
    return cost


def _is_own(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date stands right behind what is said of a noun, or behind the one whose it is, however far.

    *cuộc họp giữa … sẽ diễn ra ngày 12/3*, *hôm nay ca ngợi chuyến thăm của bà B hôm 15/7*.
    """
    start, stop = cue.span.stop, mention.span.start
    if not cue.noun or stop < start or is_of_possessed(scene, mention):
        return False
    if any(start <= c.span.start < stop and "channel" not in c.flags for c in scene.cues):
        return False
    if scene.between(start, stop, "since", "when", "event"):
        return False
    if any(POSTPOSED in mark.flags for mark in scene.settings(cue, "apart")):  # 会谈后宣布，会议定于10月举行
        return False
    said = (m for m in scene.between(start, stop, "planned", "held") if "agreed" not in m.flags)
    if clean.count(",", start, stop) <= 1 and any(stop - m.span.stop <= SAID for m in said):
        return True
    owners = [p for p in scene.presences if start <= p.start and p.stop == stop - 1]
    ties = scene.between(start, owners[0].start, "of") if owners else []
    return any(owners[0].start - mark.span.stop == 1 for mark in ties)


def is_dateline(scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date stands in the line of place and day that opens a paragraph: *HÀ NỘI, 6/6 - …*."""
    stop = mention.span.stop
    if not scene.first or stop - scene.span.start > DATELINE:
        return False
    return TAIL.match(clean, stop) is not None and clean[scene.span.start : stop].count(" ") <= REACH


def _named(cue: Cue, scene: Scene, mention: DateMention) -> int:
    """The letters of the names of those who took part, between words and a date: they put it no farther."""
    start, stop = cue.span.stop, mention.span.start
    if stop < start:
        return _length_of_names(scene, mention.span.stop, cue.span.start)
    told = not cue.noun or scene.between(start, min(start + OWN, stop), "between", "of")
    return _length_of_names(scene, start, stop) if told else 0


def _length_of_names(scene: Scene, start: int, stop: int) -> int:
    inside = (p for p in scene.presences if start <= p.start and p.stop <= stop)
    return sum(p.stop - p.start for p in inside if p.naming.sort is Sort.PERSON)


def _is_parted(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date before a cue stands in a clause that a comma closes: *A, in Cairo until Tuesday, met B on …*."""
    comma = clean.find(",", scene.span.start, mention.span.start)
    return comma >= 0 and "," in clean[mention.span.stop : max(cue.span.start, mention.span.stop)]


def _is_of_matter(cue: Cue, scene: Scene, mention: DateMention) -> bool:
    """Whether a date behind a cue may be that of what they talked of: *a call on the June vote*."""
    if "discussed" not in scene.meanings or mention.span.start < cue.span.stop:
        return False
    return bool(scene.between(cue.span.stop, mention.span.start, "discussed"))


def _is_joined_clause(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date behind a cue opens another clause: *gặp ông A, và hai tuần sau, ngày 11/3, …*, …会谈，7日回国."""
    if HAN.match(clean, cue.span.stop - 1) and clean[cue.span.stop : mention.span.start].strip() == ",":
        return True
    marks = scene.between(cue.span.stop, mention.span.start, "and")
    return any(clean[mark.span.start - 2 : mark.span.start] == ", " for mark in marks)


def _is_of_another(cue: Cue, scene: Scene, mentions: list[DateMention], place: int, clean: str) -> bool:
    """Whether a date before the cue stands behind another one, and the cue has one behind itself."""
    start = mentions[place].span.start
    before = [c for c in scene.cues if c.span.stop <= start < cue.span.start]
    if before and "visit" in before[-1].flags and _goes_on(cue, scene, mentions[place], clean, before[-1]):
        return False
    behind = [m for m in mentions[place + 1 :] if m.span.start >= cue.span.stop]
    return bool(before and behind) and not any(cue.span.stop <= c.span.start < behind[0].span.start for c in scene.cues)


def _owned(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether the date hangs on something else: *since* before it, or another cue right before it."""
    start = mention.span.start
    if (
        _is_put_off(cue, scene, mention)
        or _is_of_main(cue, scene, mention)
        or _is_of_occasion(cue, scene, mention, clean)
    ):
        return True
    if _opens_when(cue, scene, mention) or _is_own(cue, scene, mention, clean):
        return False
    if _is_since(scene, mention):
        return True
    if beside := next((c for c in scene.cues if c.noun and c.span.start - mention.span.stop == 1), None):
        return beside is not cue
    if counts_from_neighbour(mention):
        behind = next((c for c in scene.cues if c.span.start >= mention.span.stop), None)
        gap = clean[mention.span.stop : cue.span.start]
        named = _length_of_names(scene, mention.span.stop, cue.span.start)
        return cue is not behind or len(gap) - named > RIGHT_BEHIND or "," in gap
    others = (_is_of_invitation, _is_of_noun, _is_of_held, _is_of_next, belongs_elsewhere)
    if any(holds(cue, scene, mention, clean) for holds in others):
        return True
    events = scene.between(cue.span.stop, start, "event")
    near = (e for e in events if start - e.span.stop <= EVENT and not _went_on_at(cue, scene, e))
    if any(near) or any(_is_talked_of(cue, event) for event in events):
        return True
    if cue.span.stop <= start and any(0 <= m.span.start - mention.span.stop <= 1 for m in _of(scene, mention)):
        return True
    if cue.noun and (settings := scene.settings(cue, "apart", "about")):
        leads = all(POSTPOSED in m.flags for m in settings) and "," not in clean[
            mention.span.stop : cue.span.start
        ].lstrip(", ")
        if not (leads and mention.span.stop <= cue.span.start):  # 15日美俄元首会晤之前
            return not cue.span.stop <= start <= cue.span.stop + OWN
    if 0 <= start - cue.span.stop <= CLOSE:
        return False
    told_after = _is_told_of_after(cue, scene, mention, clean)
    if told_after or any(cue.span.stop <= c.span.start < start and _is_setting(c, scene) for c in scene.cues):
        return True
    return any(c is not cue and _closes_clause(c, cue, scene, mention, clean) for c in scene.cues)


def _is_talked_of(cue: Cue, event: Mark) -> bool:
    """Whether an event is what they talked of, whose day may stand far behind: *exchanged views on the incident*."""
    return {"loose", "partner"} <= cue.flags and event.span.start - cue.span.stop <= CLOSE


def _is_since(scene: Scene, mention: DateMention) -> bool:
    """Whether a word that means *with* and *since* stands right before a date: *первый разговор с 1979 года*."""
    ties = (m.span for m in scene.between(0, mention.span.start, "with") if mention.span.start - m.span.stop == 1)
    return any(not scene.between(span.start, span.stop, "and") for span in ties)


def _is_put_off(cue: Cue, scene: Scene, mention: DateMention) -> bool:
    """Whether it was to be then, and is to be later: *запланированный на 20 мая разговор перенесён на 22 мая*."""
    later = scene.between(max(cue.span.stop, mention.span.stop), scene.span.stop, "planned")
    return any("moved" in mark.flags for mark in later)


def _is_of_invitation(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a call is told of in a clause of its own, then when somebody had invited: *звонок был: звал в мае*."""
    marks = scene.between(cue.span.stop, mention.span.start, "invited")
    return bool(marks) and cue.kind is not Kind.MEETING and ":" in clean[cue.span.stop : marks[0].span.start]


def _opens_when(cue: Cue, scene: Scene, mention: DateMention) -> bool:
    """Whether a clause that *when* opens right behind a date tells of the cue: *flew in on 20 June, when A met B*."""
    stop = mention.span.stop
    opened = scene.between(stop, stop + REACH + BESIDE, "when") if "when" in scene.meanings else []
    if not opened or opened[0].span.start - stop > BESIDE or cue.span.start < opened[0].span.stop:
        return False
    return not any(opened[0].span.stop <= c.span.start < cue.span.start for c in scene.cues)


def _went_on_at(cue: Cue, scene: Scene, event: Mark) -> bool:
    """Whether a contact was at an event, whose day is its own: *bắt tay tại lễ tang … cuối năm ngoái*."""
    within = scene.between(cue.span.stop, event.span.start, "within")
    return any(event.span.start - mark.span.stop <= 1 and mark.span.start - cue.span.stop <= CLOSE for mark in within)


def _of(scene: Scene, mention: DateMention) -> list[Mark]:
    """The word by which a date tells of what stands behind it: 8月的峰会."""
    return [m for m in scene.between(mention.span.stop, mention.span.stop + CLOSE, "of") if "leads" in m.flags]


def _is_of_occasion(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date is that of what others write on: *Nhân dịp ông A được bầu (22/5), ông B gửi điện mừng*."""
    start, stop = mention.span.start, mention.span.stop
    marks = scene.between(scene.span.start, start, "occasion")
    inside = any("," not in clean[mark.span.stop : start] for mark in marks)
    return inside and "," in clean[stop : max(cue.span.start, stop)]


def _is_of_noun(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether an article before a date makes it part of another noun's phrase: *the April 22 summit*."""
    start, stop = mention.span.start, mention.span.stop
    if is_of_possessed(scene, mention):
        return True
    articles = (m for m in scene.marks if m.meaning != "within" and (m.meaning == "article" or "definite" in m.flags))
    phrased = any(m.span.start <= start and start - m.span.stop <= 1 for m in articles if m.span.stop < stop)
    if not phrased or not isinstance(mention.expression, Calendar) or not clean[stop + 1 : stop + 2].isalpha():
        return False
    return not 0 <= cue.span.start - stop <= CLOSE


def is_of_possessed(scene: Scene, mention: DateMention) -> bool:
    """Whether a day is that of something else, whose it is by a sign of possession: *Sunday's victory*."""
    stop = mention.span.stop
    owning = any(m.meaning == "possessive" and (stop in (m.span.start, m.span.stop)) for m in scene.marks)
    return owning and not any(0 <= other.span.start - mention.span.stop <= CLOSE for other in scene.cues)


def _is_of_held(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether it is that of a contact told of before a plan, or before an earlier one, in a clause of its own.

    *hôm 16/10 điện đàm, sẽ gặp*; so is that of a plan told of behind the cue: 通话，商定下周会面.
    """
    start, stop = mention.span.stop, cue.span.start
    if start >= stop:
        return cue.span.stop < mention.span.start and _is_of_plan(cue, scene, mention, clean)
    if not (ahead := scene.between(start, stop, "planned", "proposed", "again")):
        return False
    others = [c.span for c in scene.cues if start <= c.span.start and c.span.stop <= ahead[0].span.start]
    return bool(others) and "," in clean[others[-1].stop : ahead[0].span.start]


def _is_of_next(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date opens the clause of a later act, in a script whose dates stand before theirs: 通话，2日会面.

    So is one in what was said in a contact: 通话中重申，9日签署的….
    """
    start = mention.span.start
    gap = clean[cue.span.stop : start]
    if not gap or not HAN.match(clean, cue.span.stop - 1) or not set(gap) & set(",;"):
        return False
    said = any(POSTPOSED in mark.flags for mark in scene.settings(cue, "within"))
    return said or any(c.span.start >= mention.span.stop for c in scene.cues)


def _is_of_plan(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a plan of somebody who acts in a clause of its own stands before a date behind a cue that is no plan."""
    ahead = scene.between(cue.span.stop, mention.span.start, "planned")
    comma = clean.find(",", cue.span.stop, ahead[0].span.start) if ahead else -1
    if comma < 0:
        return False
    acting = any(comma < p.start < ahead[0].span.start and p.naming.sort is Sort.PERSON for p in scene.presences)
    if not acting and "agreed" not in ahead[0].flags:
        return False
    return not scene.between(scene.span.start, cue.span.start, "planned", "proposed")


def _is_of_main(cue: Cue, scene: Scene, mention: DateMention) -> bool:
    """Whether *after* stands between a date and a cue, and the contact that it dates before both."""
    after = [m for m in scene.between(mention.span.stop, cue.span.start, "when") if "past" in m.flags]
    return bool(after) and any(c.span.stop <= mention.span.start for c in scene.cues)


def _is_told_of_after(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date stands in the main clause before another act: *Sau khi gặp A, ông hôm 8/3 gọi cho B*."""
    opened = scene.between(scene.span.start, cue.span.start, "when")
    if cue.noun or not opened or "," in clean[opened[-1].span.stop : cue.span.start]:
        return False
    behind = any(c.span.start >= mention.span.stop for c in scene.cues)
    return behind and "," in clean[cue.span.stop : mention.span.start]


def _is_setting(cue: Cue, scene: Scene) -> bool:
    """Whether a contact is only the time of another: *sau cuộc điện đàm …*."""
    return cue.noun and bool(scene.settings(cue, "apart"))


def dates_event(scene: Scene, mention: DateMention) -> bool:
    """Whether a date is that of what happened elsewhere (*vụ hỏa hoạn hôm 25/3*, *the first since May 3*) or was said
    (*hôm 11/2 xác nhận*).
    """
    start, stop = mention.span.start, mention.span.stop
    since = (m for m in scene.between(scene.span.start, start, "since") if POSTPOSED not in m.flags)
    if any(start - m.span.stop <= OTHERS for m in since):
        return True
    behind = scene.between(stop, stop + EVENT, "telling", "about")
    told = (m for m in behind if ("readout" not in m.flags if m.meaning == "telling" else "clause" in m.flags))
    return any(told) or any(start - m.span.stop <= EVENT for m in scene.between(scene.span.start, start, "event"))


def _closes_clause(other: Cue, cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date stands right behind another cue, or ends that one's clause: *gặp B hôm 3/6, sẽ điện đàm với …*."""
    start, stop = mention.span.start, mention.span.stop
    before, behind = clean[other.span.stop : start], clean[stop : cue.span.start]
    if ";" in before:
        return False
    if 0 <= start - other.span.stop <= CLOSE:
        if scene.between(other.span.stop, start, "planned", "proposed") and other.span.stop <= cue.span.start:
            return False  # 在通话中商定4月10日会晤
        if other.span.stop <= cue.span.start and _goes_on(cue, scene, mention, clean, other):
            return False
        return not (behind and "," in before and "," not in behind)
    own_mood = any(mark.sheet == "status" for mark in scene.marks if stop <= mark.span.start < cue.span.start)
    return 0 < len(before) <= OTHERS and "," not in before and behind.startswith(",") and own_mood


def _goes_on(cue: Cue, scene: Scene, mention: DateMention, clean: str, before: Cue) -> bool:
    """Whether whoever acted at a time did something else right then: *flew to Rome on Monday and met B*.

    So is what he went for: *flew to Rome on Monday for talks*.
    """
    start, stop = mention.span.stop, cue.span.start
    if stop < start:
        return False
    joined = any(0 <= m.span.start - start <= 1 for m in scene.between(start, stop, "and"))
    meant = "visit" in before.flags and stop - start <= PURPOSE and "," not in clean[start:stop]
    if (
        not (joined or meant)
        or scene.settings(cue, "apart", "when", "about")
        or any(start <= p.start < stop for p in scene.presences)
    ):
        return False
    return not any(m.sheet == "status" for m in scene.marks if start <= m.span.start and m.span.stop <= stop)
