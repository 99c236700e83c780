"""Whether a cue speaks of what was, will be, might be or was not: read from the words around it in its clause."""

from __future__ import annotations

import re
from dataclasses import replace

from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Cue, How, Mark
from telcon.model.values import value
from telcon.reports.moods.clauses_of_moods import BEFORE, CLOSE, ONE_ACT, find_clause
from telcon.reports.moods.moods_of_others import (
    is_agreed_there,
    is_cut_off,
    is_of_clause,
    is_of_earlier,
    is_of_next,
    is_of_next_act,
    is_of_outer,
    is_of_speech,
    is_said_over,
    is_told_in,
    is_turned_from,
    is_wished_then,
    tells_who_asked,
)
from telcon.reports.scenes import POSTPOSED, Scene

MOODS = {status.value: status for status in Status} | {"invited": Status.PROPOSED, "accepted": Status.PLANNED}
CALLS = frozenset({Kind.PHONE, Kind.VIDEO, Kind.CALL})
PAUSE = re.compile(r"[:;“”\"]")
ASKS = ("invited", "accepted")
TIGHT, THIS, NONE, WITHIN, EPITHET, IT, THAT = 14, 9, 20, 28, 30, 2, 2


@value(frozen=True, slots=True)
class Mood:
    """The status that a cue's clause gives it, None where it is unreal (asked, imagined); `mark` says so."""

    status: Status | None
    mark: Mark | None = None


def read_mood(cue: Cue, scene: Scene, clean: str, *, before: int, behind: int) -> Mood:
    """Weigh the marks around a cue: unreal and denied before what is close, what is close before what is far.

    `before` is where the parties named before the cue begin, `behind` where those behind it end: what is said of the
    contact stands around them.
    """
    if refuted := _refuted(cue, scene) or _came_to_nothing(cue, scene, clean):
        return Mood(Status.DENIED, refuted)
    marks = _marks(cue, scene, clean, before, behind)
    if _is_setting(cue, scene) or _tells_how(cue, marks):
        marks = [mark for mark in marks if mark.meaning != "denied"]
    if not marks:
        return Mood(Status.PLANNED if "future" in cue.flags else Status.HELD, _past(cue))
    for meaning in [each for each in ("unreal", "denied") if each in scene.meanings]:
        found = [mark for mark in marks if mark.meaning == meaning and _governs(mark, cue, scene, before)]
        if found and not _doubted(found[-1], marks) and not _is_condition(found[-1], cue, marks, clean):
            if _is_since(found[-1], scene):
                return Mood(None, found[-1])
            return _as_left_open(found[-1], cue, scene, marks) or Mood(
                MOODS.get(meaning), _as_plans(found[-1], cue, scene, marks)
            )
        marks = [mark for mark in marks if mark not in found]
    if cue.noun and (moved := [m for m in marks if "moved" in m.flags and m.span.start >= cue.span.stop]):
        return Mood(Status.PLANNED, moved[0])
    if (past := _past(cue)) and not _is_perfect(cue, marks):
        return Mood(Status.HELD, past)
    if "future" in cue.flags:
        return _hoped(cue, scene, marks, before, clean) or Mood(Status.PLANNED)
    weighed = [
        mark
        for mark in marks
        if mark.meaning in MOODS
        and "more" not in mark.flags
        and _governs(mark, cue, scene, before)
        and not _is_occasion(mark, cue, scene, clean)
    ]
    outdone = _outdone(weighed, within=_within(cue, scene, clean) is not None)
    weighed = [mark for mark in weighed if mark.flags.isdisjoint(outdone)]
    tight = [m for m in marks if m.meaning == "held" and 0 <= cue.span.start - m.span.stop <= TIGHT]
    if tight and not cue.noun and not any(tight[-1].span.stop <= m.span.start < cue.span.start for m in weighed):
        return Mood(Status.HELD, tight[-1])
    if not weighed and (ahead := _opens_future(cue, scene, clean, behind)):
        return Mood(Status.PLANNED, ahead)
    nearest = min(weighed, key=lambda mark: (_distance(mark, cue), mark.span.start), default=None)
    if nearest is None or (nearest.meaning == "accepted" and cue.kind in CALLS):
        return Mood(Status.HELD, nearest)
    told = _doubt_over(nearest, weighed, before, clean) or nearest
    return Mood(MOODS[told.meaning], told)


