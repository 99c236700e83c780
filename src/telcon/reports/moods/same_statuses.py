"""Whether what is said of a contact fits what a draft was told to be: held, to come, denied."""

from __future__ import annotations

from telcon.model.contacts import Kind, Status
from telcon.reports.days.same_days import agree
from telcon.reports.drafts import OPEN, Draft, Family, Sighting, denies_plans, family, is_matter, is_moved

THIS, NEXT = 12, 20
APART = frozenset({"tight", "cancel", "plans"})
"""Flags of a denial that does not speak of a contact told of otherwise: a bare *not* before an act, which denies that
act alone, a word that calls off what was to come, *no plans*; beside what is to come also *none so far*.
"""


def same_status(draft: Draft, sighting: Sighting) -> bool:
    """Equal, both still open, denied what others tell of, or not said on one side, which then may have no date."""
    one, other = draft.status, sighting.mood.status
    if one is Status.DENIED and is_moved(sighting):
        return True
    if other in OPEN and _is_arrival(draft, sighting):
        return True
    if other is not Status.HELD and (_is_followed(draft, sighting) or _is_asked_anew(draft, sighting)):
        return False
    if one is other is Status.DENIED:
        return not denies_plans(sighting) or not draft.is_past_denied
    if one is other or {one, other} <= OPEN:
        return True
    if one in OPEN and (sighting.back or took_place(sighting)):
        return False
    if one is Status.HELD and was_announced(draft, sighting):
        return True
    if one in OPEN and other is Status.DENIED and sighting.mood.mark and "cancel" in sighting.mood.mark.flags:
        return True
    if one is Status.DENIED and other in OPEN and _was_called_off(draft, sighting):
        return True
    if Status.DENIED in (one, other):
        marks = [sighting.mood.mark] if other is Status.DENIED else draft.denials
        apart = APART | {"none"} if {one, other} & OPEN else APART
        plain = any(not mark or not mark.flags & apart or "untaken" in mark.flags for mark in marks)
        plain = plain and not any(mark and "plans" in mark.flags for mark in marks)
        plain = plain and not (draft.is_coming_denied and other is Status.HELD and sighting.dating)
        beside = draft.sightings[-1].scene is sighting.scene and other in OPEN
        claimed = draft.status is Status.DENIED and sighting.dating is None and _is_claimed(draft, sighting)
        return (plain and not beside) or claimed or (draft.weak and draft.dating is None)
    if one in OPEN and any(s.ahead and s.parties for s in draft.sightings) and sighting.dating:
        return False
    if draft.weak and (draft.dating is None or _is_of_headline(draft, sighting)):
        another = is_next(sighting) or is_agreed_in(draft, sighting)
        return not another and not (sighting.mood.mark and sighting.parties and is_told_as_held(draft, sighting))
    beside = draft.dating is None and draft.sightings[-1].scene is sighting.scene
    ahead = other is Status.PLANNED and "future" in sighting.cue.flags and not beside
    return (
        sighting.mood.mark is None and not ahead and (sighting.dating is None or agree(draft.dating, sighting.dating))
    )


def is_told_as_held(draft: Draft, sighting: Sighting) -> bool:
    """Whether the article told in a sentence before that they met, if only by an act without any sign of tense."""
    return any(
        s.parties
        and s.mood.status is Status.HELD
        and "visit" not in s.cue.flags
        and s.scene is not sighting.scene
        and not (s.scene.sentence.headline or s.ahead or s.aside or s.scene.is_aim(s.cue) or is_matter(s))
        for s in draft.sightings
    )


def _is_of_headline(draft: Draft, sighting: Sighting) -> bool:
    """Whether only a headline, whose present tense tells nothing, told of what is to be on the same day."""
    alone = all(s.scene.sentence.headline for s in draft.sightings)
    return alone and sighting.mood.status in OPEN and agree(draft.dating, sighting.dating)


def _was_called_off(draft: Draft, sighting: Sighting) -> bool:
    """Whether what was to be is what the page just told to be called off: *cancelled a trip where he was to meet B*."""
    off = all(mark is not None and "cancel" in mark.flags for mark in draft.denials)
    mark = sighting.mood.mark
    return (
        off
        and mark is not None
        and not mark.flags.isdisjoint(("undone", "purpose"))
        and draft.sightings[-1].scene is sighting.scene
    )


