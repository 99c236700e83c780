"""The day of a contact that its own sentences do not tell: that of the article's opening, or the page's own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from telcon.mentions.dates import DateMention, Shift, Unit, Weekday
from telcon.model.contacts import Status
from telcon.model.dates import Precision
from telcon.model.mentions import Cue
from telcon.reports.days.countings import counts_from_neighbour
from telcon.reports.days.dates_of_others import is_of_event
from telcon.reports.days.datings import Dating
from telcon.reports.days.fitting_dates import dates_event, is_of_possessed
from telcon.reports.days.telling_days import find_telling
from telcon.reports.drafts import OPEN, Draft, Family, is_dated_matter
from telcon.reports.parties import Parties

if TYPE_CHECKING:
    from telcon.reports.scenes import Scene
    from telcon.reports.stories import Story

READOUT = "reports/news_days.py: day of a readout"
NEWS = "reports/news_days.py: day of the news"
OPENING, READ_OUT = 3, 3
LONG_PAST = timedelta(days=10)
"""Before the page's news, a day so far back is another contact's."""


def opening_date(story: Story, draft: Draft) -> Dating | None:
    """The first day told in the article's opening, shortly before the page's own day."""
    if any(story.dater.is_vague(s.scene) for s in draft.sightings if s.parties):
        return None
    if any(_is_untold(story, s.scene) for s in draft.sightings if s.parties and not s.scene.sentence.headline):
        return None
    if any(_is_answered(draft, other) for other in story.drafts[:1]):
        return None
    if told := day_before(story, draft):
        return told
    paragraphs = sorted({s.sentence.paragraph for s in story.scenes if not s.sentence.headline})[:OPENING]
    opening = [s for s in story.scenes if s.sentence.paragraph in paragraphs]
    about = [s for d in story.drafts if d is not draft for s in d.sightings if s.dating and is_dated_matter(s)]
    about += [s for d in story.drafts if d is not draft for s in d.sightings if s.dating and _is_other(d)]
    others = [s.dating.mention for s in about if s.dating]
    if not story.published:
        own = next((s.scene.sentence.paragraph for s in draft.sightings if not s.scene.sentence.headline), OPENING)
        opening = [scene for scene in opening if scene.sentence.paragraph <= own]
    for scene in (*opening, *story.scenes[:1]):
        if "again" in scene.meanings and not scene.cues:
            continue
        for mention in story.dater.mentions_in(scene):
            dating = story.dater.resolve(mention, draft.status)
            apart = counts_from_neighbour(mention) or dates_event(scene, mention) or mention in others
            apart = apart or is_of_possessed(scene, mention) or is_of_event(scene, mention, story.clean)
            if dating and story.dater.is_fresh(dating) and not apart:
                return dating
    return None


def _is_untold(story: Story, scene: Scene) -> bool:
    """Whether a sentence tells a time that the page leaves open: *last weekend*, where it shows no day."""
    told = [story.dater.resolve(mention, None) for mention in story.dater.mentions_in(scene)]
    return bool(told) and not any(dating and dating.edtf for dating in told)


def day_before(story: Story, draft: Draft) -> Dating | None:
    """The last day told in the sentence before, where that is of the same paragraph and tells of no other contact.

    So is the day of what is planned there, for a contact to come: *Пройдёт саммит 23 июня. В планах А встреча с Б*.
    """
    scene = draft.sightings[0].scene
    if scene.sentence.headline or not scene.number:
        return None
    before = story.scenes[scene.number - 1]
    if before.sentence.headline or before.sentence.paragraph != scene.sentence.paragraph or before.cues:
        return None
    planned = draft.status is Status.PLANNED and "planned" in before.meanings
    if draft.status is not Status.HELD and not planned:
        return None
    for mention in reversed(story.dater.mentions_in(before)):
        dating = story.dater.resolve(mention, draft.status)
        apart = counts_from_neighbour(mention) or dates_event(before, mention) or is_of_possessed(before, mention)
        if dating and not apart and (story.dater.is_fresh(dating) or (planned and story.dater.ahead(dating))):
            return dating
    return None


def _is_other(draft: Draft) -> bool:
    """Whether a contact is one before, or still to come: its day is no news."""
    return draft.back or draft.status in OPEN


def _is_answered(draft: Draft, other: Draft) -> bool:
    """Whether one wrote in answer to the other: each message has its own day."""
    one, two = draft.parties, other.parties
    return draft.family is other.family is Family.WRITTEN and one.key == two.key and one.caller != two.caller


def day_of_readout(story: Story, draft: Draft) -> Dating | None:
    """The page's own day, where it is the readout of the leader on whose site it stands.

    Contacts that it tells of besides, at a time that is no day, were before it: *their calls of the past few days*.
    """
    if not story.owner or story.owner not in draft.parties.actors:
        return None
    if draft is not story.drafts[0] and all(story.dater.is_vague(s.scene) for s in draft.sightings):
        return None
    return own_day(story, draft, READOUT)


def day_of_news(story: Story, draft: Draft, *, cited: bool) -> Dating | None:
    """The page's own day, where it opens with the contact, or tells of several in the words that open it.

    A day that only the source gives may be late, save for a page that is itself a readout: it cites nobody.
    """
    if _is_confirmed(story, draft) or (
        not story.published and any(_is_untold(story, s.scene) for s in draft.sightings)
    ):
        return None
    first = story.drafts[0]
    shown = story.dater.stamp or (story.dater.dateline and not story.published)
    if not shown and (cited or len(story.scenes) < READ_OUT):
        return None
    told = draft.sightings[0].cue.span == first.sightings[0].cue.span
    told = told or (draft.family is first.family is Family.WRITTEN and not first.dating)
    return own_day(story, draft) if told else None


def _is_confirmed(story: Story, draft: Draft) -> bool:
    """Whether the day that is told is the one on which somebody confirmed it: *ngày 22/4 xác nhận hai ông đã gặp*."""
    for sighting in draft.sightings[:1]:
        for mention in story.dater.mentions_in(sighting.scene):
            marks = find_telling(sighting.cue, sighting.scene, mention, story.clean)
            if mention.span.stop <= sighting.cue.span.start and any("readout" not in m.flags for m in marks):
                return sighting.mood.status is Status.HELD
    return False


def own_day(story: Story, draft: Draft, rule: str = NEWS) -> Dating | None:
    """The page's own day, as that of a contact; that of its dateline, where it shows no year."""
    if not story.published:
        return story.dater.resolve(story.dater.dateline, draft.status) if story.dater.dateline else None
    span = story.dater.stamp or draft.sightings[0].cue.span
    return story.dater.resolve(DateMention(span, Shift(Unit.DAY, 0), rule), draft.status)