def _opens_future(cue: Cue, scene: Scene, clean: str, behind: int) -> Mark | None:
    """The future of the one who acts behind a comma, where an act opens his sentence: *Gặp ông B, ông A sẽ nêu …*."""
    if cue.noun or cue.span.start - scene.span.start > 1:
        return None
    subject = next((p for p in scene.presences if p.leader and p.start >= behind), None)
    if subject is None or not clean.endswith(", ", cue.span.stop, subject.start):
        return None
    stop = subject.stop
    marks = scene.between(stop, stop + CLOSE, "planned")
    return next((m for m in marks if "own" in m.flags and m.span.start - stop <= 1), None)


def _doubt_over(plan: Mark, weighed: list[Mark], before: int, clean: str) -> Mark | None:
    """The doubt that a plan hangs on, right before those who are to meet: *It is possible that A will meet B*."""
    if plan.meaning != "planned" or plan.span.start < before:
        return None
    doubts = (m for m in weighed if m.meaning == "proposed" and "wish" not in m.flags and m.span.stop <= before)
    return next((m for m in doubts if clean.count(" ", m.span.stop, before) <= THAT), None)


def _outdone(weighed: list[Mark], *, within: bool) -> frozenset[str]:
    """The flags of words that count for nothing beside others: *next* where it has been, *soon* where it is wished."""
    told = {mark.meaning for mark in weighed}
    shut = ("next",) if within or told & {"proposed", "held"} else ()
    return frozenset((*shut, "soon") if "proposed" in told else shut)


def _refuted(cue: Cue, scene: Scene) -> Mark | None:
    """The words by which what the sentence opens with is said to be untrue: 关于A与B通话的说法，…称子虚乌有."""
    if "about" not in scene.meanings or "denied" not in scene.meanings:
        return None
    opening = scene.between(scene.span.start, min(scene.span.start + THIS, cue.span.start), "about")
    denials = scene.between(cue.span.stop, scene.span.stop, "denied") if opening else []
    return next((mark for mark in denials if "either" in mark.flags), None)


def _came_to_nothing(cue: Cue, scene: Scene, clean: str) -> Mark | None:
    """The words behind *but it* by which a contact did not come about: *planned talks, but they fell through*."""
    if "turn" not in scene.meanings:
        return None
    for mark in scene.between(cue.span.stop, scene.span.stop, "denied"):
        turns = scene.between(cue.span.stop, mark.span.start, "turn")[-1:] if "vain" in mark.flags else []
        if turns and clean.count(" ", turns[0].span.stop, mark.span.start) <= IT:
            between = (p for p in scene.presences if turns[0].span.start <= p.start < mark.span.start and p.leader)
            named = any(p.naming.how is not How.PRONOUN for p in between)
            last = not any(cue.span.stop <= other.span.start < mark.span.start for other in scene.cues)
            return mark if last and not named else None
    return None


def _as_left_open(mark: Mark, cue: Cue, scene: Scene, marks: list[Mark]) -> Mood | None:
    """The mood of what is only put off to another day, set a condition, or left to the one who is invited."""
    if "cancel" in mark.flags and (moved := _moved(mark, marks)):
        return Mood(Status.PLANNED, moved)
    if mark.meaning != "unreal":
        return None
    if left_open := _left_open(mark, cue, marks):
        return Mood(Status.PROPOSED, left_open)
    asked = scene.between(scene.span.start, cue.span.start, "invited")
    if asked and "visit" in cue.flags:  # whether it is taken up is open: *звал его, но поедет ли тот, неясно*
        return Mood(Status.PROPOSED, asked[-1])
    return None


def _as_plans(mark: Mark, cue: Cue, scene: Scene, marks: list[Mark]) -> Mark:
    """The word that denies, as one of plans where it says so of none to come: *no talks of A and B are planned*."""
    ahead = [m for m in marks if m.meaning in ("planned", "proposed") and m.span.start >= cue.span.stop]
    if "none" not in mark.flags or not cue.noun or not ahead:
        return mark
    start, stop = cue.span.stop, ahead[0].span.start
    named = any(start <= p.start < stop and p.leader for p in scene.presences)
    return (
        mark
        if not named or scene.between(start, stop, "telling", "when")
        else replace(mark, flags=mark.flags | {"plans"})
    )


def _moved(denial: Mark, marks: list[Mark]) -> Mark | None:
    """The words behind a denial that put the contact off to another day: 推迟原定的会谈，改于周五举行."""
    return next((m for m in marks if "moved" in m.flags and m.span.start >= denial.span.stop), None)


