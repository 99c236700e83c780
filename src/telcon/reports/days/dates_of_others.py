"""Dates in a contact's sentence that are those of something else: an event, a paper, another act, a beginning."""

from __future__ import annotations

from itertools import chain

from telcon.letters.han import HAN
from telcon.mentions.dates import DateMention, Origin, Shift
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.reports.scenes import POSTPOSED, Scene

BESIDE, REACH, CLOSE, EVENT = 2, 5, 20, 40
"""Characters within which words stand side by side, near, close, and those of an event before its day."""


SINCE, CLAUSE, NAMED = 6, 90, 24
"""Characters within which *since* stands before its date, a clause of it ends behind, and an event is named behind."""


def belongs_elsewhere(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date in the sentence of a cue is that of something else than the contact."""
    return (
        _is_of_earlier(cue, scene, mention, clean)
        or _is_of_act_behind(cue, scene, mention, clean)
        or _is_of_setting_behind(cue, scene, mention)
        or _is_of_since(cue, scene, mention, clean)
        or _is_of_what_followed(cue, mention, clean)
        or is_of_event(scene, mention, clean)
        or _opens_next(cue, scene, mention, clean)
        or _is_fixed(cue, mention, clean)
        or _is_of_time_before(cue, scene, mention, clean)
        or _counts_from_contact(cue, scene, mention, clean)
    )


def _is_of_earlier(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date before a cue is that of an event told of in a clause of its own, or of what tells of the cue.

    *động đất đêm 17/6 gây thiệt hại, Thủ tướng gửi điện …*, *tin đăng ngày 8/2 về việc ông A gặp …*.
    """
    start, stop = mention.span.start, mention.span.stop
    if any("clause" in m.flags for m in scene.between(stop, cue.span.start, "about")):
        return True
    if _is_of_medium(scene, mention, clean):
        return True
    events = scene.between(start - EVENT, start, "event")
    if not events or "," in clean[events[-1].span.stop : start] or "," not in clean[stop : max(cue.span.start, stop)]:
        return False
    place = events[-1].span.start
    return not any(
        0 <= place - m.span.stop <= REACH for m in scene.between(scene.span.start, place, "within", "attends")
    )


def _is_of_act_behind(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a comma parts a noun from an act behind it that the date is told of: *…, có thể gặp nhau hôm 23/10*.

    So is the act that a noun only sets the time of: *До визита президенты разговаривали по телефону в апреле*.
    """
    behind = scene.cues if cue.noun else ()
    acts = [c.span.start for c in behind if not c.noun and cue.span.stop <= c.span.start < mention.span.start]
    return any("," in clean[cue.span.stop : start] for start in acts) or bool(acts and scene.settings(cue, "apart"))


def _is_of_setting_behind(cue: Cue, scene: Scene, mention: DateMention) -> bool:
    """Whether a date is that of a noun that only sets the time of the cue before it: 此次通话是在2月会晤之后进行的."""
    behind = [c for c in scene.cues if cue.span.stop <= c.span.start]
    first = behind[0] if behind else cue
    between = cue.span.stop <= mention.span.start and 0 <= first.span.start - mention.span.stop <= EVENT
    return between and first.noun and any(POSTPOSED in m.flags for m in scene.settings(first, "apart"))


def _is_of_medium(scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date is that of the paper according to which something is told: *theo báo X ngày 11/8, …*."""
    start, comma = mention.span.start, clean.startswith(",", mention.span.stop)
    media = [p for p in scene.presences if p.naming.sort is Sort.MEDIUM and 0 <= start - p.stop <= BESIDE]
    marks = scene.between(scene.span.start, media[0].start, "according") if comma and media else []
    return bool(marks) and media[0].start - marks[-1].span.stop <= CLOSE


def _is_of_since(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether *since* stands before a date, or behind it what else began or came about then: 8月1日起征税."""
    start = mention.span.start
    for mark in scene.between(scene.span.start, scene.span.stop, "since"):
        if POSTPOSED in mark.flags:
            gap = clean[mention.span.stop : mark.span.start]
            if "closes" in mark.flags:
                inside = mention.span.stop <= cue.span.start < mark.span.start
                if 0 < len(gap) <= CLAUSE and "," not in gap and not inside:
                    return True
            elif ("occurs" in mark.flags or "visit" not in cue.flags) and 0 <= mark.span.start - mention.span.stop <= 1:
                return True
        elif 0 <= start - mark.span.stop <= SINCE or cue.span.stop <= mark.span.start < start:
            return True
    return False


def _opens_next(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date opens the clause of a later act: *met B in Rome, and on 1 November C awaits him*."""
    start, stop = mention.span.start, mention.span.stop
    if start < cue.span.stop or "," not in clean[max(start - REACH, cue.span.stop) : start]:
        return False
    behind = next((c.span.start for c in scene.cues if c.span.start >= stop), None)
    return behind is not None and "," not in clean[stop:behind]


def _is_fixed(cue: Cue, mention: DateMention, clean: str) -> bool:
    """Whether a day stands between commas behind a cue as what was fixed: *and they set a date, 3 May, on which …*."""
    start, stop = mention.span.start, mention.span.stop
    apposed = clean[start - 2 : start] == ", " and clean.startswith(", ", stop)
    return apposed and start > cue.span.stop and "," in clean[cue.span.stop : start - 2]


def _is_of_time_before(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date is that of what was before, as a word behind it tells: 3月两国和解之后，两人首次通话."""
    start, stop = mention.span.stop, cue.span.start
    if start > stop or not HAN.match(clean, cue.span.start):
        return False
    marks = (m for m in scene.between(start, min(stop, start + EVENT), "apart") if POSTPOSED in m.flags)
    return any(
        m.span.start > start + BESIDE
        and "," not in clean[start : m.span.start]
        and clean[m.span.stop : stop].lstrip()[:1] == ","
        for m in marks
    )


def _is_of_what_followed(cue: Cue, mention: DateMention, clean: str) -> bool:
    """Whether a date opens a clause behind what is only said of a contact told of before: 这通电话停了谈判，8月又…."""
    gap = clean[cue.span.stop : mention.span.start]
    return (
        "known" in cue.flags
        and HAN.match(clean, cue.span.stop - 1) is not None
        and gap.endswith((",", ", ", ";", "; "))
    )


def _counts_from_contact(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether days are counted right behind a contact from it, where words have no spaces: 会见卢拉(的)两天后，…."""
    start, when = mention.span.start, mention.expression
    counted = isinstance(when, Shift) and when.origin is Origin.ANCHOR and when.amount > 0
    if not counted or not HAN.match(clean, cue.span.stop - 1):
        return False
    joint = next((m.span.start for m in scene.between(start - BESIDE, start, "of") if "leads" in m.flags), start)
    stops = (cue.span.stop, *(p.stop for p in scene.presences if p.start >= cue.span.stop))
    return any(0 <= joint - stop <= 1 for stop in stops)


def is_of_event(scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether what happened on a day is named behind it, where words have no spaces: 5月12日汶川地震."""
    stop = mention.span.stop
    if not HAN.match(clean, mention.span.start - 1) and not HAN.match(clean, stop - 1):
        return False
    for event in scene.between(stop, stop + NAMED, "event"):
        gap = Span(stop, event.span.start)
        spans = chain((mark.span for mark in scene.marks), (cue.span for cue in scene.cues))
        between = any(gap.start <= span.start < gap.stop for span in spans)
        return not between and "," not in clean[gap.start : gap.stop]
    return False
