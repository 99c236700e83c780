"""Which date belongs to a cue: the fittest of those in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from telcon.mentions.dates import (
    Calendar,
    DatedValue,
    DateMention,
    Expression,
    Origin,
    Shift,
    Unit,
    Vague,
    resolve_date,
)
from telcon.model.contacts import Status
from telcon.model.dates import Edtf, Precision, parse_edtf
from telcon.model.mentions import Cue, Mark
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.eras import Era
from telcon.reports.scenes import Scene

FAR, CLOSE, OWN, EVENT, OTHERS, APART = 110, 20, 90, 40, 60, 40
BESIDE, REACH = 2, 5
RIGHT_BEHIND = 45
"""Characters within which the contact stands that *a day after* dates."""
FRESH = timedelta(days=3)
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

    `shown` tells the page's own date from one that only its source gives.
    """

    published: str | None
    stamp: Span | None = None
    era: Era | None = None
    shown: bool = True


class Dater:
    """Reads the dates of a page in order, each resolved with the page's own date and the one told of last."""

    def __init__(self, dates: Sequence[Sequence[DateMention]], time: PageTime, quotations: Sequence[Span] = ()) -> None:
        self.published, self.stamp, self.era = time.published, time.stamp, time.era
        self.shown = time.shown
        self.dates = [_in_year([mention for mention in inside if self._is_clear(mention)]) for inside in dates]
        self.anchor: Edtf | None = None
        self.base: Edtf | None = None
        self.last: Dating | None = None
        self.spoken = _spoken(self.dates, quotations)
        self.resolved: dict[tuple[int, bool | None], DatedValue | None] = {}

    def mentions_in(self, scene: Scene) -> list[DateMention]:
        """The dates that stand in a sentence, vague ones left out."""
        return self.dates[scene.number]

    def _is_clear(self, mention: DateMention) -> bool:
        """Whether it tells a date, and not the page's own."""
        vague = isinstance(mention.expression, Vague)
        return not vague and not (self.stamp and self.stamp.meets(mention.span))

    def resolve(self, mention: DateMention, status: Status | None, *, of_telling: bool = False) -> Dating | None:
        """The mention with its date, looked for ahead where the contact is to come."""
        future = True if status is Status.PLANNED else None
        if day := self._day_of_speech(mention):
            value = self._value(replace(mention, expression=_told(mention)), day, future)
        elif _counts_from_told(mention):
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
        return self._day_before(mention) if _is_beside(mention) else self._anchor(mention) or self._own_day()

    def _day_before(self, mention: DateMention) -> Edtf | None:
        """The last calendar day told before a mention in its sentence."""
        beside = next((dates for dates in self.dates if mention in dates), [])
        before = [other for other in beside if other.span.start < mention.span.start]
        for other in reversed(before):
            if isinstance(other.expression, Calendar) and other.expression.day and (told := self.resolve(other, None)):
                return told.edtf
        return None

    def _own_day(self) -> Edtf | None:
        """The page's own day, from which *the same day* counts where no day was told before."""
        return parse_edtf(self.published[:10]) if self.published else None

    def _value(self, mention: DateMention, anchor: Edtf | None, future: bool | None) -> DatedValue | None:
        value = resolve_date(mention, published=self.published, anchor=anchor, future=future)
        if value and self.published and not self.shown:
            alone = resolve_date(mention, published=None, anchor=None)
            value = DatedValue(value.date, alone.in_page if alone else None, value.inferred)
        weekday = mention.expression.weekday if isinstance(mention.expression, Calendar) else None
        if value and value.in_page and self.era and (whole := self.era.complete(value.in_page, weekday=weekday)):
            value = DatedValue(whole, value.in_page, (*value.inferred, TERMS))
        return value

    def _day_of_speech(self, mention: DateMention) -> Edtf | None:
        """The day on which somebody says *tomorrow*, where it is told: in the sentence, else just before the page's."""
        beside = self.spoken.get(mention.span.start)
        for other in beside or ():
            if (dating := self.resolve(other, None)) and dating.edtf and dating.edtf.precision is Precision.DAY:
                return dating.edtf
        last = self.last if beside is not None else None
        return last.edtf if last and self.published and self.is_fresh(last) else None

    def _anchor(self, mention: DateMention) -> Edtf | None:
        """The day told of last, first of all in the sentence; *the day before*, said twice, is one and the same."""
        inside = next((dates for dates in self.dates if mention in dates), [])
        for other in reversed([other for other in inside if other.span.start < mention.span.start]):
            told = None if _counts_from_told(other) else self.resolve(other, None)
            if told and told.edtf and told.edtf.precision is Precision.DAY:
                return told.edtf
        return self.base if self.base and _goes_back(mention) else self.anchor

    def _neighbour(self, mention: DateMention) -> Edtf | None:
        """The day told beside a mention in its sentence; without one, for what goes on a sentence, the last day."""
        beside = next((dates for dates in self.dates if mention in dates), [])
        others = [other for other in beside if not counts_from_neighbour(other)]
        before = [other for other in others if other.span.start < mention.span.start]
        for other in [*reversed(before), *others]:
            if (dating := self.resolve(other, None)) and dating.edtf and dating.edtf.precision is Precision.DAY:
                return dating.edtf
        return self.anchor

    def ahead(self, dating: Dating) -> bool:
        """Whether the date lies after the page's own day."""
        first = dating.edtf.first_day() if dating.edtf else None
        return bool(first and self.published and str(first) > self.published[:10])

    def is_over(self, dating: Dating, *, today: bool) -> bool:
        """Whether the date lies before the page's own day, or on it where what is told `today` counts too."""
        last = dating.edtf.last_day() if dating.edtf else None
        if not last or not self.published:
            return False
        return str(last) < self.published[:10] or (today and str(last) == self.published[:10])

    def is_fresh(self, dating: Dating) -> bool:
        """Whether it is a day, of the page's own or the few before it."""
        if not dating.edtf or dating.edtf.precision is not Precision.DAY:
            return False
        day = dating.edtf.first_day()
        if not day or not self.published:
            return not self.published
        return timedelta(0) <= date.fromisoformat(self.published[:10]) - day <= FRESH

    def pass_on(self, scene: Scene) -> None:
        """The last day of a sentence is what later ones (*cùng ngày*, *một ngày sau*) count from."""
        for mention in self.mentions_in(scene):
            set_by_other = counts_from_neighbour(mention) or (_is_beside(mention) and self._day_before(mention))
            dating = None if set_by_other else self.resolve(mention, None)
            if dating and dating.edtf and dating.edtf.precision is Precision.DAY:
                self.base = (self.base or self.anchor) if _goes_back(mention) else None
                self.last, self.anchor = dating, dating.edtf