def _hoped(cue: Cue, scene: Scene, marks: list[Mark], before: int, clean: str) -> Mood | None:
    """The wish or doubt that an act in the future tense hangs on: *надеется, что А приедет*, *возможно, приедет*."""
    joints = scene.between(scene.span.start, cue.span.start, "and")
    start = max((m.span.start for m in joints if clean.endswith(", ", 0, m.span.start)), default=0)
    wishes = (m for m in marks if m.meaning == "proposed" and start <= m.span.start and m.span.stop <= cue.span.start)
    wish = next((m for m in wishes if _governs(m, cue, scene, before)), None)
    return Mood(Status.PROPOSED, wish) if wish else None


def _is_setting(cue: Cue, scene: Scene) -> bool:
    """Whether a contact only tells when something else was, which a denial beside it denies: 否认通话时提到…."""
    settings = scene.settings(cue, "within", "apart")
    return any(POSTPOSED in m.flags or (m.meaning == "apart" and "pending" not in m.flags) for m in settings)


def _tells_how(cue: Cue, marks: list[Mark]) -> bool:
    """Whether it is told how a contact went, so that it was held, whoever denies that: *denied that it was tense*."""
    return cue.noun and any("how" in m.flags and m.span.start >= cue.span.stop for m in marks)


def _is_perfect(cue: Cue, marks: list[Mark]) -> bool:
    """Whether a past form only ends what was planned: *was to have met*."""
    return any(m.meaning == "planned" and 0 <= cue.span.start - m.span.stop <= 1 for m in marks)


def _past(cue: Cue) -> Mark | None:
    """The act itself, where its form tells that it is past: *spoke*."""
    return Mark(cue.span, "contacts", "held", cue.flags, cue.rule) if "past" in cue.flags else None


def _marks(cue: Cue, scene: Scene, clean: str, before: int, behind: int) -> list[Mark]:
    """The words of mood in the clause.

    A denial reaches over the names of those who take part. *để* (in order to) tells of a plan only where nothing before
    it has been; a wish uttered within a contact is none for it, nor is what was agreed in a call.
    """
    told = [m for m in scene.marks if m.sheet == "status"]
    if not told:
        return []
    left, right = find_clause(cue, scene, clean, before, behind)
    if (pause := PAUSE.search(clean, behind, right)) is not None:
        right = next((m.span.stop for m in told if m.span.start < pause.start() < m.span.stop), pause.start())
    if cue.noun and (said := [m for m in scene.marks if m.meaning == "telling" and 0 <= m.span.start - behind <= 1]):
        right = min(right, said[0].span.start)
    near = cue.span.start - BEFORE
    names = sum(p.stop - p.start for p in scene.presences if p.stop <= cue.span.start)
    marks = [
        m
        for m in told
        if left <= m.span.start
        and m.span.stop <= right
        and (
            m.span.start >= near - ("wish" in m.flags and names)
            or m.meaning == "denied"
            or (m.meaning == "invited" and m.span.start >= before)
        )
        and ("clause" not in m.flags or not is_of_clause(m, cue, scene, clean))
        and not is_of_earlier(m, scene, clean, before)
        and not (("wish" in m.flags or m.meaning == "invited") and tells_who_asked(m, scene))
        and not is_cut_off(m, cue, scene, clean)
        and not is_of_next(m, cue, scene, clean)
        and not (m.meaning == "invited" and cue.kind is Kind.MESSAGE)
        and not ("wish" in m.flags and is_wished_then(m, cue, scene, clean))
        and not is_said_over(m, cue, scene)
        and not ("channel" in cue.flags and "," in clean[m.span.stop : before])
        and not is_agreed_there(m, cue, scene)
        and not is_of_outer(m, cue, scene, clean, behind)
    ]
    if any(m.meaning == "held" and "past" in m.flags and 0 <= m.span.start - behind <= 1 for m in marks):
        marks = [m for m in marks if m.flags.isdisjoint(("wish", "agreed"))]
    earlier = scene.between(scene.span.start, cue.span.start, "held", "when")
    other = any(m.meaning in MOODS and "purpose" not in m.flags and m.span.stop <= cue.span.start for m in marks)
    been = "visit" not in cue.flags and any(m.meaning == "held" or "past" in m.flags for m in earlier)
    shut = {"purpose"} if other or been else set()
    if within := _within(cue, scene, clean):
        shut |= {"wish"} if cue.kind in (Kind.MEETING, Kind.MESSAGE) else {"wish", "agreed"}
        marks = [m for m in marks if not is_of_speech(m, within, clean, behind) and m.meaning not in ASKS]
        if cue.kind in CALLS:  # *had rejected the offer in a call*
            marks = [m for m in marks if m.meaning != "denied" or within.span.start - m.span.stop < CLOSE]
    known = "known" in cue.flags or scene.between(cue.span.start - THIS, cue.span.stop + THIS, "this")
    if cue.noun and known:
        shut.add("wish")
    if cue.noun and "telling" in scene.meanings:
        marks = [m for m in marks if not is_told_in(m, cue, scene, clean)]
    if cue.noun and behind > cue.span.stop and "and" in scene.meanings:
        marks = [m for m in marks if m.span.start < behind or not is_of_next_act(m, scene)]
    if "aim" in scene.meanings and scene.is_aim(cue):
        marks = [m for m in marks if m.meaning != "held"]
    if "turn" in scene.meanings:
        marks = [m for m in marks if not is_turned_from(m, cue, scene)]
    if not cue.noun and "when" in scene.meanings:
        opened = _opens_past(cue, scene, clean)
        marks = [m for m in marks if m.span.start >= opened or m.meaning in ("planned", "proposed", "unreal")]
    return [mark for mark in marks if mark.flags.isdisjoint(shut)] if shut else marks


