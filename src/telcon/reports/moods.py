"""Whether a cue speaks of what was, will be, might be or was not: read from the words around it in its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telcon.model.contacts import Status
from telcon.model.mentions import Cue, Mark
from telcon.model.spans import Span
from telcon.reports.scenes import Scene

MOODS = {status.value: status for status in Status} | {"invited": Status.PROPOSED}
PAUSE = re.compile(r"[:;“”\"]")
BEFORE, BEHIND, TIGHT, CLOSE = 75, 45, 14, 9


@dataclass(frozen=True, slots=True)
class Mood:
    """The status that a cue's clause gives it, None where it is unreal (asked, imagined); `mark` says so."""

    status: Status | None
    mark: Mark | None = None


def read_mood(cue: Cue, scene: Scene, clean: str) -> Mood:
    """Weigh the marks around a cue: unreal and denied before what is close, what is close before what is far."""
    left, right = _clause(cue, scene, clean)
    if (pause := PAUSE.search(clean, cue.span.stop, right)) is not None:
        right = pause.start()
    marks = [m for m in scene.marks if m.sheet == "status" and left <= m.span.start and m.span.stop <= right]
    if any(mark.meaning == "held" for mark in scene.marks if mark.span.stop <= cue.span.start):
        marks = [mark for mark in marks if "purpose" not in mark.flags]
    for meaning in ("unreal", "denied"):
        found = [mark for mark in marks if mark.meaning == meaning and _governs(mark, cue)]
        if found and not _doubted(found[-1], marks):
            return Mood(MOODS.get(meaning), found[-1])
        marks = [mark for mark in marks if mark not in found]
    if tight := [
        m for m in marks if m.meaning == "held" and 0 <= cue.span.start - m.span.stop <= TIGHT and not cue.noun
    ]:
        return Mood(Status.HELD, tight[-1])
    weighed = [mark for mark in marks if mark.meaning in MOODS and _governs(mark, cue)]
    nearest = min(weighed, key=lambda mark: (_distance(mark, cue), mark.span.start), default=None)
    return Mood(MOODS[nearest.meaning], nearest) if nearest else Mood(Status.HELD)


def _doubted(denial: Mark, marks: list[Mark]) -> bool:
    """Whether a denial is itself only possible: *để ngỏ khả năng hủy cuộc gặp*."""
    return "cancel" in denial.flags and any(
        mark.meaning in ("proposed", "planned") and 0 <= denial.span.start - mark.span.stop <= CLOSE for mark in marks
    )


def _governs(mark: Mark, cue: Cue) -> bool:
    if "tight" in mark.flags and not 0 <= cue.span.start - mark.span.stop <= CLOSE:
        return False
    if mark.span.stop <= cue.span.start or "either" in mark.flags:
        return True
    return cue.noun and not mark.flags & {"wish", "agreed"} and mark.meaning != "invited"


def _distance(mark: Mark, cue: Cue) -> int:
    if mark.span.stop <= cue.span.start:
        return cue.span.start - mark.span.stop
    return mark.span.start - cue.span.stop + 5


def _clause(cue: Cue, scene: Scene, clean: str) -> tuple[int, int]:
    left, right = scene.span.start, scene.span.stop
    left = max(left, cue.span.start - BEFORE, clean.rfind(";", left, cue.span.start) + 1)
    setting = [m for m in scene.marks if cue.noun and 0 <= cue.span.start - m.span.stop <= 1]
    if any(mark.meaning in ("apart", "about") for mark in setting):
        left = cue.span.start
    within = any(mark.meaning == "within" for mark in setting)
    right = min(right, cue.span.stop + BEHIND)
    if (stop := clean.find(";", cue.span.stop, right)) >= 0:
        right = stop
    for other in scene.cues:
        if other.span.start >= cue.span.stop:
            right = min(right, other.span.start)
        elif other.span.stop <= cue.span.start and not within and not _same_act(other, cue, clean):
            left = max(left, other.span.stop)
    return left, right


def _same_act(other: Cue, cue: Cue, clean: str) -> bool:
    """Whether two cues stand so close that one mood governs both (`sẽ có cuộc gặp, hội đàm`)."""
    return cue.span.start - other.span.stop <= 3


def mood_span(mood: Mood, cue: Cue) -> tuple[Span, ...]:
    """Where the mood is said: its mark and the cue."""
    return (mood.mark.span, cue.span) if mood.mark else (cue.span,)