def _spoken(dates: Sequence[Sequence[DateMention]], quotations: Sequence[Span]) -> dict[int, list[DateMention]]:
    """Where relative days stand within quotations, each with the days told in its sentence outside of them."""
    found: dict[int, list[DateMention]] = {}
    for inside in dates if quotations else ():
        quoted = [mention for mention in inside if any(span.covers(mention.span) for span in quotations)]
        for mention in quoted:
            when = mention.expression
            if isinstance(when, Shift) and when.unit is Unit.DAY and when.origin is Origin.PUBLISHED:
                found[mention.span.start] = [other for other in inside if other not in quoted]
    return found


def _told(mention: DateMention) -> Expression:
    when = mention.expression
    return replace(when, origin=Origin.ANCHOR) if isinstance(when, Shift) else when


def _counts_from_told(mention: DateMention) -> bool:
    """Whether what it means depends on the dates told before or beside it."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is not Origin.PUBLISHED


def _goes_back(mention: DateMention) -> bool:
    """Whether it is the day before the one told of."""
    when = mention.expression
    return isinstance(when, Shift) and when.origin is Origin.ANCHOR and when.amount < 0


def _in_year(dates: list[DateMention]) -> list[DateMention]:
    """The dates of a sentence that opens with a year: those behind it fall in it (*Năm 2018, … tháng 4 và tháng 9*)."""
    head = dates[0].expression if len(dates) > 1 else None
    if not isinstance(head, Calendar) or head.year is None or head.month or head.day:
        return dates
    return [dates[0], *(_complete(mention, head.year) for mention in dates[1:])]


def _complete(mention: DateMention, year: int) -> DateMention:
    when = mention.expression
    if isinstance(when, Calendar) and when.month and when.year is when.years is None and not when.until:
        return replace(mention, expression=replace(when, year=year))
    return mention


def counts_from_neighbour(mention: DateMention) -> bool:
    """Whether it dates one contact by another: *một ngày sau khi*."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is Origin.NEIGHBOUR