def _opens_past(cue: Cue, scene: Scene, clean: str) -> int:
    """Where *after* opens the clause of an act: what is said before it was not, or has been, is not said of the act.

    So does *when*, where the act's own form is past: *did not smile when he met B*.

    *cuộc họp bị hoãn sau khi ông A gặp ông B*; what is planned for after it is to come as it is.
    """
    marks = scene.between(scene.span.start, cue.span.start, "when")[-1:]
    told = [m for m in marks if "past" in m.flags or "past" in cue.flags]
    past = [m.span.stop for m in told if "," not in clean[m.span.stop : cue.span.start]]
    return past[0] if past else scene.span.start


def _within(cue: Cue, scene: Scene, clean: str) -> Mark | None:
    """The word that makes a noun what the sentence's verb went on in: *in the 30-minute call*, *trong cuộc gọi*."""
    if "within" not in scene.meanings or not cue.noun:
        return None
    for mark in scene.between(cue.span.start - WITHIN, cue.span.start, "within")[-1:]:
        start, stop = mark.span.stop, cue.span.start
        led = scene.between(start, stop, "to", "with", "planned", "proposed")
        named = any(start <= p.start and p.stop < stop - 1 for p in scene.presences) or any(
            start <= c.span.start < stop for c in scene.cues
        )
        return None if led or named or _is_place(mark, cue, scene) or "," in clean[start:stop] else mark
    return None


