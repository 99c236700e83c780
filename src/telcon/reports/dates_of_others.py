"""Dates in a contact's sentence that are those of something else: of an event, of a paper, of another act."""

from __future__ import annotations

from telcon.mentions.dates import DateMention
from telcon.model.mentions import Cue, Sort
from telcon.reports.scenes import Scene

BESIDE, REACH, CLOSE, EVENT = 2, 5, 20, 40
"""Characters within which words stand side by side, near, close, and those of an event before its day."""


def is_of_earlier(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
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


def is_of_act_behind(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a comma parts a noun from an act behind it that the date is told of: *…, có thể gặp nhau hôm 23/10*."""
    behind = scene.cues if cue.noun else ()
    acts = [c.span.start for c in behind if not c.noun and cue.span.stop <= c.span.start < mention.span.start]
    return any("," in clean[cue.span.stop : start] for start in acts)


def _is_of_medium(scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date is that of the paper according to which something is told: *theo báo X ngày 11/8, …*."""
    start, comma = mention.span.start, clean.startswith(",", mention.span.stop)
    media = [p for p in scene.presences if p.naming.sort is Sort.MEDIUM and 0 <= start - p.stop <= BESIDE]
    marks = scene.between(scene.span.start, media[0].start, "according") if comma and media else []
    return bool(marks) and media[0].start - marks[-1].span.stop <= CLOSE
