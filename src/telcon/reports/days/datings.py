"""What the dates of a page mean: the days that they stand for, counted from the page's own day or from one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from telcon.mentions.dates import (
    Calendar,
    DatedValue,
    DateMention,
    Shift,
    Unit,
    Vague,
    Weekday,
    is_day_alone,
    resolve_date,
    resolve_near,
)
from telcon.model.contacts import Status
from telcon.model.dates import Edtf, Precision, parse_edtf
from telcon.model.mentions import Sentence
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.days.countings import (
    count_from_told,
    counts_from_behind,
    counts_from_beside,
    counts_from_neighbour,
    counts_from_today,
    counts_from_told,
    counts_months_or_weeks,
    find_spoken,
    goes_back,
    put_in_year,
)
from telcon.reports.days.eras import Era
from telcon.reports.scenes import Scene

FRESH, LONG_OVER = timedelta(days=3), timedelta(days=60)
PLACE, AGENCY, OPENING, EVENT = 30, 30, 3, 40
NEWS = 6
"""Sentences from its head within which a page tells the day of its news."""
DATELINE = re.compile(r"[.,]? ?(?:\(|/|—|–|- |--)")
TERMS = "year from the terms of office"


@value(frozen=True, slots=True)
class Dating:
    """A date with the mention that it was read from; `of_telling` where it dates the telling, not the contact."""

    mention: DateMention
    value: DatedValue
    of_telling: bool = False

    @property
    def edtf(self) -> Edtf | None:
        """The date resolved, or as far as the page goes."""
        return self.value.date or self.value.in_page


@value(frozen=True, slots=True)
class PageTime:
    """When a page was written: its own date (ISO 8601) and where that stands, or the era of whom it names.

    `shown` tells the page's own date from one that only its source gives; `dateline` is the day before the first
    words of an agency's text (*Ашхабад, 10 июня (TDH).*), on which it says *today*.
    """

    published: str | None
    stamp: Span | None = None
    era: Era | None = None
    shown: bool = True
    dateline: DateMention | None = None


class Dater:
    """Reads the dates of a page in order, each resolved with the page's own date and the one told of last."""

    def __init__(self, dates: Sequence[Sequence[DateMention]], time: PageTime, quotations: Sequence[Span] = ()) -> None:
        self.published, self.stamp, self.era = time.published, time.stamp, time.era
        self.shown, self.dateline = time.shown, time.dateline
        self.dates = [put_in_year([mention for mention in inside if self._is_clear(mention)]) for inside in dates]
        self.vague = {i for i, inside in enumerate(dates) for m in inside if isinstance(m.expression, Vague)}
        self.anchor: Edtf | None = None
        self.reached: Edtf | None = None
        self.base: Edtf | None = None
        self.last: Dating | None = None
        self.news = None if self.published else self._find_news()
        self.spoken = find_spoken(self.dates, quotations)
        self.resolved: dict[tuple[int, bool | None], DatedValue | None] = {}

    def mentions_in(self, scene: Scene) -> list[DateMention]:
        """The dates that stand in a sentence, vague ones left out; nothing is told before a headline's *same day*."""
        dates = self.dates[scene.number]
        return [m for m in dates if not counts_from_told(m)] if scene.sentence.headline else dates

    def days_in(self, number: int) -> list[Span]:
        """Where the dates of the sentence of a number stand."""
        return [mention.span for mention in self.dates[number]]

    def is_vague(self, scene: Scene) -> bool:
        """Whether a sentence tells a time that is no day: *a few weeks ago*."""
        return scene.number in self.vague

    def tells_of_today(self, scene: Scene) -> bool:
        """Whether a sentence tells a day that counts from the one on which the page was written: *today*."""
        return any(counts_from_today(mention) for mention in self.dates[scene.number])

    def _is_clear(self, mention: DateMention) -> bool:
        """Whether it tells a date, and not the page's own."""
        vague = isinstance(mention.expression, Vague)
        return not vague and not (self.stamp and self.stamp.meets(mention.span))

    def resolve(
        self, mention: DateMention, status: Status | None, *, of_telling: bool = False, past: bool = False
    ) -> Dating | None:
        """The mention with its date, looked for ahead where the contact is to come, not where it has been (`past`)."""
        future = True if status is Status.PLANNED else False if past else None
        if day := self._day_of_speech(mention):
            value = self._value(replace(mention, expression=count_from_told(mention)), day, future)
        elif counts_from_told(mention):
            anchor = self._origin(mention)
            value = self._value(mention, anchor, future)
        else:
            # Asked for when the sentence is read, for each cue in it, and when the page goes on: one answer for all.
            place = (mention.span.start, future)
            if place not in self.resolved:
                self.resolved[place] = self._value(mention, None, future)
            value = self.resolved[place]
        return Dating(mention, value, of_telling) if value else None

    def _origin(self, mention: DateMention) -> Edtf | None:
        """The day from which a mention counts that does not count from the page's own."""
        if counts_from_neighbour(mention):
            return self._neighbour(mention)
        if counts_from_behind(mention):
            return self._day_behind(mention)
        return self._day_before(mention) if counts_from_beside(mention) else self._anchor(mention) or self._own_day()

    def _day_before(self, mention: DateMention) -> Edtf | None:
        """The last calendar day told before a mention in its sentence."""
        beside = next((dates for dates in self.dates if mention in dates), [])
        before = [other for other in beside if other.span.start < mention.span.start]
        for other in reversed(before):
            if isinstance(other.expression, Calendar) and other.expression.day and (told := self.resolve(other, None)):
                return told.edtf
        return None

    def _day_behind(self, mention: DateMention) -> Edtf | None:
        """The first day told behind a mention in its sentence."""
        places = ((other, dates) for dates in self.dates for other in dates if other.span == mention.span)
        behind = (m for _, dates in places for m in dates if m.span.start >= mention.span.stop)
        dating = next((self.resolve(other, None) for other in behind), None)
        return dating.edtf if dating else None

    def _own_day(self) -> Edtf | None:
        """The page's own day, from which *the same day* counts where no day was told before."""
        return parse_edtf(self.published[:10]) if self.published else None

    def _value(self, mention: DateMention, anchor: Edtf | None, future: bool | None) -> DatedValue | None:
        if not self.published:
            mention, anchor = self._counted_from_news(mention, anchor)
        value = resolve_date(mention, published=self.published, anchor=anchor, future=future)
        if not self.published and is_day_alone(mention) and (told := self._day_near(mention)):
            value = resolve_near(mention, told, future=future) or value
        if value and self.published and not self.shown:
            alone = resolve_date(mention, published=None, anchor=None)
            value = DatedValue(value.date, alone.in_page if alone else None, value.inferred)
        when = mention.expression if isinstance(mention.expression, Calendar) else None
        if when and when.years is not None:
            return value if self.published else self._in_counted_year(value, when.years)
        weekday = when.weekday if when else None
        if value and value.in_page and self.era and (whole := self.era.complete(value.in_page, weekday=weekday)):
            value = DatedValue(whole, value.in_page, (*value.inferred, TERMS))
        return value

    def _counted_from_news(self, mention: DateMention, anchor: Edtf | None) -> tuple[DateMention, Edtf | None]:
        """What counts months or weeks (*last month*, 本月26日), on a page without a day of its own from the news."""
        when = mention.expression
        if counts_months_or_weeks(mention):
            return replace(mention, expression=count_from_told(mention)), self.news
        if isinstance(when, Calendar) and when.months is not None and not when.until:
            month = self.news.start.month if self.news and self.news.start else None
            counted = month and (month - 1 + when.months) % 12 + 1
            return replace(mention, expression=replace(when, month=counted, months=None)), anchor
        return mention, anchor

    def _in_counted_year(self, value: DatedValue | None, years: int) -> DatedValue | None:
        """A month of *last year*, on a page without a day of its own whose news has its year."""
        news, told = self.news, value.in_page.start if value and value.in_page else None
        if not value or not told or not told.month or not news or not news.start or not news.start.year:
            return value
        whole = Edtf.of(news.start.year + years, told.month, told.day)
        return DatedValue(whole, value.in_page, (*value.inferred, TERMS))

    def _day_near(self, mention: DateMention) -> Edtf | None:
        """On a page without a day of its own, that of its dateline, else the one told of last, else of the news."""
        written = resolve_date(self.dateline, published=None, anchor=None) if self.dateline else None
        told = written.in_page if written else self._day_before(mention) or self.anchor
        fine = told and told.precision is Precision.DAY and told.start and told.start.month
        return told if fine else self.news

    def _find_news(self) -> Edtf | None:
        """When a page without a day of its own was written, about: that of its dateline, else the first it tells."""
        days = [(m, m.expression) for inside in self.dates[:NEWS] for m in inside if isinstance(m.expression, Calendar)]
        whole = [(m, when) for m, when in days if when.month and when.day and not when.until]
        first = self.dateline or next((m for m, when in whole if not when.year), next((m for m, _ in whole), None))
        value = resolve_date(first, published=None, anchor=None) if first else None
        told = value.in_page if value else None
        weekday = first.expression.weekday if first and isinstance(first.expression, Calendar) else None
        return (self.era.complete(told, weekday=weekday) if self.era and told else None) or told

    def _day_of_speech(self, mention: DateMention) -> Edtf | None:
        """The day on which somebody says *tomorrow*, where it is told: in the sentence, else just before the page's."""
        beside = self.spoken.get(mention.span.start)
        for other in beside or ():
            if (dating := self.resolve(other, None)) and dating.edtf and dating.edtf.precision is Precision.DAY:
                return dating.edtf
        if beside is None and self.dateline and mention is not self.dateline and counts_from_today(mention):
            written = self.resolve(self.dateline, None)
            return written.edtf if written and self.is_fresh(written) else None
        last = self.last if beside is not None else None
        return last.edtf if last and self.published and self.is_fresh(last) else None

    def _anchor(self, mention: DateMention) -> Edtf | None:
        """The day told of last, first of all in the sentence; *the day before*, said twice, is one and the same."""
        inside = next((dates for dates in self.dates if mention in dates), [])
        for other in reversed([other for other in inside if other.span.start < mention.span.start]):
            told = None if counts_from_told(other) else self.resolve(other, None)
            if told and told.edtf and told.edtf.precision is Precision.DAY:
                return told.edtf
        if not goes_back(mention):
            return self.anchor
        return self.base or self.reached or self.anchor

    def _neighbour(self, mention: DateMention) -> Edtf | None:
        """The day told beside a mention in its sentence; without one, for what goes on a sentence, the last day."""
        beside = next((dates for dates in self.dates if mention in dates), [])
        others = [other for other in beside if not counts_from_neighbour(other)]
        before = [other for other in others if other.span.start < mention.span.start]
        months = isinstance(mention.expression, Shift) and mention.expression.unit is Unit.MONTH
        fine = (Precision.DAY, Precision.MONTH) if months else (Precision.DAY,)
        for other in [*reversed(before), *others]:
            told = Status.PLANNED if (other.span.start, True) in self.resolved else None
            if (dating := self.resolve(other, told)) and dating.edtf and dating.edtf.precision in fine:
                return dating.edtf
        return self.anchor

    def ahead(self, dating: Dating) -> bool:
        """Whether the date lies after the page's own day, or is a stretch of days that only begins on it."""
        first, last = (dating.edtf.first_day(), dating.edtf.last_day()) if dating.edtf else (None, None)
        if not dating.edtf or not first or not last or not self.published:
            return False
        begins = dating.edtf.precision is Precision.STRETCH and str(first) == self.published[:10] < str(last)
        return begins or str(first) > self.published[:10]

    def is_over(self, dating: Dating, *, today: bool) -> bool:
        """Whether the date lies before the page's own day, or on it where what is told `today` counts too."""
        last = dating.edtf.last_day() if dating.edtf else None
        if not last or not self.published:
            return False
        return str(last) < self.published[:10] or (today and str(last) == self.published[:10])

    def is_long_over(self, dating: Dating, *, wished: bool) -> bool:
        """Whether a day or month without a year lies so far back that one to come may be meant instead.

        So it is of any weekday, but for that on which something was `wished`: *proposed talks on Friday*.
        """
        when, last = dating.mention.expression, dating.edtf.last_day() if dating.edtf else None
        if isinstance(when, Weekday) and not when.weeks:
            return not wished
        if not last or not self.published or not isinstance(when, Calendar) or when.year or when.years:
            return False
        return date.fromisoformat(self.published[:10]) - last > LONG_OVER

    def is_fresh(self, dating: Dating) -> bool:
        """Whether it is a day, of the page's own or the few before it."""
        if not dating.edtf or dating.edtf.precision is not Precision.DAY:
            return False
        day = dating.edtf.first_day()
        if not day or not self.published:
            return not self.published and not (day and self.era and day < self.era.start)
        return timedelta(0) <= date.fromisoformat(self.published[:10]) - day <= FRESH

    def is_past_news(self, last: date | None) -> bool:
        """Whether a day lies farther back than the news of a page that shows its own day."""
        return bool(last and self.stamp and self.published and date.fromisoformat(self.published[:10]) - last > FRESH)

    def pass_on(self, scene: Scene) -> None:
        """The last day of a sentence is what later ones (*cùng ngày*, *một ngày sau*) count from."""
        for mention in self.mentions_in(scene):
            set_by_other = counts_from_neighbour(mention) or (counts_from_beside(mention) and self._day_before(mention))
            set_by_other = (
                set_by_other or _is_since(scene, mention) or (self.anchor and _is_behind_event(scene, mention))
            )
            dating = None if set_by_other else self.resolve(mention, None)
            if dating and dating.edtf and dating.edtf.precision is Precision.DAY:
                self.base = (self.base or self.anchor) if goes_back(mention) else None
                self.last, self.anchor = dating, dating.edtf
                self.reached = self.reached if self.ahead(dating) else dating.edtf


