"""Invitations taken up, also those told of by whose they are: *accepted Xi's invitation to Beijing*."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.contacts import Status
from telcon.model.mentions import Mark
from telcon.reports.drafts import Draft, Family
from telcon.reports.scenes import Presence, Scene

NEXT = 12
"""Letters between the sign of possession and the word for an invitation: *'s kind invitation*."""


def drop_unowned(marks: list[Mark], here: Sequence[Presence]) -> list[Mark]:
    """The marks without those words for taking up behind which nobody's invitation is named."""
    if not any(_is_owned(mark) for mark in marks):
        return marks
    return [mark for mark in marks if not _is_owned(mark) or _leads_to_invitation(mark, marks, here)]


def _is_owned(mark: Mark) -> bool:
    return mark.meaning == "accepted" and "owned" in mark.flags


def _leads_to_invitation(mark: Mark, marks: list[Mark], here: Sequence[Presence]) -> bool:
    owner = next((p for p in here if 0 <= p.start - mark.span.stop <= 1), None)
    behind = [m for m in marks if owner and m.span.start == owner.stop]
    if any(m.meaning == "asked_by_preceding" for m in behind):
        return True
    signs = [m for m in behind if m.meaning == "possessive"]
    return any(m.meaning == "invited" and 0 <= m.span.start - signs[0].span.stop <= NEXT for m in marks if signs)


def accept_invitation(drafts: Sequence[Draft], scene: Scene) -> None:
    """Make a plan of the invitation that a sentence tells is taken up; of several in it, the one before these words."""
    place = next(mark.span.start for mark in scene.marks if mark.meaning == "accepted")
    for draft in reversed(drafts):
        told = [s for s in draft.sightings if s.scene is not scene or s.cue.span.start < place]
        if draft.status is Status.PROPOSED and draft.family is Family.PERSON and (told or len(drafts) == 1):
            draft.accept()
            return
