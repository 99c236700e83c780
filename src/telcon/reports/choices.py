"""Each property of a contact, chosen from all that was seen of it, with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from telcon.mentions.durations import DurationMention
from telcon.mentions.topics import TopicMention
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.cues.journeys import is_in_person
from telcon.reports.days.datings import Dating
from telcon.reports.days.events import find_event_day
from telcon.reports.days.news_days import day_before, day_of_news, day_of_readout, opening_date
from telcon.reports.drafts import Draft, Family, Sighting
from telcon.reports.matters import find_named, find_told, leave_out_parties, leave_out_venues
from telcon.reports.parties import WEAK
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

STRENGTH = (Kind.MESSAGE, Kind.VIDEO, Kind.PHONE, Kind.CALL, Kind.MEETING, Kind.CONTACT)
BEHIND, BRIEF = 20, 70
LATER = "future_contact"
OPEN = (Status.PLANNED, Status.PROPOSED)


@value(frozen=True, slots=True)
class Choice:
    """A value (as the exchange format writes it), where it is said (in the view), what read it, and what came next."""

    value: str
    spans: tuple[Span, ...]
    rule: str
    reasons: tuple[str, ...] = ()
    runner_up: str | None = None


def choose_kind(story: Story, draft: Draft) -> tuple[Kind, Choice]:
    """The most telling channel among all cues of a contact: a call told of as video is a video call.

    On a site that tells of telephone calls only, *a call* went by telephone. Where no word tells the channel, but words
    for the place that they shared do, or one of them went to the other's country, they talked in person.
    """
    phones = bool(story.site and story.site.phones)
    cues = [s.cue for s in draft.sightings]
    if draft.like and all(cue.kind in (Kind.CALL, Kind.CONTACT) for cue in cues):
        cues += [s.cue for s in draft.like.sightings]
    if any(
        cue.kind in (Kind.PHONE, Kind.VIDEO) for cue in cues
    ):  # words that may tell of a telegram too tell of the call: 致电祝贺
        cues = [cue for cue in cues if cue.kind is not Kind.MESSAGE or "wire" not in cue.flags]
    told = {cue.kind for cue in cues}
    if draft.family is Family.PERSON and Kind.VIDEO not in told:
        ranked = [Kind.MEETING]
    else:
        ranked = [kind for kind in STRENGTH if kind in told]
    cue = next((cue for cue in cues if cue.kind is ranked[0]), cues[0])
    runner_up = ranked[1].value if len(ranked) > 1 else None
    kind = Kind.PHONE if phones and ranked[0] is Kind.CALL else ranked[0]
    if kind is Kind.CONTACT and is_in_person(story, draft):
        kind = Kind.MEETING
    reasons = (f"{[cue.kind for cue in cues].count(ranked[0])} of {len(cues)} cues say so",)
    scenes = story.scenes_of(draft)
    places = [m for scene in scenes for m in scene.marks if m.meaning == "in_person"] if kind is Kind.CONTACT else []
    if places:
        return Kind.MEETING, Choice(Kind.MEETING.value, (cue.span, places[0].span), places[0].rule, (), kind.value)
    return kind, Choice(kind.value, (cue.span,), cue.rule, reasons, runner_up)


def choose_status(draft: Draft) -> tuple[Status, Choice]:
    """What is said of a contact in so many words; held where it is told of as past and nothing is said."""
    status = draft.status
    told = [s for s in draft.sightings if s.mood.status is status and s.mood.mark]
    others = {s.mood.status for s in draft.sightings if s.mood.status} - {status}
    runner_up = min(others).value if others else None
    if told and told[0].mood.mark:
        mark = told[0].mood.mark
        return status, Choice(status.value, (mark.span, told[0].cue.span), mark.rule, (), runner_up)
    cue = draft.sightings[0].cue
    reason = "an invitation taken up" if draft.accepted else "told of without a mood"
    return status, Choice(status.value, (cue.span,), cue.rule, (reason,), runner_up)


def choose_date(story: Story, draft: Draft, *, focus: bool, cited: bool) -> tuple[Dating | None, Choice | None]:
    """The finest date told of the contact; for one that the article is about and does not date, that of its opening.

    Where the opening tells no day either, what the article is about was on the day that the page shows as its own.
    `cited`: somebody is named as telling of it.
    """
    told_anew = focus and not draft.back and draft.status is Status.HELD
    if told_anew:
        fresh = day_of_readout(story, draft) or opening_date(story, draft) or day_of_news(story, draft, cited=cited)
    else:
        fresh = _date_beside(story, draft) or (None if draft.back else day_before(story, draft))
    dating = draft.dating or fresh
    if not dating or not dating.edtf:
        return None, None
    reasons = dating.value.inferred
    if dating is not draft.dating:
        reasons = (*reasons, "date of the article's opening" if told_anew else "date of the event")
    if dating.of_telling:
        reasons = (*reasons, "date of the telling")
    others = (str(s.dating.edtf) for s in draft.sightings if s.dating and s.dating.edtf != dating.edtf)
    spans = (dating.mention.span, draft.sightings[0].cue.span)
    return dating, Choice(str(dating.edtf), spans, dating.mention.rule, reasons, next(others, None))


def _date_beside(story: Story, draft: Draft) -> Dating | None:
    """The day of the event, or of the contact beside which two are only told to have been together."""
    if all(WEAK in s.cue.flags and s.aside for s in draft.sightings):
        scene = draft.sightings[0].scene
        for other in story.drafts:
            if other is not draft and other.sightings[0].scene is scene:
                return other.dating or opening_date(story, other)
    return find_event_day(story, draft)


def choose_duration(story: Story, draft: Draft) -> tuple[Duration | None, Choice | None]:
    """The length told of a contact: the first that an official tells, else the first; a headline's at last."""
    told, own = [], {s.cue.span for other in story.drafts for s in other.sightings}
    for sighting in [s for s in draft.sightings if "visit" not in s.cue.flags]:
        for mention in story.durations.within(sighting.scene.span):
            if _tells_clock(story, sighting.scene, mention.span):
                continue
            if _nearest_cue(sighting, mention.span, own) is sighting.cue:
                headline = sighting.scene.sentence.headline
                weak = WEAK in sighting.cue.flags
                told.append((weak, not _is_official(sighting.scene), headline, mention.span.start, mention))
    if all(weak for weak, *_ in told):
        known = [mention for *_, mention in told]
        told += [(False, False, False, m.span.start, m) for m in _told_aside(story, draft) if m not in known]
    if not told:
        return None, None
    ranked = sorted(told, key=lambda item: item[:4])
    mention, rest = ranked[0][-1], [m.duration for *_, m in ranked if m.duration != ranked[0][-1].duration]
    runner_up = f"{rest[0].minutes} {rest[0].bound.value}" if rest else None
    value = f"{mention.duration.minutes} {mention.duration.bound.value}"
    return mention.duration, Choice(value, (mention.span,), mention.rule, (), runner_up)


