"""What the endings of names tell: who acts, and who belongs together, in a language whose words change."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.inflections import NOMINATIVE, Case
from telcon.model.mentions import Cue, How, Sort
from telcon.model.spans import Span
from telcon.reports.scenes import Presence, Scene

OPENS = ' “"‘\n'
"""Signs behind which a word begins."""


def may_call(presence: Presence) -> bool:
    """Whether somebody is not told, by his ending, to be the one reached: *Путину позвонили из Берлина*."""
    return Case.DATIVE not in presence.naming.cases or Case.NOMINATIVE in presence.naming.cases


def agree(left: Presence, right: Presence) -> bool:
    """Whether two stand in one case that no subject has, as in a list: *встреча Путина, Эрдогана и Рухани*."""
    own = right.naming.cases
    return bool(own & left.naming.cases) and Case.NOMINATIVE not in own


def disagree(left: Presence, right: Presence) -> bool:
    """Whether only the second of two can be a subject, by the endings: *Принимая премьера, Путин …*."""
    return right.naming.cases == NOMINATIVE and bool(left.naming.cases) and Case.NOMINATIVE not in left.naming.cases


def has_unnamed_subject(scene: Scene, cue: Cue, clean: str, days: Sequence[Span]) -> bool:
    """Whether a word with a capital that names nobody stands right before an act: *Raila talked with Magufuli*."""
    stop = cue.span.start - 1
    stop = next((m.span.start - 1 for m in scene.marks if m.span.stop == stop), stop)  # Odinga later spoke with …
    start = max(clean.rfind(sign, 0, stop) for sign in OPENS) + 1
    word = clean[start:stop]
    if not word.isalpha() or not word[0].isupper() or word.isupper():
        return False
    others = (*(p.naming.span for p in scene.presences), *(m.span for m in scene.marks), *days)
    return not any(span.start < stop and start < span.stop for span in others)


def has_unknown_subject(scene: Scene, cue: Cue) -> bool:
    """Whether somebody whom nothing names acts, by his ending: *Министр дел республики встретился с …*."""
    before = [p for p in scene.presences if p.stop <= cue.span.start and p.naming.sort is Sort.PERSON]
    last = before[-1] if before else None
    acts = last is not None and not last.actors and Case.NOMINATIVE in last.naming.cases
    return acts and last is not None and last.naming.how in (How.OFFICE, How.TITLE)
