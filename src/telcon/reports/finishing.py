"""From drafts to reports: every property with the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Claim, Level, Office, Participant, Report, Source, Statement
from telcon.model.dates import parse_edtf
from telcon.model.spans import Span
from telcon.reports.choices import Choice, choose_date, choose_duration, choose_kind, choose_status, choose_topics
from telcon.reports.days.datings import Dating
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft
from telcon.reports.evidence import find_evidence
from telcon.reports.focus import choose_focus
from telcon.reports.initiators import choose_initiator
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

T = TypeVar("T")
SOON = timedelta(days=14)
"""How long before somebody takes office he is taken to be elected."""


def finish_reports(
    story: Story, statements: Sequence[Statement], sources: Sequence[tuple[Source, ...]]
) -> tuple[Report, ...]:
    """One report for each draft, in the order in which the page first tells of them."""
    focus = choose_focus(story.drafts, story.scenes, story.about, story.published)
    own = [[s for s in statements if s.contact == number] for number in range(len(story.drafts))]
    return tuple(
        _Finisher(story, draft, own[number], draft in focus).report(sources[number])
        for number, draft in enumerate(story.drafts)
    )


class _Finisher:
    """Chooses the properties of one contact and collects the claims."""

    def __init__(self, story: Story, draft: Draft, statements: Sequence[Statement], focus: bool) -> None:
        self.story, self.draft, self.statements, self.focus = story, draft, statements, focus
        self.claims: list[Claim] = []

    def report(self, sources: tuple[Source, ...]) -> Report:
        """The contact as the page tells of it."""
        draft, story = self.draft, self.story
        kind = self._take("kind", *choose_kind(story, draft))
        status = self._take("status", *choose_status(draft))
        dating = self._take("date", *choose_date(story, draft, focus=self.focus, cited=bool(sources)))
        duration = self._take("duration", *choose_duration(story, draft))
        participants = tuple([self._participant(actor, dating) for actor in draft.parties.actors])
        sides = {actor.country: p.country for actor, p in zip(draft.parties.actors, participants, strict=True)}
        others = {s.cue.span for other in story.drafts if other is not draft for s in other.sightings}
        asked = choose_initiator(draft, _beside(story, draft), others)
        initiator = sides.get(asked.side, asked.side) if asked else None
        if asked and initiator:
            self._claim("initiator", Choice(initiator, asked.spans, asked.rule))
        self._claim_sources(sources)
        return Report(
            participants=participants,
            level=Level.LEADERS if all(p.role in LEADING for p in participants) else Level.OFFICIALS,
            kind=kind,
            status=status,
            focus=self.focus,
            span=story.text.view.to_raw(draft.sightings[0].cue.span),
            date=str(dating.edtf) if dating and dating.edtf else None,
            date_in_page=str(dating.value.in_page) if dating and dating.value.in_page else None,
            duration=duration,
            initiator=initiator,
            reported_by=sources,
            topics=self._topics(),
            claims=tuple(self.claims),
        )

    def _take(self, field: str, value: T, choice: Choice | None) -> T:
        if choice:
            self._claim(field, choice)
        return value

    def _claim(self, field: str, choice: Choice) -> None:
        evidence = tuple([find_evidence(self.story.text, span) for span in each_once(choice.spans)])
        cited = self._cited(evidence[0].span) if evidence else ()
        claim = Claim(field, choice.value, evidence, choice.rule, cited, choice.reasons, choice.runner_up)
        self.claims.append(claim)

    def _cited(self, place: Span) -> tuple[str, ...]:
        """Those who are named as saying the words."""
        for statement in self.statements:
            span = statement.evidence.span
            if span.start <= place.start and place.stop <= span.stop:
                return statement.said_by or statement.speaker
        return ()

    def _participant(self, actor: Actor, dating: Dating | None) -> Participant:
        """Who took part, with the office held on the day; one who held none, nor is given one, is no leader."""
        story, role, country = self.story, actor.role or Office.OTHER, actor.country or ""
        dated = dating is not None and dating.value.date is not None
        on = str(dating.value.date) if dating and dated else story.cast.on
        naming = story.naming_of(actor, self.draft)
        if actor.person and on:
            term = story.roster.term(story.roster.people[actor.person], on)
            titled = naming and not LEADING.isdisjoint(naming.roles)
            unknown = role if titled or not dated or role is Office.ELECT else Office.OTHER
            role, country = (term.role, term.country or country) if term else (unknown, country)
            if role is Office.OTHER and dated and self._is_about_to_lead(actor.person, on):
                role = Office.ELECT
        if naming:
            reasons = (f"joined by `{self.draft.parties.how}`",)
            self._claim("participant", Choice(f"{actor.name} ({country})", (naming.span,), naming.rule, reasons))
        return Participant(actor.name, country, role, actor.person)

    def _is_about_to_lead(self, person: str, on: str) -> bool:
        """Whether somebody without an office on a day (ISO 8601) leads a state soon after: he was elected by then."""
        day = parse_edtf(on).last_day()
        roster = self.story.roster
        term = roster.term(roster.people[person], str(day + SOON)) if day else None
        return term is not None and term.role in LEADING

    def _claim_sources(self, sources: Sequence[Source]) -> None:
        for source in sources:
            naming = self.story.first_naming(source.name)
            if naming:
                self._claim("reported_by", Choice(source.name, (naming.span,), naming.rule or "roster"))

    def _topics(self) -> tuple[str, ...]:
        spans = [self.story.text.view.from_raw(s.evidence.span) for s in self.statements]
        choices = choose_topics(self.story, self.draft, spans)
        for choice in choices:
            self._claim("topic", choice)
        return tuple(choice.value for choice in choices)


def _beside(story: Story, draft: Draft) -> Iterator[Scene]:
    """The sentences about a contact that have no word for it, or none that came to anything."""
    for scene, about in zip(story.scenes, story.about, strict=False):
        if about is draft and all(cue.span in story.vain for cue in scene.cues) and not scene.sentence.headline:
            yield scene