def was_announced(draft: Draft, sighting: Sighting) -> bool:
    """Whether somebody told earlier of the plan for what has since been: *Ранее в среду Песков сообщал, что …*."""
    scene, stop = sighting.scene, sighting.cue.span.start
    earlier = scene.between(scene.span.start, stop, "again")[:1]
    told = earlier and scene.between(earlier[0].span.stop, stop, "telling")
    planned = sighting.mood.status is Status.PLANNED and bool(told) and bool(draft.sightings)
    return planned and not draft.back and (draft.dating is None or agree(draft.dating, sighting.dating))


def _is_followed(draft: Draft, sighting: Sighting) -> bool:
    """Whether what is wanted or denied was to follow the one that opens the sentence: *sau cuộc gọi, họ chưa gặp*."""
    last = draft.sightings[-1]
    beside = last.scene is sighting.scene and draft.status is Status.HELD
    return beside and last.aside and not last.ahead and last.mood.status is Status.HELD


def _is_asked_anew(draft: Draft, sighting: Sighting) -> bool:
    """Whether somebody is asked to come another time, since the two did not meet."""
    invited = sighting.mood.status in OPEN and sighting.parties is not None and sighting.parties.how == "invited"
    return invited and any(mark and "vain" in mark.flags for mark in draft.denials)


def took_place(sighting: Sighting) -> bool:
    """Whether something was told in a contact, or came after it: *ông nói điều này trong cuộc gặp với bà B*."""
    cue, scene = sighting.cue, sighting.scene
    if not cue.noun or not sighting.parties or sighting.mood.status is not Status.HELD:
        return False
    if not scene.meanings.isdisjoint(("planned", "proposed", "denied", "unreal")):
        return False
    if sighting.aside:
        return not sighting.ahead
    told = scene.between(scene.span.start, cue.span.start, "telling", "invited", "accepted")
    return bool(told) and bool(scene.settings(cue, "within"))


def _is_arrival(draft: Draft, sighting: Sighting) -> bool:
    """Whether all that is told so far is that somebody came, in the same sentence as whom he is to meet there."""
    return draft.weak and all(s.scene is sighting.scene and "visit" in s.cue.flags for s in draft.sightings)


def _is_claimed(draft: Draft, sighting: Sighting) -> bool:
    """Whether what is claimed is the contact that was denied: in the headline, or as what a noun names again.

    That is a call, or the matter of news about it: *слухи о поездке в Баку*.
    """
    cue = sighting.cue
    plain = cue.noun and not sighting.mood.mark and not sighting.back and "plural" not in cue.flags
    if plain and (is_matter(sighting) or (draft.is_past_denied and family(cue) is Family.REMOTE)):
        return True
    return any(s.scene.sentence.headline and s.mood.status is Status.DENIED for s in draft.sightings)


def is_next(sighting: Sighting) -> bool:
    """Whether the words mean another contact than the one in hand: *cuộc gặp tiếp theo*."""
    mark, cue, scene = sighting.mood.mark, sighting.cue, sighting.scene
    if mark and "next" in mark.flags:
        return True
    near = scene.between(cue.span.start - NEXT, cue.span.stop + THIS, "planned") if "planned" in scene.meanings else []
    told = [m for m in near if "next" in m.flags and not (m.span.start > cue.span.start and "epithet" in m.flags)]
    return sighting.mood.status in OPEN and any(
        -1 <= m.span.start - cue.span.stop <= 1 or 0 <= cue.span.start - m.span.stop <= 1 for m in told
    )


def is_agreed_in(draft: Draft, sighting: Sighting) -> bool:
    """Whether a meeting to come is told of behind a call that was held, in its sentence: 通电话：商定早日会晤."""
    last, mark, cue = draft.sightings[-1], sighting.mood.mark, sighting.cue
    beside = last.scene is sighting.scene and draft.status is Status.HELD and draft.family is Family.REMOTE
    if not beside or not mark or sighting.mood.status not in OPEN or cue.kind is not Kind.MEETING:
        return False
    return last.cue.span.stop <= mark.span.start < cue.span.start and not is_of_anybody(sighting)


def is_of_anybody(sighting: Sighting) -> bool:
    """Whether a wish for talks does not say with whom: *told him that Russia was ready for talks*."""
    mark = sighting.mood.mark
    return mark is not None and "wish" in mark.flags and "loose" in sighting.cue.flags and sighting.parties is None