def find_dateline(
    sentences: Sequence[Sentence], dates: Sequence[Sequence[DateMention]], clean: str
) -> DateMention | None:
    """The day in the words before one of the body's first sentences: *Ашхабад, 10 июня (TDH).*, *МОСКВА, 19 июня —*.

    So is one whose own words tell that an agency wrote then: 北京12月27日电.
    """
    body = [i for i, sentence in enumerate(sentences) if not sentence.headline][:OPENING]
    opening = ((sentences[i], dates[i][0]) for i in body if dates[i])
    return next((day for sentence, day in opening if _is_dateline(sentence, day, clean)), None)


def _is_dateline(sentence: Sentence, mention: DateMention, clean: str) -> bool:
    if not isinstance(mention.expression, Calendar) or not mention.expression.day:
        return False
    if mention.dateline:
        return True
    start = sentence.span.start
    before, behind = clean[start : mention.span.start].strip(), clean[mention.span.stop : mention.span.stop + AGENCY]
    placed = not before or (len(before) <= PLACE and before.endswith(",") and before.count(",") == 1)
    return placed and DATELINE.match(behind) is not None


def _is_behind_event(scene: Scene, mention: DateMention) -> bool:
    """Whether what happened elsewhere stands before its date: *cuộc bầu cử gây tranh cãi ngày 9/8*."""
    start = mention.span.start
    return bool(scene.between(start - EVENT, start, "event"))


def _is_since(scene: Scene, mention: DateMention) -> bool:
    """Whether it is the time since when something has been: *the first call since the vote of August 5*."""
    return bool(scene.between(scene.span.start, mention.span.start, "since"))
