"""What a wording says of a date, before anything is looked up for it."""

from __future__ import annotations

from enum import StrEnum

from telcon.model.dates import Edtf
from telcon.model.spans import Span
from telcon.model.values import value


class Unit(StrEnum):
    """What a relative date is counted in; `weekend` is Saturday and Sunday."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Origin(StrEnum):
    """What a relative date is counted from: the page's own date, the date told of last, or a neighbour's.

    `NEIGHBOUR` counts from another contact of the sentence and dates the one right behind it: *a day after calling B*;
    `BESIDE` from a day told before it in the sentence, else from the page's own: *29 декабря …, а накануне …*;
    `BEHIND` from the day told behind it, of which it makes another: *a day after the vote of 5 May*.
    """

    PUBLISHED = "published"
    ANCHOR = "anchor"
    NEIGHBOUR = "neighbour"
    BESIDE = "beside"
    BEHIND = "behind"


@value(frozen=True, slots=True)
class Calendar:
    """Parts of a date as printed. `years` counts from this year where said so (`năm ngoái` is -1), `months` likewise.

    `until` is the other end of a stretch, `weekday` the one told with the day (0 for Monday).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years: int | None = None
    months: int | None = None
    until: Calendar | None = None
    weekday: int | None = None


@value(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0. `weeks` counts from this week where said so.

    `strict` where it cannot be the page's own day (`thứ Ba tới`, `thứ Ba vừa qua`).
    """

    day: int
    weeks: int | None = None
    strict: bool = False


@value(frozen=True, slots=True)
class Shift:
    """So many units from an origin: `hôm qua` is -1 day from the page's date. `about`: so many, more or less."""

    unit: Unit
    amount: int
    origin: Origin = Origin.PUBLISHED
    about: bool = False


@value(frozen=True, slots=True)
class Vague:
    """Lately, soon: no date."""


Expression = Calendar | Weekday | Shift | Vague


@value(frozen=True, slots=True)
class DateMention:
    """Words that tell a date; `span` is in the folded text. `rule` is the sheet and line of the form.

    `part` is the part of the day (`dawn`, `morning`, `noon`, `afternoon`, `evening`, `night`), `clock` a time `HH:MM`.
    `zone` says whose time it is: a country code in lower case, `local` or `gmt`; None where the page does not say.
    `future` where the words themselves tell whether it is to come (`tới`) or gone (`vừa qua`).
    `dateline` where they tell that an agency wrote on that day (12月27日电).
    """

    span: Span
    expression: Expression
    rule: str
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    future: bool | None = None
    dateline: bool = False


@value(frozen=True, slots=True)
class DatedValue:
    """A mention's date. `date`: resolved; `in_page`: as far as the page alone goes.

    `inferred` names what was not printed, and where it was taken from.
    """

    date: Edtf | None
    in_page: Edtf | None
    inferred: tuple[str, ...] = ()
