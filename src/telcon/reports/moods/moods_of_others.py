"""Words of mood that stand in the clause of a contact, and are said of something else."""

from __future__ import annotations

from telcon.model.mentions import Cue, Mark
from telcon.reports.scenes import POSTPOSED, Scene

CLOSE, ASKED, NEXT, GROUP = 9, 60, 16, 12
"""Characters between a word and what it is said of, before who asked, between *and* and what is to be done next (*và
cam kết sẽ*), and of a verb between a comma and its word of mood (*, it has been …*)."""


def is_of_next_act(mark: Mark, scene: Scene) -> bool:
    """Whether *and* right before a mood makes it that of what the same one does next: *had talks with A and will …*."""
    start = mark.span.start
    joints = scene.between(start - NEXT, start, "and")
    named = any(joints[-1].span.stop <= p.start < start for p in scene.presences) if joints else True
    return mark.meaning in ("planned", "proposed") and not named


def is_turned_from(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether *but* parts a word from its cue; what is called off right behind it is what was to come before it."""
    start, stop = min(mark.span.stop, cue.span.stop), max(mark.span.start, cue.span.start)
    turns = scene.between(start, stop, "turn")
    if turns and "cancel" in mark.flags and turns[-1].span.stop <= mark.span.start:
        return any(turns[-1].span.stop <= p.start < mark.span.start for p in scene.presences)
    return bool(turns)


def is_cut_off(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a comma parts a word from its cue: one that counts right before it, or one within a setting: …之后, …."""
    start, stop = mark.span.stop, cue.span.start
    if stop < start or "," not in clean[start:stop]:
        return False
    if _is_of_aside(mark, cue, scene, clean):
        return True
    settings = (m for m in scene.between(start, stop, "apart") if POSTPOSED in m.flags)
    return "tight" in mark.flags or any(clean.startswith(",", m.span.stop) for m in settings)


def is_of_next(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a word behind a comma stands right before the next cue: *có cuộc gọi, vì thế không cần cuộc gặp*."""
    start, stop = cue.span.stop, mark.span.stop
    if mark.span.start < start or "," not in clean[start : mark.span.start]:
        return False
    return any(0 <= other.span.start - stop <= CLOSE for other in scene.cues)


def _is_of_aside(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a word is said of somebody between commas, before what he does: *X, who could not be found, met Y*."""
    before = [p for p in scene.presences if p.stop <= mark.span.start and p.leader]
    stop = before[-1].stop if before else 0
    opened = bool(before) and clean.startswith(", ", stop) and "," not in clean[stop + 1 : mark.span.start]
    between = [p for p in scene.presences if mark.span.stop <= p.start < cue.span.start]
    return opened and (not between or POSTPOSED in cue.flags)


def tells_who_asked(mark: Mark, scene: Scene) -> bool:
    """Whether a word only says whose wish a contact was: *do phía Nga đề nghị*, 由美方提出, 应普京邀请."""
    before = scene.between(mark.span.start - ASKED, mark.span.start, "asked_by_between")
    asked = scene.between(mark.span.start, mark.span.stop, "asked_by_preceding")
    return bool(before and asked) and not any(
        before[-1].span.stop <= c.span.start < mark.span.start for c in scene.cues
    )


def is_of_speech(mark: Mark, within: Mark, clean: str, behind: int) -> bool:
    """Whether a mood is that of what was said: behind the contact in which it was, or before it and a comma."""
    stop = mark.span.stop
    if mark.meaning in ("proposed", "planned") and mark.span.start - behind > CLOSE and "," not in clean[behind:stop]:
        return True
    return mark.meaning in ("proposed", "planned") and "," in clean[stop : max(within.span.start, stop)]


def is_told_in(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a mood stands in what was said in the contact that opens the sentence: *In a letter, X said he would*."""
    told = scene.between(cue.span.stop, mark.span.start, "telling") if mark.span.start >= cue.span.stop else []
    return bool(told) and "," in clean[cue.span.stop : told[0].span.start] and clean[told[-1].span.stop] != ","


def is_of_earlier(mark: Mark, scene: Scene, clean: str, before: int) -> bool:
    """Whether a verb of mood is another's, in a clause before those who take part: *B sẽ vào WTO, A nói khi gặp C*.

    So is what is denied of a contact told of before: *cuộc gặp với B bị hủy, A bèn gặp C*.
    """
    told = mark.meaning == "denied" and any(c.noun and c.span.stop <= mark.span.start for c in scene.cues)
    return ("own" in mark.flags or told) and "," in clean[mark.span.stop : max(mark.span.stop, before)]


def is_of_clause(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether a word belongs to another clause: behind the cue's own, or right behind another cue in that one's."""
    if mark.span.start >= cue.span.stop:
        return "," in clean[cue.span.stop : mark.span.start]
    if "own" in mark.flags:
        return "," in clean[mark.span.stop : cue.span.start]
    others = (c for c in scene.cues if c is not cue and c.span.stop <= mark.span.start)
    return "," in clean[mark.span.stop : cue.span.start] and any(
        "," not in clean[other.span.stop : mark.span.start] for other in others
    )


def is_agreed_there(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether a contact is where, or when, something else was agreed: *thống nhất tại cuộc hội đàm giữa A và B*."""
    if "agreed" not in mark.flags or mark.span.stop > cue.span.start:
        return False
    if any(mark.span.stop <= other.span.start < cue.span.start for other in scene.cues):
        return False
    behind = scene.between(mark.span.stop, cue.span.start, "within", "when")[:1]
    return bool(cue.noun and scene.settings(cue, "within")) or any(m.span.start - mark.span.stop <= 1 for m in behind)


def is_said_over(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether a channel only tells how something was wished, agreed or asked for: *пообещал ему по телефону помощь*."""
    if "channel" not in cue.flags or cue.noun or mark.span.stop > cue.span.start:
        return False
    heard = [p for p in scene.presences if 0 <= p.start - mark.span.stop <= 1 and p.stop <= cue.span.start]
    told = bool(heard) and "wish" in mark.flags
    return "urged" in mark.flags or told or ("agreed" in mark.flags and cue.span.start - mark.span.stop == 1)


def is_of_outer(mark: Mark, cue: Cue, scene: Scene, clean: str, behind: int) -> bool:
    """Whether a word is said of what a contact stands in an aside to: *The loan, agreed at their talks, will be paid*.

    So it is said of what a contact before it only describes: 在两人会谈中商定的贷款将发放.
    """
    if mark.span.start < behind or mark.meaning not in ("planned", "proposed", "denied"):
        return False
    if any("leads" in m.flags for m in scene.between(behind, mark.span.start, "of")):
        return not mark.flags & {"either", "plans", "cancel"}  # 会面的消息不属实
    closed = clean.rfind(",", behind, mark.span.start)
    opened = clean.find(",", scene.span.start, cue.span.start)
    if closed < 0 or opened < 0 or mark.span.start - closed > GROUP:
        return False
    named = any(closed <= p.start < mark.span.start for p in scene.presences)
    return not named and bool(scene.between(opened, cue.span.start, "within", "when"))


def is_wished_then(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether something was urged at the contact, not the contact itself: *thúc giục ông B giảm thuế khi gặp nhau*.

    What is wished before a comma and *when* is none for what follows: *hy vọng lóe lên, khi A gặp B*.
    """
    whens = [m for m in scene.between(mark.span.stop, cue.span.start, "when") if "ahead" not in m.flags]
    return any("urged" in mark.flags or clean.endswith(", ", 0, m.span.start) for m in whens)