def _is_beside(mention: DateMention) -> bool:
    """Whether it counts from a day told before it in its sentence, where there is one."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is Origin.BESIDE


def choose_dates(cue: Cue, scene: Scene, mentions: list[DateMention], clean: str) -> list[DateMention]:
    """The dates that fit a cue best: one, or several joined by *and*; none where they belong to something else."""
    if not mentions:
        return []
    costs = ((i, _cost(cue, scene, m, clean)) for i, m in enumerate(mentions))
    ranked = sorted(
        (cost + OTHERS * _is_of_another(cue, scene, mentions, i), i) for i, cost in costs if cost is not None
    )
    if not ranked:
        return []
    best = ranked[0][1]
    chosen = [mentions[best]]
    if times := scene.between(cue.span.stop, mentions[best].span.start, "times"):
        return [m for m in mentions if times[0].span.stop <= m.span.start and not _owned(cue, scene, m, clean)]
    for mention in mentions[best + 1 :]:
        joint = clean[chosen[-1].span.stop : mention.span.start]
        marks = scene.between(chosen[-1].span.stop, mention.span.start, "and")
        if not (marks and len(joint.strip()) <= 4 and ";" not in joint and cue.span.stop <= chosen[0].span.start):
            break
        chosen.append(mention)
    return chosen


def _cost(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> int | None:
    span = mention.span
    gap = cue.span.start - span.stop if span.stop <= cue.span.start else span.start - cue.span.stop
    if gap > FAR or _owned(cue, scene, mention, clean):
        return None
    start, stop = sorted((cue.span.start, span.start))
    if scene.sentence.headline and ":" in clean[span.stop : max(stop, span.stop)]:
        return None
    if ";" in clean[span.stop : max(cue.span.start, span.stop)] or "——" in clean[cue.span.stop : span.start]:
        return None
    others = [c for c in scene.cues if start < c.span.start < stop and c is not cue]
    telling = 50 * bool(find_telling(cue, scene, mention, clean))
    cost = max(gap, 0) + 40 * len(others) + telling + 25 * clean[start:stop].count(";")
    cost += APART * _is_joined_clause(cue, scene, mention, clean)
    if isinstance(mention.expression, Calendar) and mention.expression.day:
        cost -= 15
    return cost


def _is_joined_clause(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date behind a cue opens another clause: *gặp ông A, và hai tuần sau, ngày 11/3, …*."""
    marks = scene.between(cue.span.stop, mention.span.start, "and")
    return any(clean[mark.span.start - 2 : mark.span.start] == ", " for mark in marks)


def _is_of_another(cue: Cue, scene: Scene, mentions: list[DateMention], place: int) -> bool:
    """Whether a date before the cue stands behind another one, and the cue has one behind itself."""
    start = mentions[place].span.start
    before = [c for c in scene.cues if c.span.stop <= start < cue.span.start]
    behind = [m for m in mentions[place + 1 :] if m.span.start >= cue.span.stop]
    return bool(before and behind) and not any(cue.span.stop <= c.span.start < behind[0].span.start for c in scene.cues)


