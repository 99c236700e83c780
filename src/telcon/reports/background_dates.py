"""Dates of what was or began elsewhere, beside a contact: *since 3 May*, 8月1日起, 5月12日汶川地震."""

from __future__ import annotations

from itertools import chain

from telcon.letters.han import HAN
from telcon.mentions.dates import DateMention
from telcon.model.mentions import Cue
from telcon.model.spans import Span
from telcon.reports.scenes import POSTPOSED, Scene

SINCE, CLAUSE, NAMED = 6, 90, 24
"""Letters within which *since* stands before its date, a clause of it ends behind, and an event is named behind."""


def is_of_since(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether *since* stands before a date, or behind it what else began or came about then: 8月1日起征税."""
    start = mention.span.start
    for mark in scene.between(scene.span.start, scene.span.stop, "since"):
        if POSTPOSED in mark.flags:
            gap = clean[mention.span.stop : mark.span.start]
            if "closes" in mark.flags:
                if 0 < len(gap) <= CLAUSE and "," not in gap:
                    return True
            elif ("occurs" in mark.flags or "visit" not in cue.flags) and 0 <= mark.span.start - mention.span.stop <= 1:
                return True
        elif 0 <= start - mark.span.stop <= SINCE or cue.span.stop <= mark.span.start < start:
            return True
    return False


def is_of_what_followed(cue: Cue, mention: DateMention, clean: str) -> bool:
    """Whether a date opens a clause behind what is only said of a contact told of before: 这通电话停了谈判，8月又…."""
    gap = clean[cue.span.stop : mention.span.start]
    return "known" in cue.flags and HAN.match(clean, cue.span.stop - 1) is not None and gap.endswith((",", ", "))


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