def _tells_clock(story: Story, scene: Scene, span: Span) -> bool:
    """Whether hours that open a sentence belong to the day behind them: *20 giờ ngày 2/7, …*."""
    opens = span.start - scene.span.start <= 1
    return opens and any(m.span.start == span.start and m.span.covers(span) for m in story.dater.mentions_in(scene))


def _told_aside(story: Story, draft: Draft) -> Iterator[DurationMention]:
    """The length of a contact that was held, in a sentence without a word for it, or with one that told of nobody.

    Those who took part act in it (*hai bên đã dành hơn một giờ …*), or it is no more than the length, right before the
    contact: *Gần ba tiếng.*
    """
    first = min(s.scene.number for s in draft.sightings)
    own = [s.scene for s in draft.sightings if "visit" not in s.cue.flags]
    others = [s.cue for other in story.drafts if other is not draft for s in other.sightings]
    for scene in story.scenes if draft.status is Status.HELD else ():
        about = story.about[scene.number] if scene.number < len(story.about) else None
        plans = [m.span.start for m in scene.marks if m.meaning == "planned" and "tight" not in m.flags]
        shut = any(c in others or scene.number < first for c in scene.cues)
        if shut or not (about is draft or scene.number == first - 1) or scene.sentence.headline:
            continue
        people = {actor for p in scene.presences if p.naming.sort in (Sort.PERSON, Sort.GROUP) for actor in p.actors}
        brief = not scene.presences and len(scene.span) <= BRIEF and scene.number == first - 1
        if brief or people >= set(draft.parties.actors) or scene in own:
            told = Span(scene.span.start, min(plans, default=scene.span.stop))
            yield from (m for m in story.durations.within(told) if not _tells_clock(story, scene, m.span))


def _nearest_cue(sighting: Sighting, span: Span, own: Set[Span]) -> Cue:
    """The cue nearest to a length, those left out that came to nothing: *这通电话…，谈了两个小时*."""
    cues = [cue for cue in sighting.scene.cues if cue.span in own] or [sighting.cue]
    return min(cues, key=lambda cue: max(span.start - cue.span.stop, cue.span.start - span.stop + BEHIND))


def _is_official(scene: Scene) -> bool:
    """Whether a government, or somebody who speaks for one, is named in the sentence."""
    return any(
        actor.country and (actor.sort in (Sort.BODY, Sort.MEDIUM) or (actor.sort is Sort.PERSON and not actor.leads))
        for presence in scene.presences
        for actor in presence.actors
    )


def choose_topics(story: Story, draft: Draft, spans: Sequence[Span]) -> list[Choice]:
    """What the contact dealt with: the topics of what was said in it, and of the sentences that tell what it was about.

    A later contact of the same people is a topic of one that was held, never of itself.
    """
    told = find_told(story, draft, spans)
    inside = [story.topics.items[number] for number in {n for span in told for n in story.topics.numbers(span)}]
    inside = leave_out_parties(story, draft, [*inside, *find_named(story, draft, spans)])
    inside = leave_out_venues(draft, inside, spans)
    found: dict[str, Choice] = {}
    for mention in sorted(inside, key=_place):
        if mention.topic not in found:
            found[mention.topic] = Choice(mention.topic, (mention.span,), mention.rule)
    if draft.status is not Status.HELD:
        found.pop(LATER, None)
    elif LATER not in found and (later := _later(story, draft, told)):
        found[LATER] = Choice(LATER, (later.sightings[0].cue.span,), later.sightings[0].cue.rule)
    return list(found.values())


def _place(mention: TopicMention) -> tuple[int, int, str]:
    return mention.span.start, mention.span.stop, mention.topic


def _later(story: Story, draft: Draft, told: Sequence[Span]) -> Draft | None:
    """A contact of the same people that is still to come, of which it is told with what this one dealt with."""
    spans = [*told, *(scene.span for scene in story.scenes_of(draft))]
    ahead = (d for d in story.drafts if d.parties.key == draft.parties.key and d.status in OPEN)
    return next((d for d in ahead if any(span.covers(s.cue.span) for span in spans for s in d.sightings)), None)
