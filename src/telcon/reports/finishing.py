"""From drafts to reports: each property chosen from all that was seen of a contact, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Claim, Evidence, Kind, Level, Office, Participant, Report, Status
from telcon.model.durations import Duration
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.reports.datings import Dating
from telcon.reports.drafts import Draft, Family, Sighting
from telcon.reports.focus import choose_focus
from telcon.reports.initiators import choose_initiator
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.composing import Story

STRENGTH = (Kind.MESSAGE, Kind.VIDEO, Kind.PHONE, Kind.CALL, Kind.MEETING, Kind.CONTACT)


def finish_reports(story: Story) -> tuple[Report, ...]:
    """One report for each draft, in the order in which the page first tells of them."""
    focus = choose_focus(story.drafts, story.scenes, story.about, story.published)
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
        status=draft.status,
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


def choose_kind(draft: Draft) -> Kind:
    """The most telling channel among all cues of a contact: a call told of as video is a video call."""
    kinds = [s.cue.kind for s in draft.sightings]
    if draft.family is Family.PERSON:
        return Kind.MEETING
    return next(kind for kind in STRENGTH if kind in kinds)


def choose_duration(story: Story, draft: Draft) -> Duration | None:
    """The length told of a contact: the first that an official tells, else the first."""
    told = []
    for sighting in draft.sightings:
        for mention in story.mentions.durations:
            if sighting.scene.span.covers(mention.span) and _nearest_cue(sighting, mention.span) is sighting.cue:
                told.append((not _is_official(sighting.scene), mention.span.start, mention.duration))
    return min(told)[2] if told else None


def _nearest_cue(sighting: Sighting, span: Span) -> Cue:
    cues = sighting.scene.cues
    return min(cues, key=lambda cue: max(span.start - cue.span.stop, cue.span.start - span.stop + 20))


def _is_official(scene: Scene) -> bool:
    """Whether a government, or somebody who speaks for one, is named in the sentence."""
    return any(
        actor.country and (actor.sort in (Sort.BODY, Sort.MEDIUM) or (actor.sort is Sort.PERSON and not actor.leads))
        for presence in scene.presences
        for actor in presence.actors
    )
