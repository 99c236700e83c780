"""Partners told of in turn behind one act: each behind the same word, or with a day or a place of his own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from telcon.model.mentions import Cue, How, Mark
from telcon.model.spans import Span
from telcon.reports.participants.noun_parties import TIES
from telcon.reports.scenes import ON_DAY, Presence, Scene

CARRIED = frozenset({"directed", "received", "loose"})
JOINT, JOINING, TURN, ADVERB = 4, 16, 30, 8
IN_TURN = re.compile(r", \w{1,8}")
"""When the next one was: *sáng với A, chiều với B*."""


def find_in_turn(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """*điện đàm với A hôm 6/3, với B hôm 7/3*: the word that tied the first partner stands again before the next."""
    for cue, behind in zip_longest(scene.cues, scene.cues[1:]):
        stop = behind.span.start if behind else scene.span.stop
        ways = scene.between(cue.span.stop, stop, *TIES, "by", "respectively")
        tied = [m for m in ways if (m.meaning != "respectively" or "each" in m.flags) and _ties(m.span.stop, scene)]
        if "visit" in cue.flags or not tied:
            continue
        swallowed = _ties(cue.span.stop, scene)
        word = clean[cue.span.start : cue.span.stop].rsplit(maxsplit=1)[-1] if swallowed else _words(tied[0], clean)
        for mark in tied if swallowed else tied[1:]:
            words = _words(mark, clean)
            again = words == word or ("each" in mark.flags and words.endswith(f" {word}"))
            dated = _has_day(mark.span.start, cue, scene, clean, days)
            if (dated and (again or mark.meaning == "with")) or (again and _stands_apart(mark, cue, scene, clean)):
                way = {"object", "received"} if mark.meaning == "from" else {"object"}
                way |= {ON_DAY} if dated else set()
                yield Cue(mark.span, cue.kind, False, (cue.flags & CARRIED) | way, cue.rule)


def find_on_days(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """*met A on Monday and B on Tuesday*: *and*, or a comma, before a partner with a day or a place of his own.

    So has the one before him: *met A in Paris, B on Tuesday and C on Friday*, *received A in the morning and B …*;
    he alone before a word that joins them one by one: *met A on Thursday, followed by B*.
    """
    for cue, behind in zip_longest(scene.cues, scene.cues[1:]):
        stop = behind.span.start if behind else scene.span.stop
        people = [p for p in scene.presences if p.leader and cue.span.stop <= p.start < stop]
        runs = list(_with_names(people, clean)) if "visit" not in cue.flags else []
        for (_, first), (other, last) in pairwise(runs):
            joint = _joint_before(other, scene, clean)
            if joint is None or joint.start < first.stop or last.naming.how is not How.NAME:
                continue
            told = any(span.stop <= joint.start for span in _told_behind(first, scene, days))
            own = [span for span in _told_behind(last, scene, days) if span.stop <= stop]
            dated = len(joint) > 1 or any(span in days for span in own)
            follows = any("each" in m.flags for m in scene.between(joint.start, joint.stop, "and"))
            if told and ((own and dated) or follows) and "," not in clean[first.stop : joint.start].lstrip(", "):
                yield Cue(joint, cue.kind, False, (cue.flags & CARRIED) | {"object"}, cue.rule)


def find_after_days(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """*met A on Monday, on Tuesday B and on Wednesday C*: an act left out, a day of his own before each partner."""
    for cue, behind in zip_longest(scene.cues, scene.cues[1:]):
        stop = behind.span.start if behind else scene.span.stop
        for presence in scene.presences if "object" in cue.flags and not cue.noun else ():
            near = presence.leader and presence.naming.how is How.NAME and cue.span.stop < presence.start < stop
            if near and _closes(presence, scene, clean, days) and _has_day(presence.start, cue, scene, clean, days):
                span = Span(presence.start - 1, presence.start)
                yield Cue(span, cue.kind, False, (cue.flags & CARRIED) | {"object", ON_DAY}, cue.rule)


def find_before_days(scene: Scene, clean: str, days: Sequence[Span]) -> Iterator[Cue]:
    """16日同A、17日同B举行会谈: words before the act that tie each partner, a day of his own before each."""
    ties = [m for m in scene.between(scene.span.start, scene.span.stop, "with") if "ahead" in m.flags]
    dated = [m for m in ties if any(0 <= m.span.start - day.stop <= 1 for day in days) and _ties(m.span.stop, scene)]
    for mark, later in pairwise(dated):
        act = next((cue for cue in scene.cues if cue.span.start > mark.span.stop), None)
        partner = next(p for p in scene.presences if p.start >= mark.span.stop)
        day = max((d for d in days if d.stop <= later.span.start), key=lambda d: d.stop)
        if act and act.span.start > later.span.stop and clean[partner.stop : day.start].strip(" ") in ("、", ",", ";"):
            yield Cue(mark.span, act.kind, False, (act.flags & CARRIED) | {"object", ON_DAY}, act.rule)


def _has_day(start: int, cue: Cue, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether a day stands right before a place, and *and* or a comma parts it from the partner before."""
    last = max((p.stop for p in scene.presences if p.leader and cue.span.stop <= p.stop <= start), default=0)
    day = next((day for day in days if last < day.start and 0 <= start - day.stop <= 1), None)
    if not last or day is None:
        return False
    gap = clean[last : day.start]
    joints = [m.span for m in scene.between(last, day.start, "and") if m.span.start - last <= len(", ")]
    words = clean[joints[-1].stop : day.start] if joints else gap.lstrip(" ,;")
    return bool(joints or gap.startswith((",", ";"))) and len(words.split()) <= 1 and not set(words) & set(",.;:")


