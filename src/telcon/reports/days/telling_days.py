"""Days on which something was told: a date beside a verb of saying, not beside the contact."""

from __future__ import annotations

from telcon.mentions.dates import DateMention
from telcon.model.mentions import Cue, Mark, Sort
from telcon.reports.scenes import POSTPOSED, Scene

BESIDE, REACH, HEARERS = 2, 5, 24


def find_telling(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> list[Mark]:
    """The reporting verbs and denials that stand between a date and the cue behind it: it is the day of the telling."""
    if scene.meanings.isdisjoint(("telling", "denied")):
        return []
    return [
        mark
        for mark in scene.marks
        if (mark.meaning == "telling" or (mark.meaning == "denied" and "tight" not in mark.flags))
        and not _is_act(mark, cue, scene)
        and (
            (mention.span.stop <= mark.span.start and mark.span.stop <= cue.span.start)
            or (cue.span.stop <= mention.span.start and _is_told_then(mark, scene, mention))
            or (
                mark.meaning == "telling"
                and "clause" not in mark.flags
                and 0 <= mention.span.start - mark.span.stop <= BESIDE + _reach(scene, mark, mention)
                and "," not in clean[mark.span.stop : mention.span.start]
                and not _opens_clause(mention, cue, scene, clean)
                and not (0 <= cue.span.start - mention.span.stop <= REACH and scene.settings(cue, "within"))
            )
            or _closes_quotation(cue, mark, mention, clean)
        )
    ]


def _opens_clause(mention: DateMention, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a day opens what is told, somebody acting right behind its comma: *cho biết ngày 3/8, ông A đã …*.

    A place may stand between: *đưa tin ngày 3/8, tại Paris, ông A đã …*.
    """
    stop = mention.span.stop
    comma = clean.startswith(",", stop) and stop < cue.span.start
    if comma and any(m.span.start - stop <= BESIDE for m in scene.between(stop, stop + REACH, "within")):
        stop = max(clean.find(",", stop + 1, cue.span.start), stop)
    return comma and any(0 <= p.start - stop - len(",") <= 1 for p in scene.presences)


def _is_told_then(mark: Mark, scene: Scene, mention: DateMention) -> bool:
    """Whether a verb of saying stands right behind a date, if only *has* between them: 上周已经宣布."""
    stop = mention.span.stop
    held = scene.between(stop, mark.span.start, "held")[:1]
    start = next((m.span.stop for m in held if m.span.start - stop <= 1), stop)
    return 0 <= mark.span.start - start <= 1


def _leads_in(scene: Scene, mention: DateMention) -> int:
    """The letters of a preposition right before a date, with its space: *on September 20*."""
    start = mention.span.start
    before = scene.between(start - REACH, start, "within", "from")
    return next((start - m.span.start for m in before if m.span.stop == start - 1), 0)


def _reach(scene: Scene, mark: Mark, mention: DateMention) -> int:
    return _leads_in(scene, mention) + _hearers(scene, mark)


def _hearers(scene: Scene, mark: Mark) -> int:
    """The letters that may tell to whom it was said, before the day: *nói với báo giới hôm nay*."""
    stop = mark.span.stop
    named = any(0 <= p.start - stop <= HEARERS for p in scene.presences)
    return 0 if named or not scene.between(stop, stop + REACH, "with", "to") else HEARERS


def _closes_quotation(cue: Cue, mark: Mark, mention: DateMention, clean: str) -> bool:
    """Whether the words that hold the cue end before the one who says them: *"…," he told reporters on Monday*."""
    if mark.meaning != "telling" or not cue.span.stop <= mark.span.start < mention.span.start:
        return False
    gap = clean[cue.span.stop : mark.span.start]
    return ("”" in gap and "“" not in gap) or gap.count('"') == 1


def _is_act(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether a verb of saying is itself what went through a channel: *nói với ông B qua điện thoại*.

    So is what was said to the one named right behind it: *warned B in a phone call*.
    """
    hearer = (p for p in scene.presences if 0 <= p.start - mark.span.stop <= REACH and p.stop <= cue.span.start)
    inside = "channel" in cue.flags or any(POSTPOSED not in m.flags for m in scene.settings(cue, "within"))
    if inside and any(p.naming.sort is Sort.PERSON for p in hearer):
        return True
    return "channel" in cue.flags and bool(scene.between(mark.span.stop, mark.span.stop + REACH, "with", "to"))