def _is_place(within: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether a word tells where two are to meet, not that something went on in the meeting: 希望同普京在北京会面."""
    closed = any(POSTPOSED in m.flags for m in scene.settings(cue, "within"))
    start, stop = within.span.stop, cue.span.start
    return "ahead" in within.flags and not closed and any(start <= p.start < p.stop <= stop for p in scene.presences)


def _doubted(denial: Mark, marks: list[Mark]) -> bool:
    """Whether a denial is itself only possible: *để ngỏ khả năng hủy cuộc gặp*, *có thể không diễn ra*."""
    if "tight" in denial.flags:
        return False
    unsure = ("proposed", "planned") if "cancel" in denial.flags else ("proposed",)
    return any(mark.meaning in unsure and 0 <= denial.span.start - mark.span.stop <= CLOSE for mark in marks)


def _is_condition(unreal: Mark, cue: Cue, marks: list[Mark], clean: str) -> bool:
    """Whether *if* has a clause of its own, and what is said of the contact follows: *nếu ổn, hy vọng có cuộc gặp*.

    So it is where it was said before: *готов встретиться с А, если тот согласен*.
    """
    comma = clean.rfind(",", unreal.span.stop, cue.span.start)
    if unreal.meaning != "unreal" or unreal.flags:
        return False
    if unreal.span.start >= cue.span.stop and "," in clean[cue.span.stop : unreal.span.start]:
        return any(m.meaning == "proposed" and m.span.stop <= cue.span.start for m in marks)
    if comma < 0:
        return False
    return any(comma < mark.span.start < cue.span.start and mark.meaning == "proposed" for mark in marks)


def _left_open(unreal: Mark, cue: Cue, marks: list[Mark]) -> Mark | None:
    """The plan or wish on which *if* only sets a condition behind it: *would agree to a call if the time is right*."""
    if unreal.span.start < cue.span.stop or "either" in unreal.flags:
        return None
    return next((m for m in marks if m.meaning in ("planned", "proposed") and m.span.stop <= cue.span.start), None)


def _governs(mark: Mark, cue: Cue, scene: Scene, before: int) -> bool:
    """Whether a word is said of the cue; what counts right before it only may stand before those who take part too."""
    if "none" in mark.flags and not 0 <= cue.span.start - mark.span.stop <= NONE:
        return False
    if "purpose" in mark.flags and ("channel" in cue.flags or (cue.noun and _is_before_article(mark, scene))):
        return False  # spoke to Xi by phone; came to the talks
    if "front" in mark.flags and mark.span.start >= cue.span.stop:
        return False
    if "epithet" in mark.flags and not _is_epithet(mark, cue, scene):
        return False
    near = 0 <= cue.span.start - mark.span.stop <= CLOSE or 0 <= before - mark.span.stop <= 1
    if near and cue.noun and any("leads" in m.flags for m in scene.between(mark.span.stop, cue.span.start, "of")):
        near = False  # 没有调停人的会谈
    if "tight" in mark.flags and not near and not _is_before_partner(mark, cue, scene):
        return False
    if mark.span.stop <= cue.span.start or mark.flags & {"either", "plans"}:
        return True
    if mark.meaning == "invited" and "visit" in cue.flags and mark.span.start - cue.span.stop <= ONE_ACT:
        return True  # 发出访法邀请
    if "cancel" in mark.flags and scene.between(scene.span.start, cue.span.start, "planned", "proposed"):
        return True  # 原定20日通电话，后推迟; *tìm cách gặp B nhưng không thành*
    if cue.noun and any("relative" in m.flags for m in scene.between(cue.span.stop, mark.span.start, "of")):
        return True  # cuộc gặp mà cả hai đều muốn
    return cue.noun and not mark.flags & {"wish", "agreed"} and mark.meaning != "invited"


def _is_before_article(mark: Mark, scene: Scene) -> bool:
    """Whether a word that may mean *in order to* leads to a noun: *came to the talks*."""
    stop = mark.span.stop
    return any(m.span.start - stop == 1 for m in scene.between(stop, stop + THIS, "article"))


def _is_epithet(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether an adjective is the contact's own, not another noun's: *the planned railway, in a phone call*."""
    if mark.span.start >= cue.span.stop and "next" in mark.flags:
        return False
    if mark.span.start >= cue.span.stop:
        return not any(c.noun and 0 <= c.span.start - mark.span.stop <= 1 for c in scene.cues)
    led = scene.between(mark.span.stop, cue.span.start, "within", "with", "to", "of")
    return cue.noun and cue.span.start - mark.span.stop <= EPITHET and not led


def _is_since(denial: Mark, scene: Scene) -> bool:
    """Whether there was none since some day, for so long, or before: *chưa nói chuyện kể từ tháng 9*, *прежде не*."""
    bare = denial.flags & {"tight", "clause", "none"} and not scene.meanings.isdisjoint(("since", "again"))
    return denial.meaning == "denied" and bool(bare or "since" in denial.flags)


def _is_occasion(mark: Mark, cue: Cue, scene: Scene, clean: str) -> bool:
    """Whether an invitation taken up only opens the sentence about the visit: *Nhận lời mời của A, B thăm Việt Nam*."""
    opens = mark.meaning == "accepted" and all(p.start >= mark.span.stop for p in scene.presences)
    return opens and not cue.noun and "," in clean[mark.span.stop : cue.span.start]


def _is_before_partner(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether only the partner stands between a word and its act: 没有同普京通话, 会跟普京通话."""
    ties = [m for m in scene.between(mark.span.stop, cue.span.start, "with", "to") if "ahead" in m.flags]
    return mark.meaning in ("denied", "planned") and any(m.span.start - mark.span.stop <= 1 for m in ties)


def _distance(mark: Mark, cue: Cue) -> int:
    if mark.span.stop <= cue.span.start:
        return cue.span.start - mark.span.stop
    return mark.span.start - cue.span.stop + 5
