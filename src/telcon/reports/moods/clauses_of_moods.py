"""Where the words may stand that give a contact its mood: the clause around it, up to the contacts beside it."""

from __future__ import annotations

from telcon.model.mentions import Cue, Mark
from telcon.reports.scenes import POSTPOSED, Scene

SETTING = ("apart", "about")
ASKED, BEFORE, BEHIND, CLOSE, ONE_ACT, WHICH = 40, 75, 45, 9, 3, 36


def find_clause(cue: Cue, scene: Scene, clean: str, before: int, behind: int) -> tuple[int, int]:
    """Where the words may stand that give a cue its mood: up to the cues beside it, and to semicolons."""
    left = max(scene.span.start, before - BEFORE, clean.rfind(";", scene.span.start, cue.span.start) + 1)
    named = sum(p.stop - p.start for p in scene.presences if behind <= p.start <= behind + BEHIND and p.leader)
    right = min(scene.span.stop, behind + BEHIND + named)
    if (stop := clean.find(";", cue.span.stop, right)) >= 0:
        right = stop
    settings = (*SETTING, "within") if cue.noun else ("about",)
    setting = {m.meaning: m for m in scene.settings(cue, *settings)}
    if "within" in setting and "visit" in cue.flags and (comma := clean.find(",", behind, right)) >= 0:
        right = comma
    if any(meaning in setting for meaning in SETTING):
        opened = min(_opens(m, scene) for m in setting.values())
        left = _news_of(setting.get("about"), cue, scene) or min(opened, cue.span.start)
        comma = clean.find(",", behind, right)
        if comma >= 0 and _describes(comma, scene):  # which is scheduled for Thursday
            comma = clean.find(",", comma + 1, right)
        right = comma if comma >= 0 else right
        if (apart := setting.get("apart")) and POSTPOSED in apart.flags:  # 通话后…: the rest is said of what followed
            right = min(right, apart.span.stop)
    for other in scene.cues:
        if other.span.start >= cue.span.stop:
            right = min(right, other.span.start)
        elif "within" not in setting and cue.span.start - other.span.stop > ONE_ACT and not _leads_to(other, cue):
            left = max(left, other.span.stop)
    return left, right


def _describes(comma: int, scene: Scene) -> bool:
    """Whether a clause behind a comma tells that what stands before it is still to come, and names nobody who acts."""
    plans = scene.between(comma, comma + WHICH, "planned")
    stop = plans[0].span.stop if plans and plans[0].flags.isdisjoint(("purpose", "epithet")) else 0
    return bool(stop) and not any(comma < p.start <= stop + ONE_ACT and p.leader for p in scene.presences)


def _opens(setting: Mark, scene: Scene) -> int:
    """Where the clause of a contact begins that a word sets apart, with that word where it tells of what is to come."""
    ahead = scene.between(setting.span.start, setting.span.stop, "planned", "proposed")
    return setting.span.start if ahead else setting.span.stop


def _leads_to(act: Cue, noun: Cue) -> bool:
    """Whether an act only tells what is to be done at the contact behind it: *обсудить на встрече*."""
    return noun.noun and {"partner", "loose"} <= act.flags and noun.span.start - act.span.stop <= CLOSE


def _news_of(about: Mark | None, cue: Cue, scene: Scene) -> int | None:
    """Where the words begin that deny news of a contact, not of what passed in it: *phủ nhận tin về cuộc điện đàm*."""
    if about is None or "matter" in about.flags | cue.flags:
        return None
    denials = (m for m in scene.marks if m.meaning == "denied" and 0 <= about.span.start - m.span.stop <= 1)
    asked = (m for m in scene.marks if "wish" in m.flags and _asks_somebody(m, about, scene))
    return next((mark.span.start for mark in (*denials, *asked)), None)


def _asks_somebody(wish: Mark, about: Mark, scene: Scene) -> bool:
    """Whether nobody but the one who is asked stands between a wish and *about a*: *sounded out Rome about a call*."""
    start, stop = wish.span.stop, about.span.start
    if "definite" in about.flags or not 0 <= stop - start <= ASKED:
        return False
    named = sum(p.stop - p.start for p in scene.presences if start <= p.start and p.stop <= stop)
    return stop - start - named <= ONE_ACT