def _owned(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether the date hangs on something else: *since* before it, or another cue right before it."""
    start = mention.span.start
    if _is_of_main(cue, scene, mention) or _is_of_occasion(cue, scene, mention, clean):
        return True
    if counts_from_neighbour(mention):
        behind = next((c for c in scene.cues if c.span.start >= mention.span.stop), None)
        gap = clean[mention.span.stop : cue.span.start]
        return cue is not behind or len(gap) > RIGHT_BEHIND or "," in gap
    if _is_of_noun(cue, scene, mention, clean):
        return True
    if any(start - event.span.stop <= EVENT for event in scene.between(cue.span.stop, start, "event")):
        return True
    if cue.span.stop <= start and any(0 <= m.span.start - mention.span.stop <= 1 for m in _of(scene, mention)):
        return True
    since = [m.span for m in scene.between(scene.span.start, scene.span.stop, "since")]
    if any(0 <= start - m.stop <= 6 or cue.span.stop <= m.start < start for m in since):
        return True
    if cue.noun and scene.settings(cue, "apart", "about"):
        return not cue.span.stop <= start <= cue.span.stop + OWN
    if 0 <= start - cue.span.stop <= CLOSE:
        return False
    if _is_told_of_after(cue, scene, mention, clean):
        return True
    if any(cue.span.stop <= c.span.start < start and _is_setting(c, scene) for c in scene.cues):
        return True
    return any(c is not cue and _closes_clause(c, cue, scene, mention, clean) for c in scene.cues)


def _of(scene: Scene, mention: DateMention) -> list[Mark]:
    """The word by which a date tells of what stands behind it: 8月的峰会."""
    return [m for m in scene.between(mention.span.stop, mention.span.stop + CLOSE, "of") if "leads" in m.flags]


def _is_of_occasion(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date is that of what others write on: *Nhân dịp ông A được bầu (22/5), ông B gửi điện mừng*."""
    start, stop = mention.span.start, mention.span.stop
    marks = scene.between(scene.span.start, start, "occasion")
    inside = any("," not in clean[mark.span.stop : start] for mark in marks)
    return inside and "," in clean[stop : max(cue.span.start, stop)]


def _is_of_noun(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether an article before a date makes it part of another noun's phrase: *the April 22 summit*."""
    start, stop = mention.span.start, mention.span.stop
    articles = (m for m in scene.marks if m.meaning != "within" and (m.meaning == "article" or "definite" in m.flags))
    phrased = any(m.span.start <= start and start - m.span.stop <= 1 for m in articles if m.span.stop < stop)
    if not phrased or not isinstance(mention.expression, Calendar) or not clean[stop + 1 : stop + 2].isalpha():
        return False
    return not 0 <= cue.span.start - stop <= CLOSE


def _is_of_main(cue: Cue, scene: Scene, mention: DateMention) -> bool:
    """Whether *after* stands between a date and a cue, and the contact that it dates before both."""
    after = [m for m in scene.between(mention.span.stop, cue.span.start, "when") if "past" in m.flags]
    return bool(after) and any(c.span.stop <= mention.span.start for c in scene.cues)


def _is_told_of_after(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date stands in the main clause before another act: *Sau khi gặp A, ông hôm 8/3 gọi cho B*."""
    opened = scene.between(scene.span.start, cue.span.start, "when")
    if cue.noun or not opened or "," in clean[opened[-1].span.stop : cue.span.start]:
        return False
    behind = any(c.span.start >= mention.span.stop for c in scene.cues)
    return behind and "," in clean[cue.span.stop : mention.span.start]


def _is_setting(cue: Cue, scene: Scene) -> bool:
    """Whether a contact is only the time of another: *sau cuộc điện đàm …*."""
    return cue.noun and bool(scene.settings(cue, "apart"))


def dates_event(scene: Scene, mention: DateMention) -> bool:
    """Whether a date is that of what happened elsewhere (*vụ hỏa hoạn hôm 25/3*) or was said (*hôm 11/2 xác nhận*)."""
    start, stop = mention.span.start, mention.span.stop
    told = (m for m in scene.between(stop, stop + EVENT, "telling") if "readout" not in m.flags)
    return any(told) or any(start - m.span.stop <= EVENT for m in scene.between(scene.span.start, start, "event"))


def _closes_clause(other: Cue, cue: Cue, scene: Scene, mention: DateMention, clean: str) -> bool:
    """Whether a date stands right behind another cue, or ends that one's clause: *gặp B hôm 3/6, sẽ điện đàm với …*."""
    start, stop = mention.span.start, mention.span.stop
    before, behind = clean[other.span.stop : start], clean[stop : cue.span.start]
    if 0 <= start - other.span.stop <= CLOSE:
        return not (behind and "," in before and "," not in behind)
    own_mood = any(mark.sheet == "status" for mark in scene.marks if stop <= mark.span.start < cue.span.start)
    return 0 < len(before) <= OTHERS and "," not in before and behind.startswith(",") and own_mood


def find_telling(cue: Cue, scene: Scene, mention: DateMention, clean: str) -> list[Mark]:
    """The reporting verbs and denials that stand between a date and the cue behind it: it is the day of the telling."""
    if scene.meanings.isdisjoint(("telling", "denied")):
        return []
    return [
        mark
        for mark in scene.marks
        if (mark.meaning == "telling" or (mark.meaning == "denied" and "tight" not in mark.flags))
        and not _is_act(mark, cue, scene)
        and (
            (mention.span.stop <= mark.span.start and mark.span.stop <= cue.span.start)
            or (
                mark.meaning == "telling"
                and 0 <= mention.span.start - mark.span.stop <= BESIDE
                and "," not in clean[mark.span.stop : mention.span.start]
            )
        )
    ]


def _is_act(mark: Mark, cue: Cue, scene: Scene) -> bool:
    """Whether a verb of saying is itself what went through a channel: *nói với ông B qua điện thoại*."""
    return "channel" in cue.flags and bool(scene.between(mark.span.stop, mark.span.stop + REACH, "with", "to"))