def _closes(presence: Presence, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether nothing that somebody does stands behind him: a sign, *and*, a place or a day."""
    stop = presence.stop
    marks = scene.between(stop, stop + ADVERB, "and", "within")
    told = any(m.span.start - stop <= 1 for m in marks) or any(0 <= day.start - stop <= 1 for day in days)
    return told or clean[stop : stop + 1] in tuple(",.;)") or stop >= scene.span.stop


def _with_names(people: Sequence[Presence], clean: str) -> Iterator[tuple[Presence, Presence]]:
    """The first and last naming of each of those named: an office and the name behind a comma are of one."""
    start: Presence | None = None
    for presence, behind in zip_longest(people, people[1:]):
        start = start or presence
        if behind and behind.leader == presence.leader and clean[presence.stop : behind.start] == ", ":
            continue
        yield start, presence
        start = None


def _joint_before(presence: Presence, scene: Scene, clean: str) -> Span | None:
    """Where *and* or a comma stands right before somebody."""
    start = presence.start
    if clean.endswith(", ", 0, start):
        return Span(start - len(", "), start - 1)
    marks = (m.span for m in scene.between(start - JOINING, start, "and"))
    return next((span for span in marks if start - span.stop <= 1), None)


def _told_behind(presence: Presence, scene: Scene, days: Sequence[Span]) -> Iterator[Span]:
    """A day close behind somebody, or the word for *in* right behind him."""
    yield from (day for day in days if 0 <= day.start - presence.stop <= ADVERB)
    marks = (m.span for m in scene.between(presence.stop, presence.stop + ADVERB, "within"))
    yield from (span for span in marks if 0 < span.start - presence.stop <= 1)


def _words(mark: Mark, clean: str) -> str:
    return clean[mark.span.start : mark.span.stop]


def _ties(place: int, scene: Scene) -> bool:
    """Whether somebody who leads a state is named right behind a place."""
    return any(0 <= p.start - place <= 1 and p.leader and p.leader.leads for p in scene.presences)


def _stands_apart(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether something is said of the partner before, and a comma, a semicolon or *and* parts the next from it."""
    last = max((p.stop for p in scene.presences if p.leader and cue.span.stop <= p.stop <= mark.span.start), default=0)
    gap = clean[last : mark.span.start].rstrip()
    if not last or any(sign in gap for sign in ':.“”"'):
        return False
    if ";" in gap:
        return len(gap) - gap.rindex(";") <= TURN and not scene.between(last, mark.span.start, "telling", "denied")
    joints = scene.between(last, mark.span.start, "and")
    joined = any(m.span.stop == last + len(gap) or m.span.start - last <= 1 for m in joints) and len(gap) <= TURN
    if any("each" in m.flags and m.span.stop == last + len(gap) for m in joints):
        return True
    if IN_TURN.fullmatch(gap) and not scene.between(last, mark.span.start, "turn"):
        return True
    return (joined or gap.endswith((",", "—", "–"))) and len(gap.strip(" ,")) > JOINT
