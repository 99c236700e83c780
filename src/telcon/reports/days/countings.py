"""What a date counts from, as its words tell: the day of the writing, the one told before, another contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.mentions.dates import Calendar, DateMention, Expression, Origin, Shift, Unit
from telcon.model.spans import Span


def counts_from_today(mention: DateMention) -> bool:
    """Whether it is a day counted from that of the writing: *today*, *yesterday*."""
    when = mention.expression
    return isinstance(when, Shift) and when.unit is Unit.DAY and when.origin is Origin.PUBLISHED


def counts_from_told(mention: DateMention) -> bool:
    """Whether what it means depends on the dates told before or beside it."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is not Origin.PUBLISHED


def counts_from_neighbour(mention: DateMention) -> bool:
    """Whether it dates one contact by another: *một ngày sau khi*."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is Origin.NEIGHBOUR


def counts_from_beside(mention: DateMention) -> bool:
    """Whether it counts from a day told before it in its sentence, where there is one."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is Origin.BESIDE


def counts_from_behind(mention: DateMention) -> bool:
    """Whether it counts from the day told behind it."""
    return isinstance(mention.expression, Shift) and mention.expression.origin is Origin.BEHIND


def counts_months_or_weeks(mention: DateMention) -> bool:
    """Whether it counts months or weeks from the time of the writing: *last month*, *this week*."""
    when = mention.expression
    return isinstance(when, Shift) and when.origin is Origin.PUBLISHED and when.unit not in (Unit.DAY, Unit.YEAR)


def goes_back(mention: DateMention) -> bool:
    """Whether it is the day before the one told of."""
    when = mention.expression
    return isinstance(when, Shift) and when.origin is Origin.ANCHOR and when.amount < 0


def count_from_told(mention: DateMention) -> Expression:
    """What a date tells, counted from the one told before it."""
    when = mention.expression
    return replace(when, origin=Origin.ANCHOR) if isinstance(when, Shift) else when


def find_spoken(dates: Sequence[Sequence[DateMention]], quotations: Sequence[Span]) -> dict[int, list[DateMention]]:
    """Where relative days stand within quotations, each with the days told in its sentence outside of them."""
    found: dict[int, list[DateMention]] = {}
    for inside in dates if quotations else ():
        quoted = [mention for mention in inside if any(span.covers(mention.span) for span in quotations)]
        for mention in quoted:
            if counts_from_today(mention):
                found[mention.span.start] = [other for other in inside if other not in quoted]
    return found


def put_in_year(dates: list[DateMention]) -> list[DateMention]:
    """The dates of a sentence that opens with a year: those behind it fall in it (*Năm 2018, … tháng 4 và tháng 9*).

    So do days behind *this month*: 本月访华，4日会谈. A year that is told to be long gone dates something else.
    """
    month = dates[0].expression if len(dates) > 1 else None
    if isinstance(month, Shift) and month.unit is Unit.MONTH and month.origin is Origin.PUBLISHED:
        return [dates[0], *(_in_month(mention, month.amount) for mention in dates[1:])]
    head = dates[0].expression if len(dates) > 1 else None
    if not isinstance(head, Calendar) or head.year is None or head.month or head.day or dates[0].future is False:
        return dates
    return [dates[0], *(_complete(mention, head.year) for mention in dates[1:])]


def _in_month(mention: DateMention, months: int) -> DateMention:
    when = mention.expression
    if isinstance(when, Calendar) and when.day and when.month is when.months is when.year is None and not when.until:
        return replace(mention, expression=replace(when, months=months))
    return mention


def _complete(mention: DateMention, year: int) -> DateMention:
    when = mention.expression
    if isinstance(when, Calendar) and when.month and when.year is when.years is None and not when.until:
        return replace(mention, expression=replace(when, year=year))
    return mention