def is_another_time(story: Story, parties: Parties | None, dating: Dating | None, cue: Cue, scene: Scene) -> bool:
    """Whether a day long past is told of people whose contact, told before, is the page's news of these days.

    So is a month, on a page without a day of its own, beside what went on *today*.
    Where they are said to have done it *too*, it is another time than the page's own day. A noun tells of another
    one where a paragraph begins with it and the page shows its own day.
    """
    if not parties or not dating or not dating.edtf:
        return False
    last = dating.edtf.last_day()
    told = [d for d in story.drafts if d.parties.key == parties.key and not d.dating and d.status is Status.HELD]
    if not story.published:
        todays = any(story.dater.tells_of_today(s.scene) for draft in told for s in draft.sightings)
        return todays and dating.edtf.precision is Precision.MONTH
    if cue.noun:
        near = isinstance(dating.mention.expression, Weekday)  # *Saturday's call*
        return not near and scene.first and story.drafts[:1] == told[:1] and story.dater.is_past_news(last)
    news = last and next((opening_date(story, draft) for draft in told), None)
    if not news and "likewise" in scene.meanings:
        news = next((own_day(story, draft) for draft in told), None)
    day = news and news.edtf and news.edtf.first_day()
    return bool(last and day and day - last > LONG_PAST)
