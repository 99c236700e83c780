"""From drafts to reports: each property chosen from all that was seen of a contact, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Claim, Evidence, Kind, Level, Office, Participant, Report, Status
from telcon.model.durations import Duration
from telcon.model.spans import Span
from telcon.reports.datings import Dating
from telcon.reports.drafts import Draft, Family
from telcon.reports.initiators import choose_initiator

if TYPE_CHECKING:
    from telcon.reports.composing import Story

STRENGTH = (Kind.MESSAGE, Kind.VIDEO, Kind.PHONE, Kind.CALL, Kind.MEETING, Kind.CONTACT)


def finish_reports(story: Story) -> tuple[Report, ...]:
    """One report for each draft, in the order in which the page first tells of them."""
    focus = choose_focus(story)
    return tuple(_report(story, draft, focus=draft in focus) for draft in story.drafts)


def _report(story: Story, draft: Draft, *, focus: bool) -> Report:
    dating = draft.dating
    on = _when(story, dating)
    participants = tuple(_participant(story, actor, on) for actor in draft.parties.actors)
    kind = choose_kind(draft)
    duration = choose_duration(story, draft)
    level = Level.LEADERS if all(p.role in LEADING for p in participants) else Level.OFFICIALS
    first = draft.sightings[0]
    asked = choose_initiator(draft, story.scenes_of(draft))
    return Report(
        participants=participants,
        level=level,
        kind=kind,
        status=_status(story, draft, dating),
        focus=focus,
        span=story.text.view.to_raw(first.cue.span),
        date=str(dating.value.date) if dating and dating.value.date else None,
        date_in_page=str(dating.value.in_page) if dating and dating.value.in_page else None,
        duration=duration,
        initiator=asked.side if asked else None,
    )


def _when(story: Story, dating: Dating | None) -> str | None:
    if dating and dating.value.date:
        return str(dating.value.date)
    return story.cast.on


def _participant(story: Story, actor: Actor, on: str | None) -> Participant:
    role = actor.role or Office.OTHER
    if actor.person and on:
        term = story.roster.term(story.roster.people[actor.person], on.split("/")[0])
        role = term.role if term else role
    return Participant(actor.name, actor.country or "", role, actor.person)


def _status(story: Story, draft: Draft, dating: Dating | None) -> Status:
    if draft.status is Status.HELD and dating and dating.value.date and story.published:
        first = dating.value.date.first_day()
        if first and str(first) > story.published[:10] and dating.value.date.precision.value == "day":
            return Status.PLANNED
    return draft.status


def choose_kind(draft: Draft) -> Kind:
    """The most telling channel among all cues of a contact: a call told of as video is a video call."""
    kinds = [s.cue.kind for s in draft.sightings]
    if draft.family is Family.PERSON:
        return Kind.MEETING
    return next(kind for kind in STRENGTH if kind in kinds)


def choose_duration(story: Story, draft: Draft) -> Duration | None:
    """The first length told in a sentence about the contact."""
    for sighting in draft.sightings:
        span = sighting.scene.span
        for mention in story.mentions.durations:
            if span.start <= mention.span.start and mention.span.stop <= span.stop:
                return mention.duration
    return None


def choose_focus(story: Story) -> list[Draft]:
    """The contacts that the article is about: told of in its headline or its first paragraphs, not looked back at."""
    opening = [scene for scene in story.scenes if scene.sentence.headline or scene.sentence.lead][:2]
    paragraphs = sorted({scene.sentence.paragraph for scene in story.scenes})[:3]
    found = []
    for draft in story.drafts:
        scenes = [s.scene for s in draft.sightings if s.parties]
        if draft.back:
            continue
        if any(scene in opening or scene.sentence.paragraph in paragraphs for scene in scenes):
            found.append(draft)
    return found
